import GRDB

/// Finds what may have been meant by words that are nowhere to be found: words with a slip of the keyboard less, and words
/// that they are a fragment of.
struct WordGuess {
    private let db: Database
    private let words: WordIndex

    /// How many words stand in for one.
    static let limit = 12
    /// How many words with a part in common are looked at.
    private static let candidateLimit = 5000
    /// Longer words are not guessed at, nor are they in the index of parts.
    private static let longestWord = 32

    init(_ database: Database, words: WordIndex) {
        db = database
        self.words = words
    }

    /// The condition with every unknown word replaced, and what was replaced; nil if no word could be.
    func corrected(_ filter: Filter) throws -> (filter: Filter, interpretation: SearchResult.Interpretation)? {
        var replacements: [SearchResult.Interpretation.Replacement] = []
        let corrected = try correct(filter, &replacements)
        return replacements.isEmpty ? nil : (corrected, SearchResult.Interpretation(replacements: replacements))
    }

    private func correct(
        _ filter: Filter, _ replacements: inout [SearchResult.Interpretation.Replacement]
    ) throws -> Filter {
        switch filter {
        case .all(let parts): return .all(try parts.map { try correct($0, &replacements) })
        case .any(let parts): return .any(try parts.map { try correct($0, &replacements) })
        // A word that nothing has is rightly excluded from nothing.
        case .not: return filter
        case .words(let typed, in: let field) where !typed.isQuoted && field != .negative:
            let terms = try words.terms(of: typed.text)
            var alternatives = [[String]()]
            for (index, term) in terms.enumerated() {
                let isOpen = typed.isPrefix && index == terms.count - 1
                if try isOpen ? words.expansion(of: term).models > 0 : words.count(of: term) > 0 {
                    alternatives = alternatives.map { $0 + [term] }
                    continue
                }
                let meant = try guesses(for: term)
                guard !meant.isEmpty else { return filter }
                let replacement = SearchResult.Interpretation.Replacement(word: term, replacements: meant)
                if !replacements.contains(replacement) { replacements.append(replacement) }
                alternatives = alternatives.flatMap { beginning in meant.map { beginning + [$0] } }
                    .prefix(Self.limit).map(\.self)
            }
            return Filter.any(of: alternatives.map { .words(Words($0.joined(separator: " ")), in: field) }) ?? filter
        default: return filter
        }
    }

    // MARK: Guessing

    private struct Guess {
        var word: String
        var distance: Int
        var models: Int
    }

    /// Words that may have been meant, the likeliest first.
    func guesses(for word: String) throws -> [String] {
        let typed = Array(word.utf8)
        let allowed = Spelling.allowed(typed.count)
        var guesses: [String: Guess] = [:]
        for candidate in try oneSlip(from: typed) + twoSlips(from: word, allowed) {
            guard let distance = Spelling.distance(typed, Array(candidate.word.utf8), atMost: allowed) else { continue }
            guesses[candidate.word] = Guess(word: candidate.word, distance: distance, models: candidate.models)
        }
        // A fragment is as good a guess as two slips.
        for candidate in try longer(than: word) where guesses[candidate.word] == nil {
            guesses[candidate.word] = Guess(word: candidate.word, distance: 2, models: candidate.models)
        }
        return guesses.values
            .sorted { ($0.distance, -$0.models, $0.word) < ($1.distance, -$1.models, $1.word) }
            .prefix(Self.limit).map(\.word)
    }

    private typealias Candidate = (word: String, models: Int)

    /// All words that are one slip away, by looking up every text that is.
    private func oneSlip(from word: [UInt8]) throws -> [Candidate] {
        guard Spelling.allowed(word.count) > 0, word.count <= Self.longestWord else { return [] }
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
        var texts: [String] = []
        func add(_ bytes: [UInt8]) { texts.append(String(decoding: bytes, as: UTF8.self)) }
        for position in 0...word.count {
            let (before, after) = (word[..<position], word[position...])
            for letter in letters { add(before + [letter] + after) }
            guard let here = after.first else { continue }
            for letter in letters where letter != here { add(before + [letter] + after.dropFirst()) }
            add(Array(before) + after.dropFirst())
            if let next = after.dropFirst().first, next != here { add(before + [next, here] + after.dropFirst(2)) }
        }
        // The texts are letters, digits and what was typed, cut into words: nothing that JSON would have to escape.
        let list = "[\"" + texts.joined(separator: "\",\"") + "\"]"
        return try candidates(
            "SELECT word, models FROM word WHERE word IN (SELECT value FROM json_each(?))", [list])
    }

    /// Words of about this length that have a part in common with it, all that are two slips away among them.
    private func twoSlips(from word: String, _ allowed: Int) throws -> [Candidate] {
        let letters = Array(word)
        guard allowed == 2, (6...Self.longestWord).contains(letters.count) else { return [] }
        // Two slips leave one of three parts whole. The index knows no part shorter than three letters.
        let third = letters.count / 3
        let parts =
            third >= 3
            ? [letters[..<third], letters[third..<2 * third], letters[(2 * third)...]]
            : (0...letters.count - 3).map { letters[$0..<$0 + 3] }
        return try candidates(
            """
            SELECT word.word, word.models FROM word_part CROSS JOIN word ON word.key = word_part.rowid
            WHERE word_part MATCH ? AND length(word.word) BETWEEN ? AND ? LIMIT \(Self.candidateLimit)
            """,
            [
                parts.map { "\"\(String($0))\"" }.joined(separator: " OR "), letters.count - allowed,
                letters.count + allowed,
            ])
    }

    /// Words that this is a fragment of.
    private func longer(than word: String) throws -> [Candidate] {
        guard (3...Self.longestWord).contains(word.count) else { return [] }
        return try candidates(
            """
            SELECT word.word, word.models FROM word_part CROSS JOIN word ON word.key = word_part.rowid
            WHERE word_part MATCH ? LIMIT \(Self.candidateLimit)
            """, ["\"\(word)\""])
    }

    private func candidates(_ sql: String, _ arguments: StatementArguments) throws -> [Candidate] {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { ($0[0], $0[1]) }
    }
}
