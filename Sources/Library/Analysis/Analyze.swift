import Budgets
import Catalog
import Foundation
import GLB
import SystemPackage

extension Library {
    /// What became of reading files.
    package struct AnalysisSummary: Equatable, Sendable {
        /// Files that were read.
        package var read: Int
        /// Of these, files in which something could not be read.
        package var failed: Int

        package init(read: Int = 0, failed: Int = 0) { (self.read, self.failed) = (read, failed) }
    }

    /// Reads models' files that were not read by this version yet, and records what their surfaces are like, which rules
    /// they break, and which of the program's budgets they pass.
    ///
    /// - Parameters:
    ///   - hashes: the files to read; nil for all.
    ///   - isStopped: asked before each file; once true, the rest is left for another time.
    ///   - each: told now and then how many are done; called on this thread.
    /// - Throws: if the catalogue cannot be read or written, or while garbage is collected.
    package func analyze(
        _ hashes: [String]? = nil, isStopped: @escaping @Sendable () -> Bool = { false }, each: (_ done: Int) -> Void
    ) throws -> AnalysisSummary {
        let lock = try FolderLock(objects.incoming, .shared)
        defer { lock.release() }
        let budgets = try Budget.shipped.compactMap { try Budget.shipped($0.name) }.filter { !$0.limits.isEmpty }
        var summary = AnalysisSummary()
        func analyze(_ files: [StoredObject]) throws {
            try self.analyze(files, budgets, isStopped) { batch in
                try catalog.record(batch)
                summary.read += batch.count
                summary.failed += batch.count { !$0.analysis.failure.isEmpty }
                each(summary.read)
            }
        }
        if let hashes {
            try analyze(catalog.unanalyzedObjects(version: Analysis.currentVersion, among: hashes))
            return summary
        }
        var last = ""
        while !isStopped() {
            let page = try catalog.unanalyzedObjects(version: Analysis.currentVersion, after: last)
            guard let end = page.last else { break }
            last = end.hash
            try analyze(page)
        }
        return summary
    }

    /// Reads files side by side and hands over what was found in batches.
    private func analyze(
        _ files: [StoredObject], _ budgets: [Budget], _ isStopped: @escaping @Sendable () -> Bool,
        _ record: ([(hash: String, analysis: Analysis)]) throws -> Void
    ) throws {
        let workers = Workers(
            files, width: ProcessInfo.processInfo.activeProcessorCount, isStopped: isStopped
        ) { file in (hash: file.hash, analysis: analysis(of: file, budgets)) }
        var batch: [(hash: String, analysis: Analysis)] = []
        var began = ContinuousClock.now
        try workers.collect { result in
            if batch.isEmpty { began = .now }
            batch.append(result)
            guard batch.count == 128 || ContinuousClock.now - began > .milliseconds(500) else { return }
            try record(batch)
            batch.removeAll()
        }
        if !batch.isEmpty { try record(batch) }
    }

    private func analysis(of object: StoredObject, _ budgets: [Budget]) -> Analysis {
        do throws(GLBError) {
            let path = objects.path(hash: object.hash, format: object.format)
            return Analysis(of: try AssetFile(path: path.string), budgets: budgets)
        } catch {
            return Analysis(failure: error)
        }
    }
}
