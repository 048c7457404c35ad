import GRDB
import Testing

@testable import Catalog

extension Catalog {
    /// Expects the counts of words to be those of the texts, and the full text index to hold what the models do.
    func checkWords(sourceLocation: SourceLocation = #_sourceLocation) throws {
        try write { db in
            let counted = try Row.fetchAll(db, sql: "SELECT word, models FROM word").reduce(into: [String: Int]()) {
                $0[$1[0]] = $1[1]
            }
            let tokenizer = TextTokenizer(db)
            var expected: [String: Int] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT \(Vocabulary.columns.joined(separator: ", ")) FROM model") {
                var words: Set<String> = []
                for index in Vocabulary.columns.indices {
                    let text = try tokenizer.tokenize(row[index] as String)
                    for token in text.tokens { words.insert(String(decoding: text.bytes[token.word], as: UTF8.self)) }
                }
                for word in words { expected[word, default: 0] += 1 }
            }
            #expect(counted == expected, sourceLocation: sourceLocation)
            // Throws if the index and the table disagree.
            try db.execute(sql: "INSERT INTO model_text (model_text, rank) VALUES ('integrity-check', 1)")
            try db.execute(sql: "INSERT INTO word_part (word_part, rank) VALUES ('integrity-check', 0)")
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok", sourceLocation: sourceLocation)
            #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty, sourceLocation: sourceLocation)
        }
    }
}
