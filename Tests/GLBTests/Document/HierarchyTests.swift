import Testing

@testable import GLB

@Suite struct HierarchyTests {
    private func document(_ children: [[Int]]) throws -> Document {
        let nodes = children.map { $0.isEmpty ? "{}" : "{\"children\":\($0)}" }.joined(separator: ",")
        return try Document(decoding: try parse(TestAsset.document("\"nodes\":[\(nodes)]")))
    }

    @Test("parents are the other side of children") func parents() throws {
        let document = try document([[1, 2], [], [3], []])
        #expect(document.parents == [nil, 0, 0, 2])
        #expect(document.findings.total == 0)
    }

    @Test("each node of a loop is reported once") func loops() throws {
        #expect(try document([[0]]).findings.places == ["NODE_LOOP /nodes/0"])
        #expect(Set(try document([[1], [0]]).findings.places) == ["NODE_LOOP /nodes/0", "NODE_LOOP /nodes/1"])
        // A tail below the loop and a node above are not part of it.
        let places = try document([[1], [2, 3], [0], [4], []]).findings.places
        #expect(Set(places) == ["NODE_LOOP /nodes/0", "NODE_LOOP /nodes/1", "NODE_LOOP /nodes/2"])
        #expect(places.count == 3)
    }

    @Test("a node belongs to the first that names it") func override() throws {
        let document = try document([[2], [2], []])
        #expect(document.parents == [nil, nil, 0])
        #expect(document.findings.places == ["NODE_PARENT_OVERRIDE /nodes/1/children/0"])
    }

    @Test("a walk visits each node once, whatever the hierarchy") func walk() throws {
        #expect(SceneWalk(try document([[1], [0]])).visits.isEmpty)
        // A diamond at each level would be a thousand million instances after thirty of them.
        var levels: [[Int]] = []
        for level in 1...30 { levels += [[2 * level, 2 * level + 1], [2 * level, 2 * level + 1]] }
        #expect(SceneWalk(try document(levels + [[], []])).visits.count == 62)
    }

    @Test("a walk goes as deep as the document") func deep() throws {
        let chain = (1..<50_000).map { [$0] } + [[]]
        #expect(SceneWalk(try document(chain)).visits.count == 50_000)
    }

    @Test("transforms add up from parent to child") func transforms() throws {
        let document = try Document(
            decoding: try parse(
                TestAsset.document(
                    #"""
                    "scenes":[{"nodes":[2]},{"nodes":[0]}],"nodes":[
                        {"translation":[1,2,3],"children":[1]},
                        {"rotation":[0,0,0.7071067811865476,0.7071067811865476],"scale":[2,2,2]},
                        {"matrix":[0,1,0,0,-1,0,0,0,0,0,1,0,5,6,7,1]}],"scene":1
                    """#)))
        let walk = SceneWalk(document)
        #expect(walk.scene == 1)
        #expect(walk.visits.map(\.node) == [0, 1])
        let point = walk.visits[1].world.transform([1, 0, 0])
        #expect(abs(point.x - 1) < 1e-12 && abs(point.y - 4) < 1e-12 && point.z == 3)
        let outside = walk.worldMatrices(of: [2])[2]?.transform([1, 0, 0])
        #expect(outside == [5, 7, 7])
    }
}
