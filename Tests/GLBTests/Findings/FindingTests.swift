import Testing

@testable import GLB

@Suite struct FindingTests {
    @Test("a finding is one line for people and one object for programs") func rendering() {
        let finding = Finding(.nodeLoop, at: .pointer("/nodes/1"), "the node is its own ancestor")
        #expect(finding.description == "error NODE_LOOP at /nodes/1: the node is its own ancestor")
        var writer = JSONWriter()
        writer.value([finding, Finding(.glbExtraData, at: .offset(7), "x")])
        #expect(
            writer.text == #"[{"code":"NODE_LOOP","severity":"error","pointer":"/nodes/1","#
                + #""message":"the node is its own ancestor"},"#
                + #"{"code":"GLB_EXTRA_DATA","severity":"warning","offset":7,"message":"x"}]"#)
    }

    @Test("collections of findings add up within the limit") func adding() {
        var first = Findings(limit: 3)
        var second = Findings(limit: 3)
        for index in 0..<2 { first.add(.nodeLoop, at: .pointer("/nodes/\(index)"), "") }
        for index in 0..<2 { second.add(.glbExtraData, at: .offset(index), "") }
        first.add(second)
        #expect(first.codes == ["NODE_LOOP", "NODE_LOOP", "GLB_EXTRA_DATA"])
        #expect(first.total == 4)
        #expect(first.hasErrors && !second.hasErrors)
    }

    @Test("what is worse is kept, however much came before") func worstAreKept() {
        var findings = Findings(limit: 3)
        for index in 0..<9 { findings.add(.bufferViewTargetMissing, at: .offset(index), "") }
        findings.add(.glbExtraData, at: .offset(9), "")
        #expect(
            findings.places == ["BUFFER_VIEW_TARGET_MISSING 0", "BUFFER_VIEW_TARGET_MISSING 1", "GLB_EXTRA_DATA 9"])
        #expect(findings.room(for: .nodeLoop) == 3)
        #expect(findings.room(for: .glbExtraData) == 2)
        #expect(findings.room(for: .bufferViewTargetMissing) == 0)
        var more = Findings(limit: 3)
        for index in 10..<12 { more.add(.nodeLoop, at: .offset(index), "") }
        findings.add(more)
        for index in 12..<20 { findings.add(.glbExtraData, at: .offset(index), "") }
        #expect(findings.places == ["GLB_EXTRA_DATA 9", "NODE_LOOP 10", "NODE_LOOP 11"])
        #expect(findings.total == 20)
        #expect(findings.room(for: .nodeLoop) == 1)
    }

    @Test("a policy drops codes and changes how bad they are") func policy() {
        var findings = Findings(
            limit: 10, policy: Findings.Policy(ignored: ["NODE_LOOP"], severities: ["GLB_EXTRA_DATA": .error]))
        findings.add(.nodeLoop, at: .pointer(""), "")
        findings.add(.glbExtraData, at: .offset(0), "")
        findings.add(.glbUnknownChunkType, at: .offset(1), "")
        #expect(findings.codes == ["GLB_EXTRA_DATA", "GLB_UNKNOWN_CHUNK_TYPE"])
        #expect(findings.kept.map(\.severity) == [.error, .warning])
        #expect(findings.counts[.error] == 1)
    }
}
