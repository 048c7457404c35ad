import Catalog
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
            schema: Report.schema, member: "files", rows: rows, id: { $0.file.target.reference },
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
        .init(name: "sizeX", text: { size(of: $0).map { String($0.x) } ?? "" }),
        .init(name: "sizeY", text: { size(of: $0).map { String($0.y) } ?? "" }),
        .init(name: "sizeZ", text: { size(of: $0).map { String($0.z) } ?? "" }),
        .init(name: "errors", text: { String($0.report.findings.counts[.error]) }),
        .init(name: "id", text: { $0.file.target.model?.id.description ?? "" }),
        .init(name: "title", text: { $0.file.target.model?.title ?? "" }),
    ]

    /// The size of the scene; of compressed data only the vertices tell it.
    private static func size(of row: Row) -> SIMD3<Double>? {
        row.report.scene.bounds.box?.size ?? row.file.geometry?.scene.bounds?.size
    }

    private static let geometryFields: [Listing<Row>.Field] = [
        .init(name: "watertight") { $0.file.geometry.map { $0.scene.isWatertight ? "true" : "false" } ?? "" },
        .init(name: "parts") { $0.file.geometry.map { String($0.scene.parts) } ?? "" },
        .init(name: "holes") { $0.file.geometry.map { String($0.scene.holes) } ?? "" },
        .init(name: "area") { $0.file.geometry.map { String($0.scene.area) } ?? "" },
        .init(name: "volume") { $0.file.geometry?.scene.volume.map { String($0) } ?? "" },
    ]

    /// Of a path the end says most, of a model the id.
    private var nameColumn: Table.Column {
        .init(title: "file", shrinks: true, keepsEnd: rows.allSatisfy { $0.file.target.model == nil })
    }

    private func showTable() {
        guard !rows.isEmpty else { return }
        var table = Table([
            nameColumn, .init(title: "size", alignment: .right),
            .init(title: "triangles", alignment: .right), .init(title: "vertices", alignment: .right, leftOut: 5),
            .init(title: "draws", alignment: .right, leftOut: 3),
            .init(title: "materials", alignment: .right, leftOut: 1),
            .init(title: "textures", alignment: .right, leftOut: 2),
            .init(title: "clips", alignment: .right, leftOut: 4),
            .init(title: "height", alignment: .right), .init(title: "errors", alignment: .right),
        ])
        var (bytes, triangles, vertices, draws, errors) = (0, 0, 0, 0, 0)
        for (report, file) in rows {
            let counts = report.scene.counts
            let found = report.findings.counts[.error]
            table.add([
                file.name, Figures.bytes(report.container.byteCount), Figures.count(counts.triangles),
                Figures.count(counts.vertices), Figures.count(counts.drawCalls),
                Figures.count(report.document.materials.count), Figures.count(report.document.textures.count),
                Figures.count(report.document.animations.count),
                Self.size(of: (report, file)).map { Figures.metres($0.y) } ?? "–",
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
            nameColumn, .init(title: "triangles", alignment: .right),
            .init(title: "parts", alignment: .right, leftOut: 1), .init(title: "holes", alignment: .right),
            .init(title: "non-manifold", alignment: .right, leftOut: 4),
            .init(title: "flipped", alignment: .right, leftOut: 3),
            .init(title: "no area", alignment: .right, leftOut: 2), .init(title: "area", alignment: .right, leftOut: 5),
            .init(title: "volume", alignment: .right), .init(title: "watertight"),
        ])
        var (triangles, watertight) = (0, 0)
        for (_, file) in rows {
            guard let scene = file.geometry?.scene else { continue }
            table.add([
                file.name, Figures.count(scene.drawnTriangles), Figures.count(scene.parts),
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
