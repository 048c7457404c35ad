import GLB
import Testing

@testable import Budgets

@Suite struct VerdictTests {
    /// One square of two triangles, two metres wide, under a root node with these members.
    private func measurements(
        _ root: String = "", scale: Double = 1, stated: Bool = true, measured: Bool = true, flipped: Bool = false,
        readable: Bool = true
    ) throws -> Measurements {
        // The indices of the second triangle: 0 2 3, or 0 3 2.
        let bounds = stated ? #","min":[0,0,0],"max":[2,2,0]"# : ""
        let indices = flipped ? "AAECAAMC" : "AAECAAID"
        let json = #"""
            {"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0\#(root)}],
            "meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],
            "accessors":[{"bufferView":0,"componentType":5126,"count":4,"type":"VEC3"\#(bounds)},
                {"bufferView":1,"componentType":5121,"count":6,"type":"SCALAR"}],
            "bufferViews":[{"buffer":0,"byteLength":48},{"buffer":0,"byteOffset":48,"byteLength":6}],
            "buffers":[{"byteLength":54,"uri":"data:;base64,AAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAQAAAAEAAAAAAAAAAAAAAAEAAAAAA\#(indices)"}]}
            """#
        let file = try AssetFile(bytes: Array(json.utf8))
        // Compressed vertices are read when surfaces are measured, and not before.
        let unread = json.replacing("data:;base64,", with: "missing-")
        let report = Report(of: stated ? file : try AssetFile(bytes: Array(unread.utf8)))
        var options = Geometry.Options()
        options.metresPerUnit = scale
        return Measurements(
            report, measured ? try Geometry(of: file, options) : nil,
            problems: measured ? try Validator.validate(file).findings : nil, isReadable: readable, metresPerUnit: scale
        )
    }

    private func limit(_ measure: Measure, _ bound: Budget.Bound, _ severity: Budget.Severity = .error) -> Budget {
        Budget(
            name: "mine", title: "my own",
            limits: [
                Budget.Limit(
                    measure: measure, bound: bound, severity: severity, kind: .hard, source: "", checked: "",
                    reason: "",
                    change: "")
            ])
    }

    @Test("errors are those of validation, and not known without it")
    func problems() throws {
        // The data URI states a media type that is not for buffers, which only validation sees.
        #expect(try measurements()[.errors] == 1)
        #expect(try measurements(measured: false)[.errors] == nil)
        #expect(!Verdict(limit(.errors, .atMost(0)), try measurements(measured: false)).isPassed)
    }

    @Test("values beyond a limit fail, those at it pass")
    func bounds() throws {
        let values = try measurements()
        #expect(values[.triangles] == 2)
        #expect(Verdict(limit(.triangles, .atMost(2)), values).isPassed)
        #expect(!Verdict(limit(.triangles, .atMost(1)), values).isPassed)
        #expect(Verdict(limit(.triangles, .atLeast(2)), values).isPassed)
        #expect(!Verdict(limit(.triangles, .atLeast(3)), values).isPassed)
        #expect(!Verdict(limit(.isWatertight, .mustBe(true)), values).isPassed)
        #expect(Verdict(limit(.isWatertight, .mustBe(false)), values).isPassed)
        #expect(Verdict(limit(.isWindingConsistent, .mustBe(true)), values).isPassed)
        #expect(!Verdict(limit(.isWindingConsistent, .mustBe(true)), try measurements(flipped: true)).isPassed)
    }

    @Test("a warning is told and does not fail") func warning() throws {
        let verdict = Verdict(limit(.triangles, .atMost(1), .warning), try measurements())
        #expect(verdict.isPassed)
        #expect(verdict.count(.warned) == 1)
    }

    @Test("what differs by less than a file can say is the limit itself") func rounding() throws {
        #expect(Verdict(limit(.width, .atMost(0.8)), try measurements(scale: 0.4)).isPassed)
        #expect(Verdict(limit(.width, .atMost(2 - 1e-9)), try measurements()).isPassed)
        #expect(!Verdict(limit(.width, .atMost(1.99)), try measurements()).isPassed)
    }

    @Test("what was not measured does not pass, be it an error or a warning", arguments: Budget.Severity.allCases)
    func unknown(severity: Budget.Severity) throws {
        let verdict = Verdict(limit(.isWatertight, .mustBe(true), severity), try measurements(measured: false))
        #expect(!verdict.isPassed)
        #expect(verdict.count(.unknown) == 1)
    }

    @Test(
        "what is stated of triangles that cannot be read counts against a model and not for it",
        arguments: [Measure.triangles, .vertices, .trianglesOfMesh, .width, .longestSide])
    func hearsay(measure: Measure) throws {
        let values = try measurements(measured: false, readable: false)
        let within = Verdict(limit(measure, .atMost(100), .warning), values)
        #expect(!within.isPassed)
        #expect(within.checks.map(\.outcome) == [.unknown])
        #expect(within.checks.map(\.value) == [nil])
        #expect(Verdict(limit(measure, .atMost(1)), values).checks.map(\.outcome) == [.failed])
        #expect(!Verdict(limit(measure, .atMost(1), .warning), values).isPassed)
        // What needs no triangle is known.
        #expect(Verdict(limit(.materials, .atMost(1)), values).isPassed)
    }

    @Test("without textures, their least size is no question") func meaningless() throws {
        #expect(Verdict(limit(.smallestTextureSide, .atLeast(512)), try measurements()).isPassed)
    }

    @Test("lengths follow the scale, and a transform at the root is seen") func sizes() throws {
        #expect(try measurements(scale: 0.01)[.longestSide] == 0.02)
        #expect(try measurements(#","matrix":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]"#)[.isRootClean] == 1)
        #expect(try measurements(#","scale":[2,2,2]"#)[.isRootClean] == 0)
        #expect(try measurements()[.areNamed] == 0)
    }

    @Test("what the file does not state is known once it was measured") func measuredSizes() throws {
        #expect(try measurements(stated: false, measured: false)[.longestSide] == nil)
        #expect(try measurements(scale: 0.5, stated: false)[.longestSide] == 1)
    }

    @Test("every measure has a value for an ordinary model", arguments: Measure.allCases)
    func complete(measure: Measure) throws {
        let values = try measurements()
        #expect(values[measure] != nil || values.isMeaningless(measure))
        #expect(!measure.advice.isEmpty)
    }
}
