import GLB

/// What the surfaces of one file are like, for a person.
struct GeometryText {
    private let geometry: Geometry
    private let scene: SceneGeometry
    private let document: Document
    /// Whether the report has said the size, in units.
    private let isSizeStated: Bool

    init(_ geometry: Geometry, _ report: Report) {
        let document = report.document
        isSizeStated = report.scene.bounds.box != nil
        self.geometry = geometry
        scene = geometry.scene
        self.document = document
    }

    /// Prints what was measured.
    func show() {
        let unit = geometry.options.metresPerUnit
        Sheet.heading("geometry" + (unit == 1 ? "" : " (a unit is \(Figures.number(unit)) m)"))
        guard scene.drawnTriangles > 0 else {
            Sheet.line("surface", "the scene draws no triangles")
            return showMeshes()
        }
        Sheet.line("surface", surface)
        Sheet.line("faults", faults)
        for finding in geometry.findings.kept {
            Sheet.line("seams", "\(finding.location.words): \(finding.message) [\(finding.code.name)]")
        }
        Sheet.line("area", Figures.squareMetres(scene.area))
        Sheet.line("volume", volume)
        if unit != 1 || !isSizeStated, let size = scene.bounds?.size {
            let sides = [size.x, size.y, size.z].map(Figures.metres).joined(separator: " × ")
            Sheet.line("size", "\(sides) (width × height × depth)")
        }
        Sheet.line("smallest", smallest)
        showMeshes()
        showTextures()
    }

    private var surface: String {
        var words = [scene.isWatertight ? "watertight" : scene.boundaryEdges > 0 ? "open" : "not watertight"]
        words.append(Figures.plural(scene.parts, "part"))
        if scene.holes > 0 {
            words.append(
                "\(Figures.plural(scene.holes, "hole")) with \(Figures.plural(scene.boundaryEdges, "open edge"))")
        }
        words.append("Euler number \(scene.eulerNumber)")
        return words.joined(separator: ", ")
    }

    /// What is wrong with the surface by itself; a hole may be meant.
    private var faults: String {
        let counts = [
            (scene.nonManifoldEdges, "edge of more than two triangles", "edges of more than two triangles"),
            (scene.nonManifoldVertices, "vertex where surfaces touch", "vertices where surfaces touch"),
            (scene.selfTouchingParts, "part that touches itself", "parts that touch themselves"),
            (scene.inconsistentEdges, "edge between front and back", "edges between front and back"),
            (scene.degenerateTriangles, "triangle without area", "triangles without area"),
            (scene.duplicateTriangles, "duplicate triangle", "duplicate triangles"),
        ]
        var words = counts.filter { $0.0 > 0 }.map { Figures.plural($0.0, $0.1, $0.2) }
        if let volume = scene.volume, volume < 0 { words.append("inside out") }
        return words.joined(separator: ", ")
    }

    private var volume: String {
        if let volume = scene.volume { return Figures.cubicMetres(volume) }
        if scene.isWatertight { return "unknown: fronts and backs meet" }
        return scene.boundaryEdges > 0
            ? "unknown: the surface is open" : "unknown: there are edges of more than two triangles"
    }

    private var smallest: String {
        let pieces = [("edge", scene.shortestEdge), ("part", scene.smallestPart)]
        return pieces.compactMap { name, length in length.map { "\(name) \(Figures.metres($0))" } }
            .joined(separator: ", ")
    }

    private func showMeshes() {
        Sheet.table(
            geometry.meshes.count,
            [
                .init(title: "mesh", shrinks: true), .init(title: "triangles", alignment: .right),
                .init(title: "parts", alignment: .right, leftOut: 6), .init(title: "holes", alignment: .right),
                .init(title: "open edges", alignment: .right, leftOut: 7),
                .init(title: "seam edges", alignment: .right, leftOut: 1),
                .init(title: "non-manifold", alignment: .right, leftOut: 8),
                .init(title: "flipped", alignment: .right, leftOut: 4),
                .init(title: "no area", alignment: .right, leftOut: 5),
                .init(title: "genus", alignment: .right, leftOut: 3),
                .init(title: "ACMR", alignment: .right, leftOut: 2), .init(title: "watertight"),
            ]
        ) { index in
            let mesh = geometry.meshes[index]
            return [
                Sheet.label(mesh.mesh, document.meshes[mesh.mesh].name), Figures.count(mesh.drawnTriangles),
                Figures.count(mesh.welded.parts), Figures.count(mesh.holes.count),
                Figures.count(mesh.welded.boundaryEdges),
                Figures.count(mesh.indexed.boundaryEdges - mesh.welded.boundaryEdges),
                Figures.count(mesh.welded.nonManifoldEdges), Figures.count(mesh.welded.inconsistentEdges),
                Figures.count(mesh.faults.degenerate), mesh.genus.map { Figures.count($0) } ?? "–",
                mesh.vertexCache.acmr.map { Figures.decimal($0, 2) } ?? "–", mesh.isWatertight ? "yes" : "no",
            ]
        }
    }

    private func showTextures() {
        let layouts = geometry.meshes.flatMap { mesh in mesh.textures.map { (mesh.mesh, $0) } }
        Sheet.table(
            layouts.count,
            [
                .init(title: "mesh / material"), .init(title: "pixels", alignment: .right, leftOut: 2),
                .init(title: "covered", alignment: .right), .init(title: "overlapping", alignment: .right),
                .init(title: "outside", alignment: .right), .init(title: "mirrored", alignment: .right, leftOut: 1),
                .init(title: "pixels a metre", alignment: .right),
            ]
        ) { index in
            let (mesh, layout) = layouts[index]
            return [
                "\(mesh) / \(layout.material.map { String($0) } ?? "–")",
                layout.pixels.map { "\($0.x) × \($0.y)" } ?? "–",
                layout.coverage.map { Figures.share($0) } ?? "–", layout.overlap.map { Figures.share($0) } ?? "–",
                Figures.count(layout.outside), Figures.count(layout.mirrored),
                layout.density.map { density in
                    [density.low, density.median, density.high].map { Figures.decimal($0, 0) }.joined(separator: " – ")
                } ?? "–",
            ]
        }
    }
}
