/// Where the scene that is shown first draws each mesh.
struct Placements {
    private enum Placement {
        case matrix(Matrix4)
        /// By joints, or by the matrix for primitives that have none.
        case skin(Int, otherwise: Matrix4)
    }

    /// How many triangles and vertices are moved one by one, all instances together.
    private static let moveLimit = 1 << 27
    /// How many instances are measured.
    private static let instanceLimit = 1 << 19

    private var ofMeshes: [Int: [Placement]] = [:]
    private let skins: SkinPoses
    private let unit: Matrix4
    private let pointer: String

    /// Finds the instances.
    ///
    /// - Throws: ``GLBError/unavailable(pointer:reason:)`` if there are too many or a node's copies cannot be read.
    init(of file: AssetFile, metresPerUnit: Double) throws(GLBError) {
        let walk = SceneWalk(file.document)
        skins = SkinPoses(file, walk)
        let scale = SIMD3(repeating: metresPerUnit)
        unit = Matrix4(translation: .zero, rotation: [0, 0, 0, 1], scale: scale)
        pointer = walk.scene.map { "/scenes/\($0)" } ?? "/nodes"
        var instancesLeft = Self.instanceLimit
        for visit in walk.visits {
            let node = file.document.nodes[visit.node]
            guard let mesh = node.mesh else { continue }
            instancesLeft -= node.instancing.map { file.instanceCount(of: $0) } ?? 1
            guard instancesLeft >= 0 else {
                throw .unavailable(
                    pointer: pointer, reason: "more than \(Self.instanceLimit) meshes are drawn, too many to measure")
            }
            let world = metresPerUnit == 1 ? visit.world : unit * visit.world
            if let skin = node.skin {
                ofMeshes[mesh, default: []].append(.skin(skin, otherwise: world))
            } else if let instancing = node.instancing {
                guard let copies = file.matrices(of: instancing) else {
                    throw file.unavailable(node, "the copies that EXT_mesh_gpu_instancing makes cannot be read")
                }
                ofMeshes[mesh, default: []] += copies.map { .matrix(world * $0) }
            } else {
                ofMeshes[mesh, default: []].append(.matrix(world))
            }
        }
    }

    /// Measures a mesh once for each time that the scene draws it.
    ///
    /// - Throws: ``GLBError/unavailable(pointer:reason:)`` if a skin cannot be applied, or if there is too much to move.
    func measure(
        _ mesh: Int, _ triangles: MeshTriangles, _ surface: Surface, _ file: AssetFile
    ) throws(GLBError) -> [PlacedMeasure] {
        let placements = ofMeshes[mesh] ?? []
        let cost = triangles.indices.count / 3 + triangles.positions.count / 3
        let moves = placements.reduce(0) { sum, placement in
            switch placement {
            case .matrix(let matrix): sum.saturatingSum(matrix.keepsShape ? 1 : cost)
            case .skin(let skin, _): sum.saturatingSum(cost + (skins[skin]?.count ?? 0))
            }
        }
        guard moves <= Self.moveLimit else {
            throw .unavailable(
                pointer: pointer,
                reason: "mesh \(mesh) is drawn \(placements.count) times, which is too much to measure one by one")
        }
        var measures: [PlacedMeasure] = []
        measures.reserveCapacity(placements.count)
        for placement in placements {
            switch placement {
            case .matrix(let matrix):
                measures.append(surface.measure(placedBy: matrix))
            case .skin(let skin, let world):
                guard let pose = skins[skin] else {
                    throw file.unavailable(file.document.skins[skin], "the inverse bind matrices cannot be read")
                }
                let places = try triangles.posed(by: pose.map { unit * $0 }, otherwise: world, file)
                let posed = SurfaceMeasure(surface.weld, surface.parts) { places[Int(surface.weld.sources[Int($0)])] }
                measures.append(PlacedMeasure(posed, mirrored: false))
            }
        }
        return measures
    }
}

/// How large a mesh is where the scene draws it.
struct PlacedMeasure {
    let area: Double
    /// Of the tetrahedra between the triangles and the origin of the world.
    let signedVolume: Double
    let bounds: Bounds?
    let shortestEdge: Double?
    /// The longest side of the box around the smallest part.
    let smallestPart: Double?

    /// How many metres a unit of the mesh's own space is, on average over the surface.
    func linearScale(of measure: SurfaceMeasure) -> Double {
        measure.area > 0 ? (area / measure.area).squareRoot() : 1
    }
}

extension PlacedMeasure {
    /// What was measured in place. A mirrored mesh is drawn with the winding reversed (section 3.7.4).
    init(_ measure: SurfaceMeasure, mirrored: Bool) {
        area = measure.area
        signedVolume = mirrored ? -measure.volumeFromOrigin : measure.volumeFromOrigin
        bounds = measure.bounds
        shortestEdge = measure.shortestEdge
        smallestPart = measure.smallestPart
    }
}

extension Surface {
    /// The measure under a transform. Only one that bends proportions is applied to each triangle.
    func measure(placedBy matrix: Matrix4) -> PlacedMeasure {
        guard matrix != .identity else { return PlacedMeasure(measure, mirrored: false) }
        let isMirrored = matrix.determinant < 0
        guard matrix.keepsShape, let scale = matrix.uniformScale else {
            let moved = SurfaceMeasure(weld, parts) { matrix.transform(weld.position($0)) }
            return PlacedMeasure(moved, mirrored: isMirrored)
        }
        // The volume from the origin after moving by t is that from -t before, which is t·S/3 more than from the origin,
        // where S is the sum of the areas as vectors.
        let vectorArea = matrix.transformArea(measure.vectorArea)
        let translation = SIMD3(matrix.columns.3.x, matrix.columns.3.y, matrix.columns.3.z)
        let volume = matrix.determinant * measure.volumeFromOrigin + dot(translation, vectorArea) / 3
        return PlacedMeasure(
            area: measure.area * scale * scale, signedVolume: isMirrored ? -volume : volume,
            bounds: measure.bounds.flatMap { $0.transformed(by: matrix) },
            shortestEdge: measure.shortestEdge.map { $0 * scale }, smallestPart: measure.smallestPart.map { $0 * scale }
        )
    }
}

extension Matrix4 {
    private var axes: (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>) {
        (
            SIMD3(columns.0.x, columns.0.y, columns.0.z), SIMD3(columns.1.x, columns.1.y, columns.1.z),
            SIMD3(columns.2.x, columns.2.y, columns.2.z)
        )
    }

    /// By how much volumes grow; negative for a matrix that mirrors.
    var determinant: Double { dot(axes.0, cross(axes.1, axes.2)) }

    /// By how much lengths grow, if it is by the same factor in all directions up to rounding; nil if it is not.
    var uniformScale: Double? {
        let (x, y, z) = axes
        let squares = SIMD3(dot(x, x), dot(y, y), dot(z, z))
        let mixed = SIMD3(dot(x, y), dot(y, z), dot(z, x))
        let slack = squares.max() * 1e-6
        guard squares.max() - squares.min() <= slack, mixed.min() >= -slack, mixed.max() <= slack else { return nil }
        return (squares.sum() / 3).squareRoot()
    }

    /// Whether figures of a shape can be told after the transform without looking at the shape: it grows by the same
    /// factor in all directions, and boxes along the axes stay such boxes.
    var keepsShape: Bool { keepsBoxes && uniformScale != nil }

    /// What becomes of an area as a vector along its normal.
    func transformArea(_ area: SIMD3<Double>) -> SIMD3<Double> {
        let (x, y, z) = axes
        return cross(y, z) * area.x + cross(z, x) * area.y + cross(x, y) * area.z
    }
}
