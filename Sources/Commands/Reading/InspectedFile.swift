import Decompression
import Foundation
import GLB
import Library

/// What came of inspecting one target.
struct InspectedFile: Sendable {
    let target: FileTarget
    /// What is in the file; nil if it could not be opened.
    private(set) var report: Report?
    /// What its surfaces are like, if that was asked for and they could be read.
    private(set) var geometry: Geometry?
    /// What validation found, if that was asked for.
    private(set) var problems: Findings?
    /// Why something of this is not known.
    private(set) var failure: GLBError?

    /// What people call it.
    var name: String { target.name }

    /// Inspects a target.
    ///
    /// - Parameters:
    ///   - options: how to measure its surfaces; nil not to.
    ///   - readsTriangles: whether to see that triangles can be read, which measuring does anyway.
    ///   - validates: whether to count what breaks the specification.
    init(
        _ target: FileTarget, geometry options: Geometry.Options?, readsTriangles: Bool = false, validates: Bool = false
    ) {
        self.target = target
        do throws(GLBError) {
            let file = try AssetFile(path: target.path)
            report = Report(of: file)
            if validates { problems = try Validator.validate(file, options: .counting).findings }
            guard options != nil || readsTriangles else { return }
            let decompressed = file.decompressed(by: Decompressor())
            if let options {
                geometry = try Geometry(of: decompressed, options)
            } else {
                try decompressed.checkTriangles()
            }
        } catch {
            failure = error
        }
    }

    /// Inspects targets, side by side where all of them is read; in the order in which they were named.
    static func all(
        _ targets: [FileTarget], geometry options: Geometry.Options?, readsTriangles: Bool = false,
        validates: Bool = false
    ) -> [InspectedFile] {
        let inspect: @Sendable (FileTarget) -> InspectedFile = {
            InspectedFile($0, geometry: options, readsTriangles: readsTriangles, validates: validates)
        }
        guard options != nil || readsTriangles || validates, targets.count > 1 else { return targets.map(inspect) }
        var inspected = [InspectedFile?](repeating: nil, count: targets.count)
        let workers = Workers(
            Array(targets.enumerated()), width: ProcessInfo.processInfo.activeProcessorCount, isStopped: { false }
        ) { ($0.offset, inspect($0.element)) }
        workers.collect { inspected[$0.0] = $0.1 }
        return inspected.compactMap { $0 }
    }

    /// Says what failed, if anything did.
    func reportFailure() {
        if let failure { Console.report(InFile(path: name, cause: failure)) }
    }

    /// How the process ends because of this file; nil if all is well.
    var ending: ExitStatus? { failure?.exitStatus ?? (report?.hasErrors == true ? .badData : nil) }
}

extension InspectedFile: JSONWritable {
    /// Writes the report, and as more members the geometry and which model it is.
    func write(to writer: inout JSONWriter) {
        report?.write(to: &writer) { writer in
            writer.member(ifPresent: "geometry", geometry)
            target.writeIdentity(to: &writer)
        }
    }
}
