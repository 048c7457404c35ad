import GRDB

/// Finds what may have been meant by words that are nowhere to be found: words with a slip of the keyboard less, and words
/// that they are a fragment of.
struct WordGuess {
    private let db: Database
    private let words: WordIndex

    /// How many words stand in for one.
    static let limit = 12
    /// How many words with a common trigram are looked at.
    private static let candidateLimit = 20_000

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
                if isOpen ? try words.expansion(of: term)?.words.isEmpty != true : try words.count(of: term) > 0 {
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
        var guesses: [String: Guess] = [:]
        func consider(_ candidate: String, _ models: Int) {
            let bytes = Array(candidate.utf8)
            let allowed = Spelling.allowed(typed.count)
            // A fragment is as good a guess as two slips, if it is not too small a part.
            let asFragment = typed.count >= 3 && candidate.contains(word) ? 2 : nil
            let asSlip = Spelling.distance(typed, bytes, atMost: allowed)
            guard let distance = [asSlip, asFragment].compactMap(\.self).min() else { return }
            guesses[candidate] = Guess(word: candidate, distance: distance, models: models)
        }
        try slips(of: typed, consider)
        try wordsWithCommonTrigram(word, consider)
        return guesses.values
            .sorted { ($0.distance, -$0.models, $0.word) < ($1.distance, -$1.models, $1.word) }
            .prefix(Self.limit).map(\.word)
    }

    /// All words that are one slip away, by looking up each text that is.
    private func slips(of word: [UInt8], _ consider: (String, Int) -> Void) throws {
        guard Spelling.allowed(word.count) > 0, word.count <= 32 else { return }
        let lookup = try db.cachedStatement(sql: "SELECT models FROM word WHERE word = ?")
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
        func look(_ bytes: [UInt8]) throws {
            let text = String(decoding: bytes, as: UTF8.self)
            if let models = try Int.fetchOne(lookup, arguments: [text]) { consider(text, models) }
        }
        for position in 0...word.count {
            for letter in letters {
                try look(word[..<position] + [letter] + word[position...])
                if position < word.count { try look(word[..<position] + [letter] + word[(position + 1)...]) }
            }
            if position < word.count { try look(Array(word[..<position] + word[(position + 1)...])) }
            if position + 1 < word.count {
                try look(word[..<position] + [word[position + 1], word[position]] + word[(position + 2)...])
            }
        }
    }

    /// Words that have three letters in a row with the typed one in common.
    private func wordsWithCommonTrigram(_ word: String, _ consider: (String, Int) -> Void) throws {
        let letters = Array(word)
        guard (3...32).contains(letters.count) else { return }
        let trigrams = Set((0...letters.count - 3).map { String(letters[$0..<$0 + 3]) })
        let expression = trigrams.sorted().map { "\"\($0)\"" }.joined(separator: " OR ")
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT word.word, word.models FROM word_part CROSS JOIN word ON word.key = word_part.rowid
                    WHERE word_part MATCH ? LIMIT \(Self.candidateLimit)
                    """), arguments: [expression])
        while let row = try rows.next() { consider(row[0], row[1]) }
    }
}
