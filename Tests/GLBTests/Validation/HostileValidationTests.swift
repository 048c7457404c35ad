import Testing

@testable import GLB

/// Files made to cost much: none takes more time or memory than its size allows. They are large enough that work which
/// grows with the square of the size would not end.
@Suite(.timeLimit(.minutes(2))) struct HostileValidationTests {
    private func validate(_ members: String, binary: [UInt8]? = nil) throws -> ValidationReport {
        try Validator.validate(bytes: TestAsset.glb(TestAsset.document(members), binary: binary))
    }

    private func list(_ count: Int, _ element: (Int) -> String) -> String {
        "[" + (0..<count).map(element).joined(separator: ",") + "]"
    }

    @Test("a chain of skinned nodes") func chain() throws {
        let count = 20_000
        let report = try validate(
            #""nodes":"# + list(count) { #"{"mesh":0,"skin":0,"translation":[1,0,0],"children":[\#($0 + 1)]}"# }
                + #","skins":[{"joints":\#(list(count) { "\($0)" })}],"meshes":[{"primitives":[{"attributes":{}}]}]"#)
        #expect(report.findings.total >= 4 * count)
        #expect(report.isTruncated)
    }

    @Test("scenes that all show all nodes") func scenes() throws {
        let count = 1000
        let nodes = list(count) { "\($0)" }
        let report = try validate(
            #""nodes":"# + list(count) { _ in #"{"mesh":0,"skin":0}"# } + #","scenes":"#
                + list(count) { _ in #"{"nodes":\#(nodes)}"# }
                + #","skins":[{"joints":\#(nodes)}],"meshes":[{"primitives":[{"attributes":{}}]}]"#)
        #expect(report.findings.hasErrors)
    }

    @Test("accessors that all read the same bytes") func overlap() throws {
        let binary = [UInt8](repeating: 0xFF, count: 1 << 20)
        let report = try validate(
            #""accessors":"#
                + list(20_000) { _ in #"{"bufferView":0,"componentType":5126,"count":262144,"type":"SCALAR"}"# }
                + #","bufferViews":[{"buffer":0,"byteLength":1048576}],"buffers":[{"byteLength":1048576}]"#,
            binary: binary)
        // Every number is none: counted, not kept.
        #expect(report.findings.counts[.error] > 1 << 20)
        #expect(report.findings.kept.count == 100)
        #expect(report.skippedAccessorCount > 0)
    }

    @Test("one accessor as the indices of many primitives") func sharedIndices() throws {
        let count = 20_000
        let binary = [UInt8](repeating: 0xFF, count: 60_000)
        let report = try validate(
            #""meshes":[{"primitives":"# + list(count) { _ in #"{"attributes":{"POSITION":1},"indices":0}"# }
                + #"}],"accessors":[{"bufferView":0,"componentType":5121,"count":60000,"type":"SCALAR"},"#
                + #"{"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[0,0,0]}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":60000}],"buffers":[{"byteLength":60000}]"#,
            binary: binary)
        #expect(report.findings.counts[.error] >= count * 60_000)
    }

    @Test("more attributes than anybody has") func attributes() throws {
        let count = 20_000
        let attributes = (0..<count).map { #""TEXCOORD_\#($0)":0,"JOINTS_\#($0)":0,"WEIGHTS_\#($0)":0"# }
            .joined(separator: ",")
        let report = try validate(
            #""meshes":[{"primitives":[{"attributes":{\#(attributes)},"targets":[{\#(attributes)}]}]}],"#
                + #""accessors":[{"componentType":5126,"count":3,"type":"VEC4"}]"#)
        #expect(report.findings.total > 3 * count)
    }

    @Test("one object with a million members") func members() throws {
        let members = (0..<1_000_000).map { #""m\#($0)":0"# }.joined(separator: ",")
        let report = try validate(#""m0":1,\#(members)"#)
        #expect(report.findings.counts[.warning] == 1_000_000)
    }

    @Test("arrays within arrays, deeper than any stack") func nesting() throws {
        for (open, close) in [("[", "]"), (#"{"extras":"#, "}")] {
            let bomb = String(repeating: open, count: 1_000_000) + "0" + String(repeating: close, count: 1_000_000)
            let report = try validate(#""extras":\#(bomb)"#)
            #expect(report.findings.codes == ["INVALID_JSON"])
        }
        // As deep as is allowed.
        let deep =
            String(repeating: #"{"extensions":{"EXT_a":"#, count: 100) + "{}" + String(repeating: "}}", count: 100)
        #expect(try validate(#""extensionsUsed":["EXT_a"],"extras":\#(deep)"#).findings.counts[.error] == 0)
    }

    @Test("a flood of what is no number") func flood() throws {
        let count = 1 << 18
        let report = try validate(
            #""accessors":[{"bufferView":0,"componentType":5126,"count":\#(count),"type":"SCALAR"}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":\#(4 * count)}],"buffers":[{"byteLength":\#(4 * count)}]"#,
            binary: [UInt8](repeating: 0xFF, count: 4 * count))
        #expect(report.findings.tallies.first { $0.code == .accessorInvalidFloat }?.count == count)
        #expect(report.findings.kept.count == 100)
    }

    @Test("a list of ten million numbers, and one of as many indices as take their time") func lists() throws {
        let numbers = String(repeating: ",0", count: 10_000_000 - 1)
        #expect(try validate(#""extras":{"list":[0\#(numbers)]}"#).findings.total == 0)
        let count = 500_000
        let report = try validate(
            #""nodes":[{}],"scenes":[{"nodes":[0"# + String(repeating: ",0", count: count - 1) + "]}]")
        #expect(report.findings.tallies.first { $0.code == .duplicateElements }?.count == count - 1)
    }

    @Test("images that all are the same bytes") func images() throws {
        let count = 20_000
        let report = try validate(
            #""images":"# + list(count) { #"{"bufferView":\#($0),"mimeType":"image/png"}"# } + #","bufferViews":"#
                + list(count) { _ in #"{"buffer":0,"byteLength":1048576}"# } + #","buffers":[{"byteLength":1048576}]"#,
            binary: [UInt8](repeating: 7, count: 1 << 20))
        #expect(report.findings.tallies.first { $0.code == .imageUnrecognizedFormat }?.count == count)
    }

    @Test("what overlaps is mended with as little work") func mending() throws {
        let count = 5000
        let accessors = list(count) { _ in
            #"{"bufferView":0,"componentType":5126,"count":87381,"type":"VEC3","min":[1,1,1],"max":[1,1,1]}"#
        }
        let members =
            #""accessors":\#(accessors),"bufferViews":[{"buffer":0,"byteLength":1048576}],"#
            + #""buffers":[{"byteLength":1048576}],"meshes":[{"primitives":"#
            + list(count) { #"{"attributes":{"POSITION":\#($0),"NORMAL":\#($0)}}"# } + #"}],"nodes":[{"mesh":0}]"#
        var options = ValidationOptions()
        options.includesFaults = true
        let file = try TestAsset.file(members, binary: [UInt8](repeating: 1, count: 1 << 20))
        let mended = try Mender.mend(file, options: options)
        #expect(mended.bytes.count < 4 << 20)
    }

    @Test("a count beyond all bytes") func counts() throws {
        let report = try validate(
            #""accessors":[{"componentType":5126,"count":9007199254740992,"type":"MAT4","sparse":{"count":4611686018427387904,"#
                + #""indices":{"bufferView":0,"componentType":5125},"values":{"bufferView":0}}}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":4}],"buffers":[{"byteLength":4}]"#,
            binary: [0, 0, 0, 0])
        #expect(report.findings.codes.contains("ACCESSOR_TOO_LONG"))
    }
}
