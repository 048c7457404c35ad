extension FaultRule {
    /// MESHY_INVERTED_MESH: the triangles of a mesh face inward.
    static let invertedMesh = FaultRule(code: .meshyInvertedMesh) { file, validation, _ in
        var budget = DataBudget(bytes: file.source.count)
        for primitive in file.document.meshes.lazy.flatMap(\.primitives)
        where budget.take(file.cost(ofVolume: primitive)) {
            // A sample tells for most meshes that they are not inverted.
            guard file.mayBeInverted(primitive), let volume = file.relativeVolume(of: primitive), volume < -leastShare
            else { continue }
            validation.report(
                .meshyInvertedMesh, at: primitive.place,
                "the triangles face inward: the volume that they enclose is negative")
        }
    } mend: { draft, _ in
        lazy var uses = PrimitiveUses(draft.document)
        for primitive in draft.document.meshes.flatMap(\.primitives)
        where draft.budget.take(draft.file.cost(ofVolume: primitive)) {
            guard let volume = draft.file.relativeVolume(of: primitive), volume < -leastShare,
                uses.canBeTurned(primitive)
            else { continue }
            draft.turn(primitive)
        }
    }

    /// The share of the box that must be enclosed before its sign means anything: open surfaces enclose next to nothing.
    private static let leastShare = 0.05
}

extension AssetFile {
    /// How many bytes are read to learn a primitive's volume.
    fileprivate func cost(ofVolume primitive: Document.Primitive) -> Int {
        [primitive["POSITION"], primitive.indices].reduce(0) { sum, accessor in
            sum.saturatingSum(accessor.map { document.accessors[$0].count.saturatingProduct(16) } ?? 0)
        }
    }

    /// How many elements are read to learn a volume.
    private static let elementLimit = 1 << 24

    /// How many runs of triangles are looked at first, and how many triangles each has.
    private static let sample = (runs: 64, length: 256)

    /// Whether triangles from all over a primitive enclose next to nothing, or less.
    fileprivate func mayBeInverted(_ primitive: Document.Primitive) -> Bool {
        guard primitive.mode == .triangles, let position = primitive["POSITION"], let indices = primitive.indices,
            let box = document.accessors[position].bounds, box.min.count == 3,
            let corners = ElementReader(self, accessor: indices),
            corners.count > 3 * Self.sample.runs * Self.sample.length,
            let points = try? data(ofAccessor: position), points.type == .vec3, points.componentType == .float
        else { return true }
        let middle = SIMD3<Float>((0..<3).map { Float((box.min[$0] + box.max[$0]) / 2) })
        let size = (0..<3).reduce(1) { $0 * (box.max[$1] - box.min[$1]) }
        let triangles = corners.count / 3
        var volume = 0.0
        for run in 0..<Self.sample.runs {
            let first = run * (triangles - Self.sample.length) / (Self.sample.runs - 1)
            guard let run = try? corners.data(3 * first..<3 * (first + Self.sample.length)).unsignedIntegers(),
                run.allSatisfy({ $0 < points.count })
            else { return true }
            volume += Self.volume(
                of: (0..<UInt32(run.count)).map { $0 }, run.map { points.vector3($0) }, around: middle)
        }
        let share = volume / size * Double(triangles) / Double(Self.sample.runs * Self.sample.length)
        return !(share > Self.clearShare)
    }

    /// A sample that encloses more than this share of the box is not that of an inverted mesh.
    private static let clearShare = 0.02

    private static func volume(
        of corners: [UInt32], _ points: [SIMD3<Float>], around middle: SIMD3<Float>
    ) -> Double {
        var volume = 0.0
        for triangle in 0..<corners.count / 3 {
            let a = points[Int(corners[3 * triangle])] - middle
            let b = points[Int(corners[3 * triangle + 1])] - middle
            let c = points[Int(corners[3 * triangle + 2])] - middle
            let cross = SIMD3(b.y * c.z - b.z * c.y, b.z * c.x - b.x * c.z, b.x * c.y - b.y * c.x)
            volume += Double((a * cross).sum())
        }
        return volume / 6
    }

    /// The signed volume of a primitive's triangles as seen from the middle of their box, as a share of the box; nil if it
    /// cannot be told.
    fileprivate func relativeVolume(of primitive: Document.Primitive) -> Double? {
        guard primitive.mode == .triangles, primitive.draco == nil, primitive.targets.isEmpty,
            let position = primitive["POSITION"], let indices = primitive.indices,
            document.accessors[position].count <= Self.elementLimit,
            document.accessors[indices].count <= Self.elementLimit,
            let points = try? data(ofAccessor: position).vectors3(),
            let corners = try? data(ofAccessor: indices).unsignedIntegers(),
            let first = points.first, corners.allSatisfy({ $0 < points.count })
        else { return nil }
        let low = points.reduce(first) { $0.replacing(with: $1, where: $1 .< $0) }
        let high = points.reduce(first) { $0.replacing(with: $1, where: $1 .> $0) }
        let size = high - low
        let box = Double(size.x) * Double(size.y) * Double(size.z)
        guard box > 0, box.isFinite else { return nil }
        let volume = Self.volume(of: corners, points, around: low + size / 2)
        return volume.isFinite ? volume / box : nil
    }
}

/// Which data is a single primitive's own.
private struct PrimitiveUses {
    private let uses: ElementUses
    /// How many primitives name each accessor.
    private var counts: [Int]

    init(_ document: Document) {
        uses = ElementUses(document)
        counts = [Int](repeating: 0, count: document.accessors.count)
        for primitive in document.meshes.lazy.flatMap(\.primitives) {
            for accessor in primitive.turnedData.values { counts[accessor] += 1 }
        }
    }

    /// Whether nothing else is turned with a primitive.
    func canBeTurned(_ primitive: Document.Primitive) -> Bool {
        primitive.turnedData.allSatisfy { use, accessor in counts[accessor] == 1 && uses.isOnly(accessor, use) }
    }
}

extension Document.Primitive {
    /// The accessors with what depends on the side that is outside, by what they are used for.
    fileprivate var turnedData: [String: Int] {
        ["indices": indices, "NORMAL": self["NORMAL"], "TANGENT": self["TANGENT"]].compactMapValues(\.self)
    }
}

extension Draft {
    /// Exchanges two corners of each triangle, and turns the normals with the triangles; does nothing if not all of it
    /// can be done.
    fileprivate mutating func turn(_ primitive: Document.Primitive) {
        guard let indices = primitive.indices.flatMap(elements) else { return }
        let normals = primitive["NORMAL"].map { vectors(of: $0) }
        let tangents = primitive["TANGENT"].map { vectors(of: $0) }
        if case .some(.none) = normals { return }
        if case .some(.none) = tangents { return }
        let size = indices.format.byteCount
        var bytes = binary
        binary = []
        for triangle in 0..<indices.count / 3 {
            let second = indices.start + (3 * triangle + 1) * indices.stride
            for offset in second..<second + size { bytes.swapAt(offset, offset + indices.stride) }
        }
        binary = bytes
        if let normals = normals ?? nil { changeVectors(at: normals) { _, vector in vector = -vector } }
        // Tangents stay; their signs keep the direction that is at right angles to them and to the normals.
        if let tangents = tangents ?? nil { changeVectors(at: tangents) { _, vector in vector.w = -vector.w } }
        record(
            .meshyInvertedMesh, pointer(to: primitive),
            "turned the triangles and their normals outward: viewers that hide back faces show the outside now")
    }
}
