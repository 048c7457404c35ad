import GLB

/// Several inspected files: a line each, and totals.
struct InspectSummary {
    private typealias Row = (report: Report, file: InspectedFile)
    private let rows: [Row]

    /// Of files that could be opened; others have no line.
    init(_ files: [InspectedFile]) { rows = files.compactMap { file in file.report.map { ($0, file) } } }

    private var hasGeometry: Bool { rows.contains { $0.file.geometry != nil } }

    /// Prints the files.
    ///
    /// - Parameter isArray: whether JSON is an array, as it is as soon as several files were named.
    func show(as format: OutputFormat, isArray: Bool) {
        if format == .json {
            // The documented shape is the report itself, without a document around it.
            var writer = JSONWriter(pretty: true)
            if isArray { writer.value(rows.map(\.file)) } else { for row in rows { writer.value(row.file) } }
            if !writer.bytes.isEmpty { Console.line(writer.text) }
            return
        }
        Listing(
            schema: Report.schema, member: "files", rows: rows, id: { $0.report.path ?? "" },
            fields: Self.fields + (hasGeometry ? Self.geometryFields : []),
            json: { row, writer in writer.value(row.file) }
        ).show(as: format, table: hasGeometry ? showGeometry : showTable)
    }

    private static let fields: [Listing<Row>.Field] = [
        .init(name: "file", text: { $0.report.path ?? "" }),
        .init(name: "bytes", text: { String($0.report.container.byteCount) }),
        .init(name: "triangles", text: { String($0.report.scene.counts.triangles) }),
        .init(name: "vertices", text: { String($0.report.scene.counts.vertices) }),
        .init(name: "drawCalls", text: { String($0.report.scene.counts.drawCalls) }),
        .init(name: "materials", text: { String($0.report.document.materials.count) }),
        .init(name: "textures", text: { String($0.report.document.textures.count) }),
        .init(name: "animations", text: { String($0.report.document.animations.count) }),
        .init(name: "skins", text: { String($0.report.document.skins.count) }),
        .init(name: "sizeX", text: { $0.report.scene.bounds.box.map { String($0.size.x) } ?? "" }),
        .init(name: "sizeY", text: { $0.report.scene.bounds.box.map { String($0.size.y) } ?? "" }),
        .init(name: "sizeZ", text: { $0.report.scene.bounds.box.map { String($0.size.z) } ?? "" }),
        .init(name: "errors", text: { String($0.report.findings.counts[.error]) }),
    ]

    private static let geometryFields: [Listing<Row>.Field] = [
        .init(name: "watertight") { $0.file.geometry.map { $0.scene.isWatertight ? "true" : "false" } ?? "" },
        .init(name: "parts") { $0.file.geometry.map { String($0.scene.parts) } ?? "" },
        .init(name: "holes") { $0.file.geometry.map { String($0.scene.holes) } ?? "" },
        .init(name: "area") { $0.file.geometry.map { String($0.scene.area) } ?? "" },
        .init(name: "volume") { $0.file.geometry?.scene.volume.map { String($0) } ?? "" },
    ]

    private func showTable() {
        guard !rows.isEmpty else { return }
        var table = Table([
            .init(title: "file", shrinks: true, keepsEnd: true), .init(title: "size", alignment: .right),
            .init(title: "triangles", alignment: .right), .init(title: "vertices", alignment: .right, leftOut: 5),
            .init(title: "draws", alignment: .right, leftOut: 3),
            .init(title: "materials", alignment: .right, leftOut: 1),
            .init(title: "textures", alignment: .right, leftOut: 2),
            .init(title: "clips", alignment: .right, leftOut: 4),
            .init(title: "height", alignment: .right), .init(title: "errors", alignment: .right),
        ])
        var (bytes, triangles, vertices, draws, errors) = (0, 0, 0, 0, 0)
        for (report, _) in rows {
            let counts = report.scene.counts
            let found = report.findings.counts[.error]
            table.add([
                report.path ?? "", Figures.bytes(report.container.byteCount), Figures.count(counts.triangles),
                Figures.count(counts.vertices), Figures.count(counts.drawCalls),
                Figures.count(report.document.materials.count), Figures.count(report.document.textures.count),
                Figures.count(report.document.animations.count),
                report.scene.bounds.box.map { Figures.metres($0.size.y) } ?? "–",
                found == 0 ? "" : Figures.count(found),
            ])
            // Counts come from files; a hostile one may claim more than fits.
            bytes += report.container.byteCount
            triangles = triangles.clampedSum(counts.triangles)
            vertices = vertices.clampedSum(counts.vertices)
            draws = draws.clampedSum(counts.drawCalls)
            errors += found
        }
        table.total = [
            Figures.plural(rows.count, "file"), Figures.bytes(bytes), Figures.count(triangles),
            Figures.count(vertices),
            Figures.count(draws), "", "", "", "", errors == 0 ? "" : Figures.count(errors),
        ]
        table.show()
    }

    private func showGeometry() {
        var table = Table([
            .init(title: "file", shrinks: true, keepsEnd: true), .init(title: "triangles", alignment: .right),
            .init(title: "parts", alignment: .right, leftOut: 1), .init(title: "holes", alignment: .right),
            .init(title: "non-manifold", alignment: .right, leftOut: 4),
            .init(title: "flipped", alignment: .right, leftOut: 3),
            .init(title: "no area", alignment: .right, leftOut: 2), .init(title: "area", alignment: .right, leftOut: 5),
            .init(title: "volume", alignment: .right), .init(title: "watertight"),
        ])
        var (triangles, watertight) = (0, 0)
        for (report, file) in rows {
            guard let scene = file.geometry?.scene else { continue }
            table.add([
                report.path ?? "", Figures.count(scene.drawnTriangles), Figures.count(scene.parts),
                Figures.count(scene.holes), Figures.count(scene.nonManifoldEdges),
                Figures.count(scene.inconsistentEdges), Figures.count(scene.degenerateTriangles),
                Figures.squareMetres(scene.area), scene.volume.map(Figures.cubicMetres) ?? "–",
                scene.isWatertight ? "yes" : "no",
            ])
            triangles = triangles.clampedSum(scene.drawnTriangles)
            if scene.isWatertight { watertight += 1 }
        }
        table.total = [
            Figures.plural(rows.count, "file"), Figures.count(triangles), "", "", "", "", "", "", "",
            "\(Figures.count(watertight)) of \(Figures.count(rows.count))",
        ]
        table.show()
    }
}
