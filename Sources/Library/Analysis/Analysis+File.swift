package import Budgets
package import Catalog
import Decompression
package import GLB

extension Analysis {
    /// The version of what the analyser finds and of the program's budgets; a library reads files again that an older one
    /// has read.
    package static let currentVersion = 1

    /// Reads all of a file.
    ///
    /// - Parameter budgets: those that the file is held against.
    package init(of file: AssetFile, budgets: [Budget]) {
        self.init(version: Self.currentVersion)
        let report = Report(of: file)
        findings = report.findings.counted
        var geometry: Geometry?
        do throws(GLBError) {
            geometry = try Geometry(of: file.decompressed(by: Decompressor()))
        } catch {
            failure = error.description
        }
        surface = geometry.map { Surface($0.scene) }
        let measurements = Measurements(report, geometry)
        passedBudgets = budgets.filter { Verdict($0, measurements).isPassed }.map(\.name)
    }

    /// What there is to say of a file that cannot be opened.
    package init(failure error: GLBError) {
        self.init(version: Self.currentVersion)
        failure = error.description
    }
}

extension Analysis.Surface {
    fileprivate init(_ scene: SceneGeometry) {
        self.init()
        isWatertight = scene.isWatertight
        parts = scene.parts
        holes = scene.holes
        nonManifoldEdges = scene.nonManifoldEdges
        inconsistentEdges = scene.inconsistentEdges
        degenerateTriangles = scene.degenerateTriangles
        duplicateTriangles = scene.duplicateTriangles
        area = scene.area
        volume = scene.volume
    }
}

extension Findings {
    /// How many of each code were kept.
    fileprivate var counted: [FindingCount] {
        var counts: [String: FindingCount] = [:]
        for finding in kept {
            let severity = FindingCount.Severity(rawValue: finding.severity.rawValue) ?? .error
            let name = finding.code.name
            counts[name, default: FindingCount(code: name, severity: severity, count: 0)].count += 1
        }
        return counts.values.sorted { $0.code < $1.code }
    }
}
