import GRDB

/// Keeps count of how many models have each word.
///
/// Changes are gathered, and written once for each word at the end of the transaction.
struct Vocabulary {
    private var changes: [String: Int] = [:]
    private let tokenizer: TextTokenizer

    /// The columns of `model` whose words are counted: those that a word without a field is searched in.
    static let columns = ["title", "prompt", "texture_prompt", "note", "tags", "names"]

    init(_ database: Database) {
        tokenizer = TextTokenizer(database)
    }

    /// Counts the words of a new model.
    mutating func add(_ texts: [String]) throws { try count(words(of: texts), 1) }

    /// Counts out the words of a model that goes.
    mutating func remove(_ texts: [String]) throws { try count(words(of: texts), -1) }

    /// Writes the counts.
    func write(to db: Database) throws {
        let increase = try db.cachedStatement(
            sql: """
                INSERT INTO word (word, models) VALUES (?, ?)
                ON CONFLICT (word) DO UPDATE SET models = models + excluded.models
                """)
        let decrease = try db.cachedStatement(sql: "UPDATE word SET models = models - ? WHERE word = ?")
        let remove = try db.cachedStatement(sql: "DELETE FROM word WHERE word = ? AND models <= 0")
        for (word, change) in changes where change != 0 {
            if change > 0 {
                try increase.execute(arguments: [word, change])
            } else {
                try decrease.execute(arguments: [-change, word])
                try remove.execute(arguments: [word])
            }
        }
    }

    private mutating func count(_ words: Set<String>, _ change: Int) {
        for word in words { changes[word, default: 0] += change }
    }

    private func words(of texts: [String]) throws -> Set<String> {
        var words: Set<String> = []
        for text in texts where !text.isEmpty {
            let tokenized = try tokenizer.tokenize(text)
            for token in tokenized.tokens {
                words.insert(String(decoding: tokenized.bytes[token.word], as: UTF8.self))
            }
        }
        return words
    }
}

extension Vocabulary {
    /// Runs `change` on models' texts, and counts the words that went and came.
    mutating func follow(_ model: Int64, in db: Database, _ change: () throws -> Void) throws {
        let select = try db.cachedStatement(
            sql: "SELECT \(Self.columns.joined(separator: ", ")) FROM model WHERE key = ?")
        func texts() throws -> [String] {
            guard let row = try Row.fetchOne(select, arguments: [model]) else { return [] }
            return Self.columns.indices.map { row[$0] }
        }
        let old = try words(of: texts())
        try change()
        let new = try words(of: texts())
        count(old.subtracting(new), -1)
        count(new.subtracting(old), 1)
    }
}
