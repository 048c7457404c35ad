/// Collects the boxes of meshes, and reads vertices only for those that could make the box larger.
///
/// What it does is bounded by constants and the size of the document, however often meshes, skins and instances refer
/// to each other: each mesh's own box is made once, and reading and placing have budgets.
struct BoundsBuilder {
    /// Which of a mesh's primitives: a skin moves only those that have joints.
    enum Part: Hashable { case all, rigid, skinned }

    private struct Key: Hashable {
        let mesh: Int
        let part: Part
    }

    private struct Pending {
        let key: Key
        let matrix: Matrix4
        let around: Bounds
    }

    /// A mesh's primitives that have positions, and the box around them in the mesh's own space.
    private struct Geometry {
        var primitives: [(primitive: Document.Primitive, positions: Int)] = []
        var extent: Bounds?
    }

    private let file: AssetFile
    private(set) var box: Bounds?
    private(set) var accuracy = SceneBounds.Accuracy.exact
    private var geometries: [Key: Geometry] = [:]
    private var pending: [Pending] = []
    private var bytesLeft = SceneBounds.byteLimit
    /// How many instances and joints may still be placed.
    private var placesLeft = 1 << 16

    init(_ file: AssetFile) { self.file = file }

    // MARK: Adding

    /// Adds a mesh under a transform.
    mutating func add(_ mesh: Int, _ part: Part, _ matrix: Matrix4) {
        let key = Key(mesh: mesh, part: part)
        guard let extent = geometry(of: key).extent else { return }
        guard let around = extent.transformed(by: matrix) else {
            accuracy = .incomplete
            return
        }
        if matrix.keepsBoxes {
            box = around.union(box)
        } else if box?.contains(around) != true {
            pending.append(Pending(key: key, matrix: matrix, around: around))
        }
    }

    /// Adds a mesh that is drawn several times (EXT_mesh_gpu_instancing).
    mutating func add(_ mesh: Int, _ world: Matrix4, _ instancing: Document.Instancing) {
        let count = file.instanceCount(of: instancing)
        guard takePlaces(count), let matrices = file.matrices(of: instancing) else {
            accuracy = .incomplete
            return
        }
        for matrix in matrices { add(mesh, .all, world * matrix) }
    }

    /// Adds a mesh that a skin moves.
    mutating func add(_ mesh: Int, _ world: Matrix4, pose: [Matrix4]?) {
        add(mesh, .rigid, world)
        let key = Key(mesh: mesh, part: .skinned)
        guard let extent = geometry(of: key).extent else { return }
        guard let pose, let first = pose.first, takePlaces(pose.count),
            let around = pose.reduce(nil as Bounds?, { extent.transformed(by: $1)?.union($0) ?? $0 })
        else {
            accuracy = .incomplete
            return
        }
        if Self.agree(pose, on: extent) {
            add(mesh, .skinned, first)
        } else if box?.contains(around) != true {
            settle(around, exactly: skinnedBox(of: key, pose))
        }
    }

    /// Adds what was put off, now that the rest of the box is known.
    mutating func finish() {
        for item in pending where box?.contains(item.around) != true {
            settle(item.around, exactly: exactBox(of: item))
        }
        pending = []
    }

    private mutating func settle(_ around: Bounds, exactly exact: Bounds?) {
        box = (exact ?? around).union(box)
        if exact == nil, accuracy == .exact { accuracy = .conservative }
    }

    private mutating func takePlaces(_ count: Int) -> Bool {
        guard count <= placesLeft else { return false }
        placesLeft -= count
        return true
    }

    // MARK: Boxes

    /// Whether all joints move the box to the same place, as they do in the pose in which a mesh was bound.
    private static func agree(_ pose: [Matrix4], on extent: Bounds) -> Bool {
        guard let first = pose.first else { return false }
        let corners = extent.corners
        let moved = corners.map(first.transform)
        let tolerance = (extent.transformed(by: first)?.size.max() ?? 0) * 1e-5
        return pose.dropFirst().allSatisfy { matrix in
            zip(corners, moved).allSatisfy { corner, moved in
                let difference = matrix.transform(corner) - moved
                return Swift.max(abs(difference.x), abs(difference.y), abs(difference.z)) <= tolerance
            }
        }
    }

