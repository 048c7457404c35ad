import GRDB
import Testing

@testable import Catalog

/// The matcher must say of every text what the full text index says.
struct TextMatcherTests {
    private static let words = [
        "mask", "Mask", "masked", "monster", "low", "poly", "low-poly", "Café", "cafe", "CAFÉ",
        "e\u{301}t\u{65}\u{301}", "Straße", "漢字",
        "Ünïcödé", "3d", "a", "🐉", "it's", "x_y", "m.a.s.k", "Ωmega", "ωmega", "İstanbul", "ﬁre", "12", "１２",
    ]

    @Test("random conditions on random texts have the answers of the index")
    func agreement() throws {
        try withSeed { (generator: inout Seeded) throws in
            func text(_ limit: Int) -> String {
                (0..<Int.random(in: 0...limit, using: &generator)).map { _ in
                    (Self.words.randomElement(using: &generator) ?? "")
                        + ([" ", " ", ", ", "-", "\n"].randomElement(using: &generator) ?? " ")
                }.joined()
            }
            let library = try TemporaryCatalog(
                (0..<150).map { number in
                    .titled("\(text(3)) \(number)") { model in
                        model.prompt = text(8)
                        model.texturePrompt = text(2)
                        model.negativePrompt = text(2)
                        model.note = text(2)
                        model.tags = [text(1)]
                        model.inspect(names: [text(2)])
                    }
                })
            for _ in 0..<400 {
                let filter = Filter.randomText(depth: 3, words: Self.words, using: &generator)
                try library.catalog.read { db in
                    try Self.check(filter, db)
                }
            }
            try library.catalog.checkWords()
        }
    }

    /// Compares the matcher with what SQLite makes of each word, put together by the rules of logic.
    private static func check(_ filter: Filter, _ db: Database) throws {
        let query = try TextQuery([filter], words: WordIndex(db))
        var matcher = query.matcher
        var matched: Set<Int64> = []
        let statement = try db.makeStatement(sql: "SELECT m.key, 1, \(TextColumn.selection) FROM model m")
        let rows = try Row.fetchCursor(statement)
        while try rows.next() != nil {
            let row = SearchRow(statement: statement.sqliteStatement)
            if try matcher.find(in: row.text) != nil { matched.insert(row.key) }
        }
        let all = Set(try Int64.fetchAll(db, sql: "SELECT key FROM model"))
        #expect(try matched == expected(filter, all, db), "\(filter)")

        // The index finds all of them, and nothing else unless it says so.
        if let expression = query.expression {
            let sql = "SELECT rowid FROM model_text WHERE model_text MATCH ?"
            let found = Set(try Int64.fetchAll(db, sql: sql, arguments: [expression]))
            #expect(found.isSuperset(of: matched), "\(filter)")
            #expect(query.needsCheck || found == matched, "\(filter)")
            #expect(query.needsCheck || query.estimate >= matched.count, "\(filter)")
        }
    }

    private static func expected(_ filter: Filter, _ all: Set<Int64>, _ db: Database) throws -> Set<Int64> {
        switch filter {
        case .all(let parts): return try parts.reduce(all) { $0.intersection(try expected($1, all, db)) }
        case .any(let parts): return try parts.reduce([]) { $0.union(try expected($1, all, db)) }
        case .not(let part): return all.subtracting(try expected(part, all, db))
        case .words(let words, in: let field):
            let columns =
                switch field {
                case .title: "title"
                case .prompt: "prompt texture_prompt"
                case .note: "note"
                case .negative: "negative"
                default: "title prompt texture_prompt note tags names"
                }
            // SQLite cuts the words itself here.
            let phrase = "\"" + words.text.replacing("\"", with: "\"\"") + "\"" + (words.isPrefix ? "*" : "")
            let sql = "SELECT rowid FROM model_text WHERE model_text MATCH ?"
            return Set(try Int64.fetchAll(db, sql: sql, arguments: ["{\(columns)} : \(phrase)"]))
        default: return []
        }
    }
}

extension Filter {
    /// A condition on words alone.
    fileprivate static func randomText(depth: Int, words: [String], using generator: inout Seeded) -> Filter {
        func part() -> Filter { randomText(depth: depth - 1, words: words, using: &generator) }
        func word() -> String { words.filter { $0 != "🐉" }.randomElement(using: &generator) ?? "mask" }
        switch Int.random(in: 0..<(depth > 0 ? 9 : 5), using: &generator) {
        case 5: return Filter.all(of: [part(), part()]) ?? part()
        case 6: return Filter.all(of: [part(), .not(part())]) ?? part()
        case 7: return Filter.any(of: [part(), part(), part()]) ?? part()
        case 8: return .not(part())
        case 0, 1:
            let field = [Field.title, .prompt, .note, .negative].randomElement(using: &generator)
            return .words(Words(word(), isPrefix: Bool.random(using: &generator)), in: field)
        case 2:
            return .words(
                Words(word() + " " + word(), isQuoted: true, isPrefix: Bool.random(using: &generator)), in: nil)
        default:
            let beginning = String(word().prefix(3))
            return .words(Words(beginning, isPrefix: Bool.random(using: &generator)), in: nil)
        }
    }
}
