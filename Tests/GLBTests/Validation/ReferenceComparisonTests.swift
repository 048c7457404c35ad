import Foundation
import TestSupport
import Testing

@testable import GLB

/// Holds our reports against those of the reference validator: codes with severities and places, as a multiset.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)")) struct ReferenceComparisonTests {
    /// How many files of each part of the corpus have a report, how many of ours are the same, and how many differ only
    /// on purpose (``DeliberateDifference``).
    private static let figures: [String: Figures] = [
        "khronos-validator": Figures(files: 188, same: 187, deliberate: 1),
        "sample-assets": Figures(files: 235, same: 187, deliberate: 48),
        "meshy": Figures(files: 29, same: 10, deliberate: 19),
        "hostile": Figures(files: 124, same: 115, deliberate: 9),
    ]

    @Test("findings are those of the reference validator", arguments: Corpus.parts)
    func findings(part: String) throws {
        var figures = Figures()
        for file in CorpusFile.all[part] ?? [] {
            guard let expected = file.report?["issues"] else { continue }
            figures.files += 1
            var options = ValidationOptions()
            options.maxIssues = 1 << 20
            let report = try Validator.validate(path: file.path, options: options)
            let unexplained = Comparison(report.findings, expected).differences
            let different = unexplained.filter { difference in
                !DeliberateDifference.all.contains { $0.explains(difference, file) }
            }
            #expect(different.isEmpty, "\(file.path)")
            if unexplained.isEmpty { figures.same += 1 } else if different.isEmpty { figures.deliberate += 1 }
        }
        print("\(part): \(figures.files) cases, \(figures.same) agree, \(figures.deliberate) differ on purpose")
        #expect(figures == Self.figures[part], "\(part)")
    }

    @Test("the reports' figures and resources are those of the reference validator", arguments: Corpus.parts)
    func info(part: String) throws {
        for file in CorpusFile.all[part] ?? [] {
            guard let expected = file.report, expected["validatorVersion"] != nil,
                !file.path.hasSuffix("mesh-multiple-primitives.gltf")
            else { continue }
            let report = try Validator.validate(path: file.path)
            var writer = JSONWriter()
            KhronosReport(report, validatorVersion: "0.0.0").write(to: &writer)
            let found = try JSONText(parsing: writer.bytes).root
            #expect(found["mimeType"]?.string == expected["mimeType"]?.string, "\(file.path)")
            #expect((found["info"] == nil) == (expected["info"] == nil), "\(file.path)")
            for (name, value) in expected["info"].map({ Array($0.members) }) ?? [] where name != "resources" {
                #expect(found["info"]?[name]?.canonical == value.canonical, "\(name) of \(file.path)")
            }
            let resources = zip(
                expected["info"]?["resources"].map { Array($0.elements) } ?? [],
                found["info"]?["resources"].map { Array($0.elements) } ?? [])
            for (expected, found) in resources {
                for name in ["pointer", "storage", "byteLength", "mimeType", "image"] where !file.hidesResources {
                    #expect(found[name]?.canonical == expected[name]?.canonical, "\(name) of \(file.path)")
                }
            }
        }
    }
}

/// How many files were compared, and with what result.
private struct Figures: Equatable {
    var files = 0
    var same = 0
    var deliberate = 0
}

extension CorpusFile {
    /// Whether the file has images of a format that we know and the reference validator does not, images that it skips
    /// since they have an extension, or a URI that only one of us takes for one.
    fileprivate var hidesResources: Bool {
        ["KHR_texture_basisu", "EXT_meshopt_compression", "KHR_xmp_json_ld", "MAXAR_image_ortho"].contains(where: uses)
            || path.hasSuffix("/invalid-uri.gltf")
    }
}

extension JSONValue {
    /// The value without white space.
    fileprivate var canonical: String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text
    }
}

/// What is found in one of two reports and not in the other.
struct Comparison {
    struct Issue: Hashable {
        let code: String
        let severity: Int
        /// A JSON pointer, or a byte offset in digits.
        let place: String
    }

    struct Difference: CustomStringConvertible {
        let issue: Issue
        /// Whether it is the reference report that has it.
        let isMissing: Bool

        var description: String { "\(isMissing ? "missing" : "extra") \(issue.code) \(issue.severity) \(issue.place)" }
    }

    let differences: [Difference]

    init(_ findings: Findings, _ expected: JSONValue) {
        let theirs = Self.count(
            expected["messages"]?.elements.compactMap { message in
                message["code"]?.string.flatMap { code in
                    Issue(
                        code: code, severity: message["severity"]?.integer ?? -1,
                        place: message["pointer"]?.string ?? message["offset"]?.integer.map(String.init) ?? "")
                }
            } ?? [])
        let ours = Self.count(findings.kept.map(Issue.init))
        let missing = theirs.filter { $1 > ours[$0] ?? 0 }.keys.map { Difference(issue: $0, isMissing: true) }
        guard expected["messagesTotal"] == nil else {
            // Only the first of their messages are kept, so that ours can be compared by number alone.
            let totals = ["numErrors", "numWarnings", "numInfos", "numHints"].enumerated().filter { severity, name in
                expected[name]?.integer != findings.kept.count { Issue($0).severity == severity }
            }
            differences =
                missing
                + totals.map { Difference(issue: Issue(code: $1, severity: $0, place: ""), isMissing: false) }
            return
        }
        differences =
            missing + ours.filter { $1 > theirs[$0] ?? 0 }.keys.map { Difference(issue: $0, isMissing: false) }
    }

    private static func count(_ issues: [Issue]) -> [Issue: Int] {
        issues.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}

extension Comparison.Issue {
    fileprivate init(_ finding: Finding) {
        code = finding.code.name
        severity = Finding.Severity.allCases.firstIndex(of: finding.severity) ?? -1
        switch finding.location {
        case .pointer(let pointer): place = pointer
        case .offset(let offset): place = String(offset)
        }
    }
}
