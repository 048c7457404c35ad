/// What a prompt asks for, as far as a recipe understands it.
struct Brief: Sendable {
    /// Its words in lower case, in order.
    let words: [String]
    /// Those of the thing itself, before "with", "of", "on"...
    let head: ArraySlice<String>
    /// The colour it names, if any: the last one counts.
    let tint: Colour?
    /// The stuff it names, if any.
    let substance: Substance?

    /// Stuffs that a prompt can ask for.
    enum Substance: Sendable {
        case metal(Colour)
        case wood
        case stone
        case ice
        case crystal

        var colour: Colour {
            switch self {
            case .metal(let colour): colour
            case .wood: Colour(0x9A6A3C)
            case .stone: Colour(0x8C8C88)
            case .ice: Colour(0x8FD0F0)
            case .crystal: Colour(0xB98CF0)
            }
        }
    }

    /// Reads the prompt; colours and stuffs in `texturePrompt` win over those in the prompt.
    init(prompt: String, texturePrompt: String? = nil) {
        words = Self.words(of: prompt)
        head = words.prefix { !Self.prepositions.contains($0) }
        let texture = Self.words(of: texturePrompt ?? "")
        // What describes the thing itself counts more than what describes its parts.
        tint = Self.last(of: Self.colours, in: texture, Array(head), words)
        substance = Self.last(of: Self.substances, in: texture, Array(head))
        isMossy = (words + texture).contains { ["mossy", "overgrown"].contains($0) }
    }

    let isMossy: Bool

    func mentions(_ candidates: String...) -> Bool { candidates.contains { words.contains($0) } }

    /// The colour asked for, that of the stuff asked for, or a neighbour of the recipe's own.
    func colour(_ usual: Colour, variation: Float = 0.04, _ random: inout RandomSource) -> Colour {
        // Both draw the same numbers, so that a colour changes nothing but colours.
        var same = random
        let varied = usual.varied(variation, &random)
        return (tint ?? substance?.colour)?.varied(0.02, &same) ?? varied
    }

    /// The material asked for, or the recipe's own.
    func material(_ usual: Material) -> Material {
        let material: Material =
            switch substance {
            case .metal(let colour): .metal(colour)
            case .wood: .wood(Substance.wood.colour)
            case .stone: .stone(Substance.stone.colour)
            case .ice: .glass(tint ?? Substance.ice.colour)
            case .crystal: .glass(tint ?? Substance.crystal.colour)
            case nil: usual
            }
        return isMossy ? material.mossy(0.35) : material
    }

    /// What the last known word of the first list that has one stands for.
    private static func last<Value>(of known: [String: Value], in lists: [String]...) -> Value? {
        for list in lists {
            for word in list.reversed() { if let value = known[word] { return value } }
        }
        return nil
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static let prepositions: Set = [
        "with", "of", "on", "in", "from", "for", "under", "at", "full", "holding", "wearing", "made", "covered", "that",
        "sitting",
    ]

    private static let colours: [String: Colour] = [
        "red": Colour(0xC8322B), "crimson": Colour(0xA31D2E), "scarlet": Colour(0xD8341F), "orange": Colour(0xE5832A),
        "yellow": Colour(0xEDC53A), "green": Colour(0x5C9C3A), "emerald": Colour(0x2FA36B), "teal": Colour(0x2E9C96),
        "turquoise": Colour(0x3CBFB4), "blue": Colour(0x3B6FC4), "azure": Colour(0x4AA0E0), "purple": Colour(0x7B44B0),
        "violet": Colour(0x8A55C8), "pink": Colour(0xE58CB0), "magenta": Colour(0xC83C92), "white": Colour(0xECE8DF),
        "black": Colour(0x35343A), "brown": Colour(0x85552F), "grey": Colour(0x8D8D90), "gray": Colour(0x8D8D90),
    ]

    private static let substances: [String: Substance] = [
        "golden": .metal(Colour(0xE3B341)), "gold": .metal(Colour(0xE3B341)), "silver": .metal(Colour(0xC8CCD2)),
        "steel": .metal(Colour(0xA4ACB5)), "iron": .metal(Colour(0x7D838A)), "metal": .metal(Colour(0xA4ACB5)),
        "metallic": .metal(Colour(0xA4ACB5)), "bronze": .metal(Colour(0xB5803F)), "copper": .metal(Colour(0xC97B4A)),
        "rusty": .metal(Colour(0x9A5A38)), "wooden": .wood, "wood": .wood, "stone": .stone, "rock": .stone,
        "marble": .stone, "icy": .ice, "ice": .ice, "frozen": .ice, "frost": .ice, "glass": .crystal,
        "crystal": .crystal,
    ]
}
