import Testing

@testable import Catalog

struct ModelIDTests {
    @Test("ids are eight characters of the alphabet and read back")
    func roundTrip() {
        withSeed { generator in
            for _ in 0..<1000 {
                let id = ModelID.random(using: &generator)
                #expect(id.description.count == 8)
                #expect(id.description.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".contains($0) })
                #expect(ModelID(id.description) == id)
                #expect(ModelID(id.description.uppercased()) == id)
            }
        }
    }

    @Test("letters that look like digits are read as those")
    func aliases() {
        #expect(ModelID("OIL0il1o")?.description == "01101110")
    }

    @Test(
        "what is not an id is refused",
        arguments: ["", "1234567", "123456789", "1234567u", "1234567-", "1234567é", "12345 78"])
    func refused(text: String) {
        #expect(ModelID(text) == nil)
    }

    @Test("neighbours are one slip away, and all different")
    func neighbours() throws {
        let id = try #require(ModelID("7k2m9qxd"))
        let neighbours = id.neighbours
        #expect(Set(neighbours).count == neighbours.count)
        #expect(neighbours.count == 8 * 31 + 7)
        for neighbour in neighbours {
            #expect(Spelling.distance(Array(id.description.utf8), Array(neighbour.description.utf8), atMost: 1) == 1)
        }
    }

    @Test("ids are in the order of their text")
    func order() {
        withSeed { generator in
            let ids = (0..<100).map { _ in ModelID.random(using: &generator) }
            #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
        }
    }
}
