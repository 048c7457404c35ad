// Compiled together with the module GLB by scripts/fuzz, so that coverage and sanitizers see all of it.

/// Reads some bytes as everything that they could be: an asset, a JSON text, an image.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    _ = try? JSONText(parsing: bytes).root.count
    _ = try? ImageHeader(reading: ByteSource(bytes))
    _ = DataURI("data:application/octet-stream;base64," + String(decoding: bytes.prefix(256), as: UTF8.self))
    readAsset(bytes)
    validate(bytes)
    return 0
}

/// Opens, decodes and mends an asset; the mended one must be one, and no worse.
private func readAsset(_ bytes: [UInt8]) {
    guard let file = try? AssetFile(bytes: bytes, damage: .report) else { return }
    var writer = JSONWriter()
    writer.value(Report(of: file))
    precondition((try? JSONText(parsing: writer.bytes)) != nil, "a report is no JSON")
    for index in file.document.accessors.indices.prefix(64) where file.document.accessors[index].count < 1 << 16 {
        _ = try? file.data(ofAccessor: index).floats().count
    }
    for index in file.document.images.indices.prefix(64) {
        if let source = try? file.data(ofImage: index) { _ = try? ImageHeader(reading: source) }
    }
    measure(file)
    var options = ValidationOptions()
    options.includesFaults = true
    guard let mended = try? Mender.mend(file, options: options) else { return }
    guard (try? AssetFile(bytes: mended.bytes)) != nil else { preconditionFailure("a mended asset cannot be read") }
}

/// Measures the surfaces of what is small by what it states: the limits are for files of millions of triangles.
private func measure(_ file: AssetFile) {
    guard file.document.accessors.allSatisfy({ $0.count < 1 << 12 }), file.document.nodes.count < 64,
        file.document.meshes.reduce(0, { $0 + $1.primitives.count }) < 16
    else { return }
    var options = Geometry.Options()
    options.weldTolerance = 0.01
    for options in [Geometry.Options(), options] {
        guard let geometry = try? Geometry(of: file, options) else { continue }
        var writer = JSONWriter()
        writer.value(geometry)
        precondition((try? JSONText(parsing: writer.bytes)) != nil, "a measurement is no JSON")
        precondition(
            geometry.meshes.allSatisfy { $0.faults.duplicate <= $0.drawnTriangles }, "triangles are miscounted")
    }
}

private func validate(_ bytes: [UInt8]) {
    var options = ValidationOptions()
    options.includesFaults = true
    options.maxIssues = 20
    guard let report = try? Validator.validate(bytes: bytes, options: options) else { return }
    precondition(report.findings.kept.count == min(20, report.findings.total), "findings are miscounted")
    var writer = JSONWriter()
    writer.value(report)
    writer.value(KhronosReport(report, validatorVersion: "0.0.0"))
    _ = report.findings.kept.map(\.description)
}
