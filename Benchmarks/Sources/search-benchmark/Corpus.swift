/// Prompts as people write them, made up: a few hundred frequent words, a long tail of rare ones, and the usual phrases.
struct Corpus {
    private var generator: SplitMix
    private let rareWords: [String]
    private let rareWeights: [Double]

    init(seed: UInt64) {
        generator = SplitMix(state: seed)
        // The words are the same for every seed: queries are made of what the library has.
        var generator = SplitMix(state: 1)
        var words: Set<String> = []
        while words.count < 30_000 {
            let syllables = (0..<Int.random(in: 2...4, using: &generator)).map { _ in
                Self.syllables.randomElement(using: &generator) ?? ""
            }
            words.insert(syllables.joined())
        }
        let rareWords = words.sorted().shuffled(using: &generator)
        // Zipf's law: the n-th word is used in proportion to 1/n.
        var sum = 0.0
        rareWeights = rareWords.indices.map { index in
            sum += 1 / Double(index + 5)
            return sum
        }
        self.rareWords = rareWords
    }

    mutating func prompt() -> (title: String, text: String) {
        var words: [String] = []
        if chance(0.6) { words.append("a") }
        words.append(frequent(Self.adjectives))
        if chance(0.5) { words.append(any(Self.adjectives)) }
        let subject = chance(0.5) ? frequent(Self.nouns) : any(Self.nouns)
        words.append(subject)
        if chance(0.7) {
            words.append(any(Self.connections))
            if chance(0.5) { words.append("a") }
            words += [any(Self.adjectives), any(Self.nouns)]
        }
        for _ in 0..<any([0, 0, 1, 2, 4]) { words.append(rare()) }
        let title = words.filter { $0.count > 1 }.prefix(3).joined(separator: " ").capitalizedWords
        let styles = Self.styles.shuffled(using: &generator).prefix(any([0, 1, 2, 2, 3, 5]))
        return (title, ([words.joined(separator: " ")] + styles).joined(separator: ", "))
    }

    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }

    mutating func any<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &generator)]
    }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }

    /// One of the list, the earlier the likelier.
    mutating func frequent<Element>(_ list: [Element]) -> Element {
        let share = Double.random(in: 0.0001..<1, using: &generator)
        return list[Int(1 / share - 1) % list.count]
    }

    mutating func rare() -> String {
        let wanted = Double.random(in: 0..<(rareWeights.last ?? 1), using: &generator)
        var (low, high) = (0, rareWords.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if rareWeights[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return rareWords[low]
    }

    /// 64 hexadecimal digits.
    mutating func hash() -> String {
        (0..<4).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    private static func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    static let nouns = list(
        """
        mask dragon robot chest potion bottle mushroom sword shield helmet castle tower house tree rock crystal barrel crate \
        cart wagon lantern torch candle book scroll throne chair table lamp bed sofa car truck tank plane spaceship drone \
        mech turret gun rifle pistol axe hammer dagger bow arrow staff wand ring amulet crown gauntlet boot cape armor \
        knight wizard warrior archer goblin orc troll elf dwarf skeleton zombie ghost vampire werewolf demon angel golem \
        slime spider snake wolf bear lion tiger eagle owl raven frog turtle fish shark whale octopus crab butterfly beetle \
        snail cat dog horse cow pig sheep chicken rabbit fox deer monster creature alien statue fountain bridge gate wall \
        fence windmill ship boat anchor cannon flag drum guitar piano violin phone computer keyboard camera clock watch \
        teapot cup mug plate bowl spoon fork knife cake donut burger pizza apple banana pumpkin carrot cactus flower rose \
        sunflower palm pine oak
        """)
    static let adjectives = list(
        """
        ancient rusty golden silver wooden stone glowing cute scary tiny giant broken ornate simple detailed cartoon \
        realistic stylized futuristic medieval fantasy cyberpunk steampunk gothic victorian japanese chinese viking \
        egyptian roman aztec celtic magical cursed holy dark bright colorful red blue green purple orange black white pink \
        yellow shiny matte weathered mossy frozen burning leather metal ceramic glass plastic furry scaly spiky smooth \
        round square tall short fat slim happy angry sad sleepy heroic evil friendly mysterious haunted royal elegant \
        rustic industrial modern retro minimalist baroque
        """)
    private static let connections = [
        "with", "and", "of", "in", "for", "from", "made of", "covered in", "holding", "wearing", "standing on",
        "sitting on", "next to", "inspired by", "in the style of",
    ]
    static let styles = [
        "low poly", "game ready", "highly detailed", "pbr textures", "hand painted", "4k textures", "stylized",
        "unreal engine", "isometric", "clean topology", "studio lighting", "t pose", "full body",
        "on a white background",
        "8k", "octane render", "smooth surfaces", "sharp edges", "sculpture", "miniature", "chibi", "voxel style",
        "toon shading",
    ]
    private static let syllables = list(
        "ka ro mi to shi ar el dra gon bel tor fen lus mar ven qui zan hol pre sta ble ton ric dal nor wyn gar thi os ia um er an is ur eth"
    )
}

/// Sebastiano Vigna's SplitMix64: the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

extension String {
    fileprivate var capitalizedWords: String {
        split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
