import Foundation

/// Decides whether a model's texts fulfil the conditions on words, and how well.
///
/// It cuts texts into words exactly as the full text index does and must agree with it on every text.
struct TextMatcher {
    /// Words that must follow each other, of which the last may go on.
    struct Atom {
        let terms: [[UInt8]]
        let isPrefix: Bool
        let columns: TextColumn.Set
        /// How many models have it, roughly.
        let models: Int
        /// How rare that is: the logarithm of one over its share.
        let rarity: Float

        init(terms: [[UInt8]], isPrefix: Bool, columns: TextColumn.Set, models: Int, of total: Int) {
            (self.terms, self.isPrefix, self.columns, self.models) = (terms, isPrefix, columns, models)
            let rest = Float(max(0, total - models))
            rarity = log(1 + (rest + 0.5) / (Float(models) + 0.5))
        }
    }

    /// A condition on atoms, which are named by their index.
    indirect enum Node {
        case all([Node]), any([Node]), not(Node), atom(Int)
        /// Never true.
        case nothing

        var isNothing: Bool {
            if case .nothing = self { true } else { false }
        }
    }

    /// What was found in one model's texts.
    struct Finding {
        /// For each atom, how often it stands there, each place counting as much as its column weighs.
        var weights: [Float]
        /// How many words the texts have, names left out.
        var length: Float
    }

    let atoms: [Atom]
    let root: Node
    private let tokenizer: TextTokenizer
    private var text = TokenizedText()

    init(atoms: [Atom], root: Node, tokenizer: TextTokenizer) {
        (self.atoms, self.root, self.tokenizer) = (atoms, root, tokenizer)
    }

    // MARK: Matching

    /// What is found in texts, given in the order of ``TextColumn``; nil if they do not match.
    mutating func find(in texts: (TextColumn) -> UnsafeBufferPointer<UInt8>) throws -> Finding? {
        var finding = Finding(weights: Array(repeating: 0, count: atoms.count), length: 0)
        for column in TextColumn.allCases {
            let bytes = texts(column)
            if bytes.isEmpty { continue }
            text.removeAll()
            try tokenizer.tokenize(bytes, into: &text)
            if column != .names, column != .negative { finding.length += Float(text.tokens.count) }
            for index in atoms.indices where atoms[index].columns.contains(column) {
                finding.weights[index] += column.weight * Float(text.count(of: atoms[index]))
            }
        }
        return holds(root, finding.weights) ? finding : nil
    }

    private func holds(_ node: Node, _ weights: [Float]) -> Bool {
        switch node {
        case .all(let parts): parts.allSatisfy { holds($0, weights) }
        case .any(let parts): parts.contains { holds($0, weights) }
        case .not(let part): !holds(part, weights)
        case .atom(let index): weights[index] > 0
        case .nothing: false
        }
    }

    /// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with weighted columns; `average` is
    /// the length that is neither long nor short.
    func score(_ finding: Finding, average: Float) -> Float {
        let (saturation, lengthEffect): (Float, Float) = (1.2, 0.75)
        let relative = 1 - lengthEffect + lengthEffect * finding.length / max(average, 1)
        var score: Float = 0
        for (atom, weight) in zip(atoms, finding.weights) where weight > 0 {
            score += atom.rarity * weight * (saturation + 1) / (weight + saturation * relative)
        }
        return score
    }

    // MARK: Marking

    /// The places in a column's text that match what is searched, in order and apart.
    mutating func matches(in string: String, of column: TextColumn) throws -> [Range<Int>] {
        var string = string
        text.removeAll()
        try string.withUTF8 { try tokenizer.tokenize($0, into: &text) }
        var ranges: [Range<Int>] = []
        for position in text.tokens.indices {
            let start = text.tokens[position].source.lowerBound
            let ends = wanted.compactMap { index in
                let atom = atoms[index]
                return atom.columns.contains(column) && text.matches(atom, at: position)
                    ? text.tokens[position + atom.terms.count - 1].source.upperBound : nil
            }
            guard let end = ends.max() else { continue }
            if let last = ranges.last, last.upperBound > start {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, end)
            } else {
                ranges.append(start..<end)
            }
        }
        return ranges
    }

    /// The atoms that are searched, not excluded.
    private var wanted: [Int] {
        func atoms(_ node: Node, _ isWanted: Bool) -> [Int] {
            switch node {
            case .all(let parts), .any(let parts): parts.flatMap { atoms($0, isWanted) }
            case .not(let part): atoms(part, !isWanted)
            case .atom(let index): isWanted ? [index] : []
            case .nothing: []
            }
        }
        return atoms(root, true)
    }
}

extension TokenizedText {
    /// How often an atom's words stand in the text.
    fileprivate func count(of atom: TextMatcher.Atom) -> Int {
        guard let first = atom.terms.first, atom.terms.count <= tokens.count else { return 0 }
        var count = 0
        let isOneTerm = atom.terms.count == 1
        for position in 0...tokens.count - atom.terms.count {
            // Most words differ from the one that is sought in length or in their first letter.
            let word = tokens[position].word
            guard word.count == first.count || (atom.isPrefix && isOneTerm && word.count > first.count),
                bytes[word.lowerBound] == first[0]
            else { continue }
            if matches(atom, at: position) { count += 1 }
        }
        return count
    }

    /// Whether an atom's words stand at a place.
    fileprivate func matches(_ atom: TextMatcher.Atom, at position: Int) -> Bool {
        let terms = atom.terms
        guard position + terms.count <= tokens.count else { return false }
        for (offset, term) in terms.enumerated() {
            let word = tokens[position + offset].word
            let mayGoOn = atom.isPrefix && offset == terms.count - 1
            guard word.count == term.count || (mayGoOn && word.count > term.count) else { return false }
            for index in term.indices where bytes[word.lowerBound + index] != term[index] { return false }
        }
        return true
    }
}
