import Library

extension Library {
    /// Reads models' files that were not read yet, and shows how far it has come.
    ///
    /// - Parameter hashes: the files to read; nil for all.
    @discardableResult
    func analyzeShowingProgress(_ hashes: [String]?) throws -> AnalysisSummary {
        guard hashes?.isEmpty != true else { return AnalysisSummary() }
        let progress = Progress("measuring", total: hashes?.count, unit: "models")
        defer { progress.finish() }
        return try analyze(hashes, isStopped: { Interrupt.isRequested }) { progress.update(done: $0) }
    }
}
