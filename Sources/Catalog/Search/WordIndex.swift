import GRDB

/// The words of the library's texts: what they are, and how many models have each.
struct WordIndex {
    private let db: Database
    let tokenizer: TextTokenizer
    /// How many models there are, roughly: trashed ones count, and so do some that are gone.
    let models: Int

    /// Beginnings of up to so many letters are in the index. Longer ones are searched as the words that they begin: the index
    /// then streams matches, where it would otherwise gather all of them first.
    static let indexedBeginning = 3
    /// Beginnings of more words than this are left to the index all the same.
    static let expansionLimit = 128

    init(_ database: Database) throws {
        db = database
        tokenizer = TextTokenizer(database)
        models = try Int.fetchOne(database.cachedStatement(sql: "SELECT max(key) FROM model")) ?? 0
    }

    /// The words of a text as the index knows them.
    func terms(of text: String) throws -> [String] {
        let tokenized = try tokenizer.tokenize(text)
        return tokenized.tokens.map { String(decoding: tokenized.bytes[$0.word], as: UTF8.self) }
    }

    /// How many models have a word.
    func count(of word: String) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT models FROM word WHERE word = ?"), arguments: [word]) ?? 0
    }

    /// What the beginning of a word stands for.
    struct Expansion {
        /// The words that begin so, to be searched in its place; nil if the index is to be asked for the beginning itself.
        var words: [String]?
        /// How many models have one of them, roughly: half of all if they are too many to count.
        var models: Int
    }

    func expansion(of beginning: String) throws -> Expansion {
        let statement = try db.cachedStatement(
            sql: "SELECT word, models FROM word WHERE word >= ? AND word < ? LIMIT \(Self.expansionLimit + 1)")
        let rows = try Row.fetchAll(statement, arguments: [beginning, beginning + "\u{10FFFF}"])
        guard rows.count <= Self.expansionLimit else { return Expansion(words: nil, models: models / 2) }
        let isIndexed = beginning.unicodeScalars.count <= Self.indexedBeginning && !rows.isEmpty
        return Expansion(words: isIndexed ? nil : rows.map { $0[0] }, models: rows.reduce(0) { $0 + ($1[1] as Int) })
    }
}
