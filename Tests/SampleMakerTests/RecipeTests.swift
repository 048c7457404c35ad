import Testing

@testable import SampleMaker

@Suite("Recipes") struct RecipeTests {
    @Test(
        "a prompt is understood by its head noun",
        arguments: [
            ("a monster mask", "mask"), ("mask of a terrible demon", "mask"), ("A DEMON", "monster"),
            ("two glowing potions", "potion"), ("treasure chest full of mushrooms", "chest"),
            ("a cat in a rocket", "cat"), ("the thing with a sword", "sword"), ("old wizard's house", "cottage"),
            ("", "ornament"), ("ein Ding", "ornament"), ("🦄", "ornament"),
        ])
    func prompts(prompt: String, name: String) {
        let recipe = Recipe.matching(Brief(prompt: prompt)) ?? .ornament
        #expect(recipe.name == name)
    }

    @Test("no word asks for two things")
    func words() {
        let words = Recipe.all.flatMap(\.words)
        #expect(Set(words).count == words.count)
        #expect(Set(Recipe.all.map(\.name)).count == Recipe.all.count)
    }

    @Test("colours and stuffs describe the thing before its parts")
    func adjectives() {
        #expect(Brief(prompt: "a red mushroom with white dots").tint == Colour(0xC8322B))
        #expect(Brief(prompt: "a cottage with a blue roof").tint == Colour(0x3B6FC4))
        #expect(Brief(prompt: "a red cat", texturePrompt: "green fur").tint == Colour(0x5C9C3A))
        #expect(Brief(prompt: "a sword with a golden hilt").substance == nil)
        #expect(Brief(prompt: "a golden sword").substance != nil)
        #expect(Brief(prompt: "a mossy stone owl").isMossy)
    }

    @Test("each makes a closed solid for any seed", arguments: Recipe.all.map(\.name), [UInt64(0), 77])
    func solids(name: String, seed: UInt64) throws {
        let recipe = try #require(Recipe.all.first { $0.name == name })
        var random = RandomSource(seed: seed)
        let sculpture = recipe.build(Brief(prompt: name), &random)
        let mesh = Contouring.mesh(sculpture, resolution: 22)
        #expect(mesh.triangles.count > 80)
        #expect(mesh.isClosedManifold)
        let size = sculpture.bounds.size
        #expect((0.5...3).contains(sculpture.bounds.longestSide) && min(size.x, size.y, size.z) > 0.1)
    }

    @Test(
        "a seed changes the thing, a colour only its colours", arguments: ["mask", "potion", "robot", "cat", "cottage"])
    func seeds(name: String) throws {
        let recipe = try #require(Recipe.all.first { $0.name == name })
        func distances(_ prompt: String, seed: UInt64) -> [Float] {
            var random = RandomSource(seed: seed)
            let sculpture = recipe.build(Brief(prompt: prompt), &random)
            var place = RandomSource(seed: 9)
            return (0..<60).map { _ in
                sculpture.distance(Vector(place.number(-1...1), place.number(-1...1), place.number(-1...1)))
            }
        }
        #expect(distances(name, seed: 1) == distances(name, seed: 1))
        #expect(distances(name, seed: 1) != distances(name, seed: 2))
        #expect(distances(name, seed: 1) == distances("pink \(name)", seed: 1))
    }
}
