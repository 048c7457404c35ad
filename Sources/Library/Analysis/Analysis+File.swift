package import Budgets
package import Catalog
import Decompression
package import GLB

extension Analysis {
    /// The version of what the analyser finds and of the program's budgets; a library reads files again that an older one
    /// has read.
    package static let currentVersion = 2

    /// Reads all of a file.
    ///
    /// - Parameter budgets: those that the file is held against.
    package init(of file: AssetFile, budgets: [Budget]) {
        self.init(version: Self.currentVersion)
        let report = Report(of: file)
        var problems: Findings?
        var found = Findings(limit: 0)
        do throws(GLBError) {
            found = try Validator.validate(file, options: .counting).findings
            problems = found
            isValid = !found.hasErrors
        } catch {
            failure = error.description
        }
        var geometry: Geometry?
        do throws(GLBError) {
            geometry = try Geometry(of: file.decompressed(by: Decompressor()))
        } catch {
            failure = error.description
        }
        if let geometry { found.add(geometry.findings) }
        findings = found.counted
        surface = geometry.map { Surface($0.scene) }
        let measurements = Measurements(report, geometry, problems: problems, isReadable: geometry != nil)
        passedBudgets = budgets.filter { Verdict($0, measurements).isPassed }.map(\.name)
    }

    /// What there is to say of a file that cannot be opened.
    package init(failure error: GLBError) {
        self.init(version: Self.currentVersion)
        failure = error.description
    }
}

extension ValidationOptions {
    /// How files are validated for their numbers of problems: all of them are counted, none is kept to be shown.
    package static var counting: ValidationOptions {
        var options = ValidationOptions()
        options.includesFaults = true
        options.pictures = PNGCodec()
        options.maxIssues = 0
        return options
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
        size = scene.bounds.map { Inspection.Size(x: $0.size.x, y: $0.size.y, z: $0.size.z) }
        area = scene.area
        volume = scene.volume
    }
}

extension Findings {
    /// How many of each code there are.
    fileprivate var counted: [FindingCount] {
        tallies.map { tally in
            FindingCount(
                code: tally.code.name, severity: FindingCount.Severity(rawValue: tally.severity.rawValue) ?? .error,
                count: tally.count)
        }
        .sorted { $0.code < $1.code }
    }
}
