import GLB

/// A GLB of the sample maker, taken apart: one mesh of one primitive, buffer 0 in the file.
struct GLBFile: Sendable {
    private var document: JSON
    private var binary: [UInt8]

    /// Takes a file apart; nil if it is none of the sample maker's.
    init?(_ bytes: [UInt8]) {
        func number(_ offset: Int) -> Int { bytes[offset..<offset + 4].reversed().reduce(0) { $0 << 8 | Int($1) } }
        guard bytes.count >= 28 else { return nil }
        let length = number(12)
        guard bytes.count >= 28 + length, let document = try? JSON(parsing: bytes[20..<20 + length]) else { return nil }
        self.document = document
        binary = Array(bytes[(28 + length)...])
    }

    /// The file put together again.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.value(document)
        return ContainerWriter.bytes(json: writer.bytes, binary: binary) ?? []
    }

    /// The triangles, with what is known of their corners.
    var mesh: TriangleMesh? {
        guard let primitive = document["meshes"]?[0]?["primitives"]?[0], let attributes = primitive["attributes"],
            let positions = floats(attributes["POSITION"]), let normals = floats(attributes["NORMAL"]),
            let indices = indices(primitive["indices"])
        else { return nil }
        let coordinates = floats(attributes["TEXCOORD_0"]) ?? []
        return TriangleMesh(
            positions: stride(from: 0, to: positions.count, by: 3).map {
                SIMD3(positions[$0], positions[$0 + 1], positions[$0 + 2])
            },
            normals: stride(from: 0, to: normals.count, by: 3).map {
                SIMD3(normals[$0], normals[$0 + 1], normals[$0 + 2])
            },
            coordinates: stride(from: 0, to: coordinates.count, by: 2).map {
                SIMD2(coordinates[$0], coordinates[$0 + 1])
            },
            indices: indices)
    }

    /// The bytes of an image; nil if there are not that many.
    func image(_ index: Int) -> [UInt8]? {
        guard let view = document["images"]?[index]?["bufferView"]?.integer, let range = range(ofView: view) else {
            return nil
        }
        return Array(binary[range])
    }

    /// Puts a node's mesh into another size and place.
    mutating func place(scale: Float, offset: SIMD3<Float>) {
        guard case .object(var root) = document, case .array(var nodes)? = root["nodes"] else { return }
        for index in nodes.indices {
            guard case .object(var node) = nodes[index], node["mesh"] != nil else { continue }
            node["matrix"] = nil
            node["scale"] = .array([scale, scale, scale].map { .number(Double($0)) })
            node["translation"] = .array([offset.x, offset.y, offset.z].map { .number(Double($0)) })
            nodes[index] = .object(node)
        }
        root["nodes"] = .array(nodes)
        document = .object(root)
    }

    /// Puts another picture in the place of the first one, which must lie last in the buffer.
    mutating func replaceImage(by png: [UInt8]) {
        guard case .object(var root) = document, case .array(var views)? = root["bufferViews"],
            let index = document["images"]?[0]?["bufferView"]?.integer, let range = range(ofView: index),
            case .object(var view) = views[index], index == views.count - 1
        else { return }
        binary = Array(binary[..<range.lowerBound]) + png
        view["byteLength"] = .number(Double(png.count))
        views[index] = .object(view)
        root["bufferViews"] = .array(views)
        root["buffers"] = .array([.object(["byteLength": .number(Double(binary.count))])])
        document = .object(root)
    }

    private func range(ofView index: Int?) -> Range<Int>? {
        guard let index, let view = document["bufferViews"]?[index], let length = view["byteLength"]?.integer else {
            return nil
        }
        let start = view["byteOffset"]?.integer ?? 0
        return start + length <= binary.count ? start..<start + length : nil
    }

    private func words(_ accessor: JSON?) -> (values: [UInt32], component: Int)? {
        guard let index = accessor?.integer, let accessor = document["accessors"]?[index],
            let range = range(ofView: accessor["bufferView"]?.integer),
            let component = accessor["componentType"]?.integer
        else { return nil }
        let width = component == 5123 ? 2 : 4
        let values = stride(from: range.lowerBound, to: range.upperBound - width + 1, by: width).map { offset in
            binary[offset..<offset + width].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        return (values, component)
    }

    private func floats(_ accessor: JSON?) -> [Float]? {
        guard let (values, component) = words(accessor), component == 5126 else { return nil }
        return values.map(Float.init(bitPattern:))
    }

    private func indices(_ accessor: JSON?) -> [Int]? {
        guard let (values, component) = words(accessor), component != 5126 else { return nil }
        return values.map(Int.init)
    }
}

extension JSON {
    /// A member of an object.
    fileprivate subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// An element of an array.
    fileprivate subscript(index: Int) -> JSON? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    fileprivate var integer: Int? {
        guard case .number(let number) = self else { return nil }
        return Int(exactly: number)
    }
}
