import GRDB

/// The words of the library's texts: what they are, and how many models have each.
struct WordIndex {
    private let db: Database
    let tokenizer: TextTokenizer
    /// How many models there are, roughly: trashed ones count, and so do some that are gone.
    let models: Int

    /// The beginning of a word is searched as the words that it begins, unless there are more than this: the index then
    /// streams matches, where it would otherwise gather all of them first.
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

    /// The words that begin so; nil if they are too many to name.
    func expansion(of beginning: String) throws -> (words: [String], models: Int)? {
        let statement = try db.cachedStatement(
            sql: "SELECT word, models FROM word WHERE word >= ? AND word < ? LIMIT \(Self.expansionLimit + 1)")
        let rows = try Row.fetchAll(statement, arguments: [beginning, beginning + "\u{10FFFF}"])
        guard rows.count <= Self.expansionLimit else { return nil }
        return (rows.map { $0[0] }, rows.reduce(0) { $0 + ($1[1] as Int) })
    }
}
