package import GLB

/// The values of all measures of one model.
package struct Measurements: Sendable {
    private let report: Report
    private let geometry: Geometry?
    private let problems: Findings?
    private let isReadable: Bool
    private let metresPerUnit: Double

    /// Takes the values from what was found in a file.
    ///
    /// - Parameters:
    ///   - geometry: nil if the surfaces were not measured.
    ///   - problems: what validation found; nil if the file was not validated.
    ///   - isReadable: whether the triangles could be read, if anybody tried; the document states numbers without them.
    ///   - metresPerUnit: how many metres a unit of the scene is.
    package init(
        _ report: Report, _ geometry: Geometry?, problems: Findings?, isReadable: Bool = true, metresPerUnit: Double = 1
    ) {
        self.report = report
        self.geometry = geometry
        self.problems = problems
        self.isReadable = isReadable
        self.metresPerUnit = metresPerUnit
    }

    /// The value of a measure, 1 for yes and 0 for no; nil if it is not known.
    package subscript(measure: Measure) -> Double? {
        if measure.needsGeometry { return geometry.flatMap { surface(measure, $0) } }
        let document = report.document
        let sides = report.images.compactMap(\.header).flatMap { [$0.width, $0.height] }
        return switch measure {
        case .fileBytes: Double(report.container.byteCount)
        case .errors: problems.map { Double($0.counts[.error]) }
        case .warnings: problems.map { Double($0.counts[.warning]) }
        case .triangles: Double(report.scene.counts.triangles)
        case .vertices: Double(report.scene.counts.vertices)
        case .trianglesOfMesh: Double(document.meshes.map { document.drawCounts(of: $0).triangles }.max() ?? 0)
        case .drawCalls: Double(report.scene.counts.drawCalls)
        case .meshes: Double(document.meshes.count)
        case .primitives: Double(report.unique.drawCalls)
        case .nodes: Double(document.nodes.count)
        case .materials: Double(document.materials.count)
        case .isRootClean: isRootClean ? 1 : 0
        case .areNamed: (document.meshes.map(\.name) + document.materials.map(\.name)).allSatisfy { $0 != nil } ? 1 : 0
        case .textures: Double(document.textures.count)
        // A texture whose header cannot be read may have any size.
        case .textureSide: areHeadersKnown ? Double(sides.max() ?? 0) : nil
        case .smallestTextureSide: areHeadersKnown ? sides.min().map(Double.init) : nil
        case .arePowersOfTwo: areHeadersKnown ? (sides.allSatisfy { $0.nonzeroBitCount == 1 } ? 1 : 0) : nil
        case .textureBytes: Double(report.bytes.textures)
        case .gpuBytes: areHeadersKnown ? Double(report.gpuByteCount) : nil
        case .coordinateSets: Double(report.info.maxUVs)
        case .isRigged: document.skins.isEmpty ? 0 : 1
        case .joints: Double(document.skins.map(\.joints.count).max() ?? 0)
        case .influences: Double(report.info.maxInfluences)
        case .animations: Double(document.animations.count)
        case .animationSeconds: longestAnimation
        case .width: size?.x
        case .height: size?.y
        case .depth: size?.z
        case .longestSide: size?.max()
        case .shortestSide: size?.min()
        default: nil
        }
    }

    /// Whether the measure has nothing to say of the model, as of the size of textures that there are none of.
    package func isMeaningless(_ measure: Measure) -> Bool {
        measure == .smallestTextureSide && report.images.isEmpty
    }

    /// Whether a value is that of data which is there, not only stated.
    func isBacked(_ measure: Measure) -> Bool { isReadable || !measure.needsTriangles }

    private func surface(_ measure: Measure, _ geometry: Geometry) -> Double? {
        let scene = geometry.scene
        let textures = geometry.meshes.flatMap(\.textures)
        return switch measure {
        case .isWatertight: scene.isWatertight ? 1 : 0
        case .parts: Double(scene.parts)
        case .holes: Double(scene.holes)
        case .nonManifoldEdges: Double(scene.nonManifoldEdges)
        case .inconsistentEdges: Double(scene.inconsistentEdges)
        case .isWindingConsistent: scene.inconsistentEdges == 0 ? 1 : 0
        case .isInsideOut: geometry.meshes.contains { $0.isInsideOut } ? 1 : 0
        case .degenerateTriangles: Double(scene.degenerateTriangles)
        case .duplicateTriangles: Double(scene.duplicateTriangles)
        case .smallestPart: scene.smallestPart
        case .coordinatesOutside: Double(textures.reduce(0) { $0 + $1.outside })
        case .coordinatesMirrored: Double(textures.reduce(0) { $0 + $1.mirrored })
        case .coordinatesOverlapping:
            textures.contains { $0.coverage == nil } ? nil : textures.compactMap(\.overlap).max() ?? 0
        default: nil
        }
    }

    /// A file need not state how far its vertices reach, and may state it wrongly; a surface that was measured says it.
    private var size: SIMD3<Double>? {
        if let measured = geometry?.scene.bounds { return measured.size }
        let bounds = report.scene.bounds
        return bounds.accuracy == .exact ? bounds.box.map { $0.size * metresPerUnit } : nil
    }

    private var areHeadersKnown: Bool { report.images.allSatisfy { $0.header != nil } }

    private var longestAnimation: Double? {
        let durations = report.animations.map(\.duration)
        return durations.contains { $0 == nil } ? nil : durations.compactMap { $0 }.max() ?? 0
    }

    private var isRootClean: Bool {
        let document = report.document
        let roots = report.scene.index.map { document.scenes[$0].nodes } ?? Array(document.nodes.indices)
        return roots.allSatisfy { document.nodes[$0].transform.matrix == .identity }
    }
}
