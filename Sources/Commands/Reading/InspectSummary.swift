import GLB

/// Several inspected files: a line each, and totals.
struct InspectSummary {
    private let reports: [Report]

    init(_ reports: [Report]) { self.reports = reports }

    /// Prints the files.
    ///
    /// - Parameter isArray: whether JSON is an array, as it is as soon as several files were named.
    func show(as format: OutputFormat, isArray: Bool) {
        if format == .json {
            // The documented shape is the report itself, without a document around it.
            var writer = JSONWriter(pretty: true)
            if isArray { writer.value(reports) } else { for report in reports { writer.value(report) } }
            if !writer.bytes.isEmpty { Console.line(writer.text) }
            return
        }
        Listing(
            schema: Report.schema, member: "files", rows: reports, id: { $0.path ?? "" }, fields: Self.fields,
            json: { report, writer in writer.value(report) }
        ).show(as: format, table: showTable)
    }

    private static let fields: [Listing<Report>.Field] = [
        .init(name: "file", text: { $0.path ?? "" }), .init(name: "bytes", text: { String($0.container.byteCount) }),
        .init(name: "triangles", text: { String($0.scene.counts.triangles) }),
        .init(name: "vertices", text: { String($0.scene.counts.vertices) }),
        .init(name: "drawCalls", text: { String($0.scene.counts.drawCalls) }),
        .init(name: "materials", text: { String($0.document.materials.count) }),
        .init(name: "textures", text: { String($0.document.textures.count) }),
        .init(name: "animations", text: { String($0.document.animations.count) }),
        .init(name: "skins", text: { String($0.document.skins.count) }),
        .init(name: "sizeX", text: { $0.scene.bounds.box.map { String($0.size.x) } ?? "" }),
        .init(name: "sizeY", text: { $0.scene.bounds.box.map { String($0.size.y) } ?? "" }),
        .init(name: "sizeZ", text: { $0.scene.bounds.box.map { String($0.size.z) } ?? "" }),
        .init(name: "errors", text: { String($0.findings.counts[.error]) }),
    ]

    private func showTable() {
        guard !reports.isEmpty else { return }
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
        for report in reports {
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
            Figures.plural(reports.count, "file"), Figures.bytes(bytes), Figures.count(triangles),
            Figures.count(vertices),
            Figures.count(draws), "", "", "", "", errors == 0 ? "" : Figures.count(errors),
        ]
        table.show()
    }
}