    private mutating func geometry(of key: Key) -> Geometry {
        if let known = geometries[key] { return known }
        var geometry = Geometry()
        for primitive in file.document.meshes[key.mesh].primitives {
            let isSkinned = primitive["JOINTS_0"] != nil
            guard key.part == .all || (key.part == .skinned) == isSkinned, let positions = primitive["POSITION"]
            else { continue }
            geometry.primitives.append((primitive, positions))
            if let box = statedExtent(of: positions) ?? measuredExtent(of: positions) {
                geometry.extent = box.union(geometry.extent)
            } else {
                accuracy = .incomplete
            }
        }
        geometries[key] = geometry
        return geometry
    }

    private func statedExtent(of positions: Int) -> Bounds? {
        guard let (min, max) = file.document.accessors[positions].bounds, min.count == 3 else { return nil }
        return Bounds(min: SIMD3(min[0], min[1], min[2]), max: SIMD3(max[0], max[1], max[2]))
    }

    private mutating func measuredExtent(of positions: Int) -> Bounds? {
        vertices(of: positions).flatMap { Bounds(around: $0.lazy.map { SIMD3<Double>($0) }) }
    }

    private mutating func exactBox(of item: Pending) -> Bounds? {
        var box: Bounds?
        for (_, positions) in geometry(of: item.key).primitives {
            guard let vertices = vertices(of: positions),
                let exact = Bounds(around: vertices.lazy.map { item.matrix.transform(SIMD3<Double>($0)) })
            else { return nil }
            box = exact.union(box)
        }
        return box
    }

    private mutating func skinnedBox(of key: Key, _ pose: [Matrix4]) -> Bounds? {
        var box: Bounds?
        for (primitive, positions) in geometry(of: key).primitives {
            guard let exact = skinned(primitive, positions, pose).flatMap({ Bounds(around: $0) }) else { return nil }
            box = exact.union(box)
        }
        return box
    }

    // MARK: Vertices

    /// Where a skin moves the vertices of a primitive.
    private mutating func skinned(
        _ primitive: Document.Primitive, _ positions: Int, _ pose: [Matrix4]
    ) -> [SIMD3<Double>]? {
        guard let vertices = vertices(of: positions) else { return nil }
        var moved = [SIMD3<Double>](repeating: .zero, count: vertices.count)
        for set in 0..<primitive.setCount("JOINTS_") {
            guard let jointAccessor = primitive["JOINTS_\(set)"], let weightAccessor = primitive["WEIGHTS_\(set)"],
                let joints = read(jointAccessor)?.unsignedIntegers(), let weights = read(weightAccessor)?.floats(),
                joints.count == 4 * vertices.count, weights.count == joints.count
            else { return nil }
            for (index, vertex) in vertices.enumerated() {
                let point = SIMD3<Double>(vertex)
                for influence in 4 * index..<4 * index + 4 where weights[influence] != 0 {
                    let joint = Int(joints[influence])
                    guard joint < pose.count else { continue }
                    moved[index] += Double(weights[influence]) * pose[joint].transform(point)
                }
            }
        }
        return moved
    }

    private mutating func vertices(of positions: Int) -> [SIMD3<Float>]? { read(positions)?.vectors3() }

    /// The elements of an accessor, as long as not too much was read before.
    private mutating func read(_ accessor: Int) -> AccessorData? {
        let object = file.document.accessors[accessor]
        let stride = object.bufferView.flatMap { file.document.bufferViews[$0].byteStride } ?? 0
        let cost = object.count.saturatingProduct(Swift.max(stride, object.elementByteCount ?? 0))
        guard cost <= bytesLeft else { return nil }
        // What cannot be read costs something too, or trying would never end.
        bytesLeft -= Swift.max(cost, 64)
        return try? file.data(ofAccessor: accessor)
    }
}
