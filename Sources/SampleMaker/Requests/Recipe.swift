/// How one kind of thing is built from a brief and chance.
struct Recipe: Sendable {
    /// What it makes, in one word.
    let name: String
    /// The words that ask for it, in lower case and singular.
    let words: [String]
    /// Whether its parts say which joints move them.
    var isRiggable = false
    let build: @Sendable (_ brief: Brief, _ random: inout RandomSource) -> Sculpture

    static let all: [Recipe] = [
        mask, monster, potion, chest, mushroom, robot, sword, crystal, owl, cat, fish, cottage, tree, rocket, ornament,
    ]

    /// The recipe that a prompt asks for: that of its head noun, which stands last before "with", "of", "on"...
    static func matching(_ brief: Brief) -> Recipe? {
        let rest = brief.words.dropFirst(brief.head.count)
        return brief.head.reversed().firstMatch(match) ?? rest.firstMatch(match)
    }

    private static func match(_ word: String) -> Recipe? {
        all.first { recipe in recipe.words.contains { word == $0 || word == $0 + "s" || word == $0 + "es" } }
    }
}

extension Sequence {
    /// The first result that is not nil.
    fileprivate func firstMatch<Result>(_ transform: (Element) -> Result?) -> Result? {
        for element in self { if let result = transform(element) { return result } }
        return nil
    }
}
