import Testing

@testable import StandIn

@Suite struct TaskIDTests {
    @Test("identifiers sort in the order of their making, even within a millisecond and when the clock stands still")
    func order() throws {
        var source = TaskIDSource(seed: 1)
        let ids = (0..<10_000).map { source.next(at: 1_795_167_000_013 + $0 / 9000).description }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
    }

    @Test("an identifier is a UUID of version 7 with the time in front")
    func form() throws {
        var source = TaskIDSource(seed: 1)
        let id = source.next(at: 0x01A1_F84A_95CD)
        #expect(id.description.hasPrefix("01a1f84a-95cd-7"))
        #expect("89ab".contains(Array(id.description)[19]))
        #expect(try TaskID(id.description) == id)
    }

    @Test(
        "what has not the form of one is refused",
        arguments: [
            "", "x", "01a1f84a-95cd-7bdd-8164-d8399f767c4", "01a1f84a-95cd-7bdd-8164-d8399f767c45-", "../../etc/passwd",
            "01a1f84g-95cd-7bdd-8164-d8399f767c45", "01a1f84a95cd7bdd8164d8399f767c45",
            "０1a1f84-95cd-7bdd-8164-d8399f767c45",
        ])
    func malformed(text: String) {
        #expect(throws: Refusal.invalidID) { try TaskID(text) }
    }
}
