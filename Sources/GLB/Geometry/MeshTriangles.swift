/// The triangles of one mesh as the file stores them, all primitives together.
struct MeshTriangles {
    /// What one primitive draws.
    struct Group {
        let primitive: Document.Primitive
        /// The triangles' place in ``MeshTriangles/indices``.
        let indices: Range<Int>
        /// The vertices that the indices may mean.
        let vertices: Range<Int>
    }

    /// Three coordinates for each vertex. Primitives that share an accessor share its vertices.
    private(set) var positions: [Float] = []
    /// Three vertices for each triangle.
    private(set) var indices: [UInt32] = []
    private(set) var groups: [Group] = []

    /// Whether there is so much to do that a second thread pays.
    var isLarge: Bool { indices.count > 1 << 16 }

    /// Reads the primitives that draw triangles; points and lines are passed over.
    ///
    /// - Throws: ``GLBError/unavailable(pointer:reason:)`` if positions or indices cannot be read or do not exist.
    init(_ file: AssetFile, mesh: Int) throws(GLBError) {
        var bases: [Int: Range<Int>] = [:]
        for primitive in file.document.meshes[mesh].primitives {
            guard let mode = primitive.mode, mode.drawsTriangles, let accessor = primitive["POSITION"] else { continue }
            if bases[accessor] == nil {
                bases[accessor] = try appendPositions(of: accessor, primitive, file)
            }
            guard let vertices = bases[accessor] else { continue }
            let start = indices.count
            try appendTriangles(of: primitive, mode, vertices, file)
            groups.append(Group(primitive: primitive, indices: start..<indices.count, vertices: vertices))
        }
    }

    private mutating func appendPositions(
        of accessor: Int, _ primitive: Document.Primitive, _ file: AssetFile
    ) throws(GLBError) -> Range<Int> {
        let start = positions.count / 3
        try file.checkGeometry(ofAccessor: accessor, primitive)
        guard file.document.accessors[accessor].type == .vec3 else {
            throw file.unavailable(file.document.accessors[accessor], "positions must have three components")
        }
        let floats = try file.floats(ofAccessor: accessor)
        if positions.isEmpty { positions = floats } else { positions.append(contentsOf: floats) }
        return start..<positions.count / 3
    }

    private mutating func appendTriangles(
        of primitive: Document.Primitive, _ mode: Document.Mode, _ vertices: Range<Int>, _ file: AssetFile
    ) throws(GLBError) {
        var order: [UInt32]
        if let accessor = primitive.indices {
            try file.checkGeometry(ofAccessor: accessor, primitive)
            guard let integers = try file.unsignedIntegers(ofAccessor: accessor) else {
                throw file.unavailable(file.document.accessors[accessor], "indices must be unsigned integers")
            }
            if let greatest = integers.max(), greatest >= vertices.count {
                throw file.unavailable(
                    file.document.accessors[accessor], "the index \(greatest) is beyond the \(vertices.count) vertices")
            }
            order = integers
        } else {
            order = Array(0..<UInt32(vertices.count))
        }
        if vertices.lowerBound > 0 {
            let base = UInt32(vertices.lowerBound)
            for index in order.indices { order[index] += base }
        }
        order = mode.triangles(order)
        if indices.isEmpty { indices = order } else { indices.append(contentsOf: order) }
    }
}

extension Document.Mode {
    /// Whether vertices make triangles.
    var drawsTriangles: Bool {
        switch self {
        case .triangles, .triangleStrip, .triangleFan: true
        case .points, .lines, .lineLoop, .lineStrip: false
        }
    }

    /// The vertices of the triangles, three each, that vertices in this order make (section 3.7.2.1).
    fileprivate func triangles(_ order: [UInt32]) -> [UInt32] {
        let count = triangleCount(order.count)
        switch self {
        case .triangles:
            return order.count == 3 * count ? order : Array(order[..<(3 * count)])
        case .triangleStrip:
            var corners: [UInt32] = []
            corners.reserveCapacity(3 * count)
            for first in 0..<count {
                let parity = first % 2
                corners.append(order[first])
                corners.append(order[first + 1 + parity])
                corners.append(order[first + 2 - parity])
            }
            return corners
        case .triangleFan:
            var corners: [UInt32] = []
            corners.reserveCapacity(3 * count)
            for first in 0..<count {
                corners.append(order[first + 1])
                corners.append(order[first + 2])
                corners.append(order[0])
            }
            return corners
        case .points, .lines, .lineLoop, .lineStrip:
            return []
        }
    }
}

extension AssetFile {
    /// Refuses an accessor of a primitive whose elements should be in a Draco stream that was not decoded: without data,
    /// glTF makes all elements zero, which is not what is meant.
    func checkGeometry(ofAccessor index: Int, _ primitive: Document.Primitive) throws(GLBError) {
        guard let draco = primitive.draco, document.accessors[index].bufferView == nil,
            decompressed.accessors[index] == nil
        else { return }
        throw .unavailable(
            pointer: document.pointer(to: draco.place), reason: "the data is compressed with Draco")
    }
}
