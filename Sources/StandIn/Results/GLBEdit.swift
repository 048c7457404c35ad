import GLB

/// A GLB of the sample maker, open for changes: its document and the contents of its one buffer.
struct GLBEdit {
    private var document: [String: JSON]
    private var binary: [UInt8]

    /// Opens a file; nil if it is not a GLB with both chunks.
    init?(_ file: AssetFile) throws {
        guard let range = file.container.binary,
            case .object(let document) = try JSON(parsing: file.source.read(file.container.json))
        else { return nil }
        self.document = document
        binary = try file.source.read(range)
    }

    /// The file as it is now.
    var bytes: [UInt8]? {
        var writer = JSONWriter()
        writer.value(JSON.object(document))
        return ContainerWriter.bytes(json: writer.bytes, binary: binary)
    }

    /// Puts the model into another size and place.
    ///
    /// The vertices of a skinned mesh follow its joints, so there the armature is scaled instead of the mesh's node.
    mutating func place(scale: Float, offset: SIMD3<Float>) {
        guard case .array(var nodes)? = document["nodes"] else { return }
        let root = nodes.indices.last { nodes[$0]["children"] != nil } ?? nodes.count - 1
        guard nodes.indices.contains(root), case .object(var node) = nodes[root] else { return }
        var own = 1.0
        if case .number(let number)? = nodes[root]["scale"]?[0] { own = number }
        node["matrix"] = nil
        node["scale"] = .array([JSON](repeating: .number(own * Double(scale)), count: 3))
        node["translation"] = .array([offset.x, offset.y, offset.z].map { .number(Double($0)) })
        nodes[root] = .object(node)
        document["nodes"] = .array(nodes)
    }

    /// Puts another picture in the place of the first one, which is the last thing in the sample maker's buffer.
    mutating func replaceImage(by png: [UInt8]) {
        guard case .number(let number)? = document["images"]?[0]?["bufferView"],
            case .array(var views)? = document["bufferViews"],
            let index = Int(exactly: number), index == views.count - 1, case .object(var view) = views[index],
            case .number(let start)? = view["byteOffset"], let start = Int(exactly: start), start <= binary.count
        else { return }
        binary = Array(binary[..<start]) + png
        view["byteLength"] = .number(Double(png.count))
        views[index] = .object(view)
        document["bufferViews"] = .array(views)
        document["buffers"] = .array([.object(["byteLength": .number(Double(binary.count))])])
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
}
