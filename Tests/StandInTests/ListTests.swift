import HTTPTypes
import Testing

@testable import StandIn

@Suite struct ListTests {
    private func fill(_ visitor: Visitor, _ count: Int) async throws -> [String] {
        var ids: [String] = []
        for number in 0..<count {
            ids.append(
                try await visitor.make(
                    Family.textToImage.path, #"{"ai_model":"nano-banana","prompt":"owl \#(number)"}"#))
            visitor.clock.turn(1)
        }
        return ids
    }

    private func ids(_ visitor: Visitor, _ query: String) async throws -> [String] {
        try await visitor.get("\(Family.textToImage.path)\(query)").json.elements.compactMap { $0["id"]?.string }
    }

    @Test("pages follow each other, newest first unless asked otherwise, and end with an empty one")
    func pages() async throws {
        try await Bench().visit { visitor in
            let all = try await fill(visitor, 23)
            #expect(try await ids(visitor, "") == Array(all.reversed().prefix(10)))
            #expect(try await ids(visitor, "?page_num=3") == Array(all.reversed().dropFirst(20)))
            #expect(try await ids(visitor, "?page_num=4") == [])
            #expect(try await ids(visitor, "?page_size=50&sort_by=%2Bcreated_at") == all)
            #expect(try await ids(visitor, "?page_num=9223372036854775807&page_size=50") == [])
            #expect(try await visitor.get(Visitor.textTo3D).json == .array([]))
        }
    }

    @Test(
        "a page that cannot be is refused",
        arguments: [
            "page_num=0", "page_num=x", "page_size=0", "page_size=51", "page_size=-1", "sort_by=created_at",
            "sort_by=+created_at",  // unencoded, the plus is a space
        ])
    func refusals(query: String) async throws {
        try await Bench().visit { visitor in
            let answer = try await visitor.get("\(Visitor.textTo3D)?\(query)")
            #expect(answer.status == 400)
        }
    }

    @Test("the library of movements can be searched")
    func library() async throws {
        try await Bench().visit { visitor in
            let path = "/openapi/v1/animations/library"
            let all = try await visitor.get(path).json.elements
            #expect(all.count == ActionLibrary.all.count)
            #expect(try await visitor.get("\(path)?search=wav").json.elements.first?["action_id"]?.integer == 92)
            #expect(try await visitor.get("\(path)?category=WalkAndRun").json.elements.count == 2)
            #expect(try await visitor.get("\(path)?action_ids=2,92").json.elements.count == 2)
        }
    }

    @Test("what the account's plan has not is refused")
    func plans() async throws {
        try await Bench().visit { visitor in
            #expect(try await visitor.get("/openapi/v1/showcases").status == 403)
            let lab = try await visitor.post("/openapi/creative-lab/lamp/v1/prototype", "{}")
            #expect(lab.status == 404)
            #expect(lab.message?.contains("Creative Lab") == true)
        }
    }
}
