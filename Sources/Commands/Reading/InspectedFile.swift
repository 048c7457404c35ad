import Decompression
import Foundation
import GLB
import Library

/// What came of inspecting one target.
struct InspectedFile: Sendable {
    let name: String
    /// What is in the file; nil if it could not be opened.
    private(set) var report: Report?
    /// What its surfaces are like, if that was asked for and they could be read.
    private(set) var geometry: Geometry?
    /// Why there is no report, or no geometry.
    private(set) var failure: GLBError?

    /// Inspects a target.
    ///
    /// - Parameters:
    ///   - options: how to measure its surfaces; nil not to.
    ///   - readsTriangles: whether to see that triangles can be read, which measuring does anyway.
    init(_ target: FileTarget, geometry options: Geometry.Options?, readsTriangles: Bool = false) {
        name = target.name
        do throws(GLBError) {
            let file = try AssetFile(path: target.path)
            report = Report(of: file)
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

    /// Inspects targets, side by side where their triangles are read; in the order in which they were named.
    static func all(
        _ targets: [FileTarget], geometry options: Geometry.Options?, readsTriangles: Bool = false
    ) -> [InspectedFile] {
        guard options != nil || readsTriangles, targets.count > 1 else {
            return targets.map { InspectedFile($0, geometry: options, readsTriangles: readsTriangles) }
        }
        var inspected = [InspectedFile?](repeating: nil, count: targets.count)
        let workers = Workers(
            Array(targets.enumerated()), width: ProcessInfo.processInfo.activeProcessorCount, isStopped: { false }
        ) { ($0.offset, InspectedFile($0.element, geometry: options, readsTriangles: readsTriangles)) }
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
    /// Writes the report, and the geometry as one more member.
    func write(to writer: inout JSONWriter) {
        report?.write(to: &writer) { writer in writer.member(ifPresent: "geometry", geometry) }
    }
}
