/// A use of an accessor as the indices of a primitive.
struct IndexUse {
    let place: JSONPlace
    /// How many vertices the primitive has.
    let vertexCount: Int
    /// Whether each three indices are a triangle.
    let areTriangles: Bool
}

/// ACCESSOR_INDEX_PRIMITIVE_RESTART, ACCESSOR_INDEX_TRIANGLE_DEGENERATE: what indices must not be, whatever the
/// vertices are (specification, section 3.7.2.1).
struct IndexCheck: ElementCheck {
    private let uses: [IndexUse]
    private let triangleCount: Int
    private var restarts: Violations<Void>
    private var degenerate = 0
    /// The greatest index; -1 if there is none.
    private(set) var greatest = -1

    init(_ uses: [IndexUse], count: Int, limit: Int) {
        self.uses = uses
        triangleCount = count / 3
        restarts = Violations(limit: limit)
    }

    mutating func look(at piece: ElementReader.Piece) {
        switch piece.format.componentType {
        case .unsignedByte: look(at: piece, UInt8.self)
        case .unsignedShort: look(at: piece, UInt16.self)
        default: look(at: piece, UInt32.self)
        }
    }

    private mutating func look<Index: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
        at piece: ElementReader.Piece, _: Index.Type
    ) {
        let size = piece.stride
        var largest: Index = 0
        var flat = 0
        for triangle in 0..<piece.count / 3 {
            let offset = 3 * triangle * size
            let a = piece.bytes.loadUnaligned(fromByteOffset: offset, as: Index.self)
            let b = piece.bytes.loadUnaligned(fromByteOffset: offset + size, as: Index.self)
            let c = piece.bytes.loadUnaligned(fromByteOffset: offset + 2 * size, as: Index.self)
            flat += a == b || b == c || a == c ? 1 : 0
            largest = max(largest, a, b, c)
        }
        degenerate += flat
        for element in piece.count / 3 * 3..<piece.count {
            largest = max(largest, piece.load(element, at: 0, as: Index.self))
        }
        greatest = max(greatest, Int(largest))
        guard largest == .max else { return }
        for element in 0..<piece.count where piece.load(element, at: 0, as: Index.self) == .max {
            restarts.add(piece.first + element, ())
        }
    }

    func report(to validation: Validation) {
        restarts.report(.accessorIndexPrimitiveRestart, at: uses.map(\.place), to: validation) { element, _ in
            "index \(element) is the greatest value of its type, which begins a new primitive"
        }
        guard degenerate > 0 else { return }
        for use in uses where use.areTriangles {
            validation.report(
                .accessorIndexTriangleDegenerate, at: use.place,
                "\(degenerate) of \(triangleCount) triangles name a vertex twice")
        }
    }
}

/// ACCESSOR_INDEX_OOB: indices beyond the last vertex; only made where the greatest index is one.
struct IndexRangeCheck: ElementCheck {
    private let places: [JSONPlace]
    private let vertexCount: Int
    private var indices: Violations<Int>

    init(at places: [JSONPlace], vertexCount: Int, limit: Int) {
        self.places = places
        self.vertexCount = vertexCount
        indices = Violations(limit: limit)
    }

    mutating func look(at piece: ElementReader.Piece) {
        piece.forEachVector { element, vector in
            if Int(vector.x) >= vertexCount { indices.add(element, Int(vector.x)) }
        }
    }

    func report(to validation: Validation) {
        indices.report(.accessorIndexOutOfBounds, at: places, to: validation) { element, index in
            "index \(element) names vertex \(index), there are \(vertexCount)"
        }
    }
}
