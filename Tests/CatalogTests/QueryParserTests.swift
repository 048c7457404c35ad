import Testing

@testable import Catalog

struct QueryParserTests {
    @Test("what is typed becomes this tree", arguments: Self.trees)
    func tree(text: String, filter: Filter) throws {
        #expect(try Query(parsing: text) == Query(filter))
    }

    static let trees: [(String, Filter)] = [
        ("mask", .words(Words("mask"), in: nil)),
        ("  mask\n", .words(Words("mask"), in: nil)),
        ("low-poly", .words(Words("low-poly"), in: nil)),
        ("12:30", .words(Words("12:30"), in: nil)),
        ("\"monster mask\"", .words(Words("monster mask", isQuoted: true), in: nil)),
        ("\"a \\\"b\\\" \\\\\"", .words(Words("a \"b\" \\", isQuoted: true), in: nil)),
        ("\"a\\n\"", .words(Words("a\\n", isQuoted: true), in: nil)),
        ("mas*", .words(Words("mas", isPrefix: true), in: nil)),
        ("\"monster ma\"*", .words(Words("monster ma", isQuoted: true, isPrefix: true), in: nil)),
        ("-draft", .not(.words(Words("draft"), in: nil))),
        ("--draft", .not(.not(.words(Words("draft"), in: nil)))),
        ("NOT draft", .not(.words(Words("draft"), in: nil))),
        ("a b", .all([.words(Words("a"), in: nil), .words(Words("b"), in: nil)])),
        ("a AND b", .all([.words(Words("a"), in: nil), .words(Words("b"), in: nil)])),
        ("a OR b", .any([.words(Words("a"), in: nil), .words(Words("b"), in: nil)])),
        ("a or b", .all([.words(Words("a"), in: nil), .words(Words("or"), in: nil), .words(Words("b"), in: nil)])),
        (
            "a b OR c",
            .any([.all([.words(Words("a"), in: nil), .words(Words("b"), in: nil)]), .words(Words("c"), in: nil)])
        ),
        (
            "a (b OR c)",
            .all([.words(Words("a"), in: nil), .any([.words(Words("b"), in: nil), .words(Words("c"), in: nil)])])
        ),
        ("((a))", .words(Words("a"), in: nil)),
        ("a (b c)", .all(["a", "b", "c"].map { .words(Words($0), in: nil) })),
        ("-(a OR b)", .not(.any([.words(Words("a"), in: nil), .words(Words("b"), in: nil)]))),
        ("mask(a)", .all([.words(Words("mask"), in: nil), .words(Words("a"), in: nil)])),
        ("title:mask", .words(Words("mask"), in: .title)),
        ("TITLE:mask", .words(Words("mask"), in: .title)),
        ("prompt:\"a mask\"", .words(Words("a mask", isQuoted: true), in: .prompt)),
        ("negative:blur*", .words(Words("blur", isPrefix: true), in: .negative)),
        ("tag:boss", .name(.tag, "boss", isPrefix: false)),
        ("tag:\"big boss\"", .name(.tag, "big boss", isPrefix: false)),
        ("tag:bo*", .name(.tag, "bo", isPrefix: true)),
        ("-tag:draft", .not(.name(.tag, "draft", isPrefix: false))),
        ("in:Dungeon", .name(.in, "Dungeon", isPrefix: false)),
        ("model:meshy-6", .name(.model, "meshy-6", isPrefix: false)),
        ("tag:a:b", .name(.tag, "a:b", isPrefix: false)),
        ("kind:text-to-3d.refine", .kind("text-to-3d.refine")),
        ("kind:text-to-3d", .kind("text-to-3d")),
        ("state:Approved", .state(.approved)),
        ("rating:>=4", .number(.rating, .atLeast(4))),
        ("tris:20000", .number(.triangles, .equal(20_000))),
        ("tris:=20k", .number(.triangles, .equal(20_000))),
        ("tris:<1.5M", .number(.triangles, .less(1_500_000))),
        ("tris:2k..20k", .number(.triangles, .between(2000, 20_000))),
        ("tris:2k..", .number(.triangles, .atLeast(2000))),
        ("tris:..20k", .number(.triangles, .atMost(20_000))),
        ("size:>5MB", .number(.size, .greater(5_000_000))),
        ("size:>=5MiB", .number(.size, .atLeast(5_242_880))),
        ("size:1.5kb", .number(.size, .equal(1500))),
        ("texture-size:2k", .number(.textureSize, .equal(2048))),
        ("texture-size:<=1024px", .number(.textureSize, .atMost(1024))),
        ("created:7d", .date(.created, .within(7, .days))),
        ("imported:36H", .date(.imported, .within(36, .hours))),
        ("id:7k2", .reference(.id, "7k2")),
        ("parent:7k2m9qxd", .reference(.parent, "7k2m9qxd")),
        ("is:favourite", .flag(.favourite)),
        ("has:textures", .has(.textures)),
        ("@bosses", .saved("bosses")),
        ("-@bosses", .not(.saved("bosses"))),
        (
            "mask tris:<20k has:textures -tag:draft",
            .all([
                .words(Words("mask"), in: nil), .number(.triangles, .less(20_000)), .has(.textures),
                .not(.name(.tag, "draft", isPrefix: false)),
            ])
        ),
    ]

    @Test(
        "dates are days, months and years",
        arguments: [
            ("2026", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
            ("2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"),
            ("2026-10-05", "2026-10-05T00:00:00Z", "2026-10-06T00:00:00Z"),
        ])
    func dates(text: String, start: String, end: String) throws {
        let period = try #require(Period(text))
        #expect(period.start.description == start)
        #expect(period.end.description == end)
        #expect(try Query(parsing: "created:>\(text)") == Query(.date(.created, .period(.greater(period)))))
        #expect(period.description == text)
    }

    @Test("an order can stand anywhere outside parentheses")
    func order() throws {
        let expected = Query(.words(Words("a"), in: nil), sort: .init(.triangles, descending: true))
        #expect(try Query(parsing: "a sort:-tris") == expected)
        #expect(try Query(parsing: "sort:-tris a") == expected)
        #expect(try Query(parsing: "sort:title") == Query(nil, sort: .init(.title)))
        #expect(try Query(parsing: "") == Query())
    }

    @Test("what is wrong is named with its place", arguments: Self.errors)
    func error(text: String, column: Int, length: Int, suggestion: String?) {
        let error = #expect(throws: QueryError.self) { try Query(parsing: text) }
        #expect(error?.column == column, "\(text): \(String(describing: error))")
        #expect(error?.length == length, "\(text): \(String(describing: error))")
        #expect(error?.suggestion == suggestion, "\(text): \(String(describing: error))")
    }

    static let errors: [(String, Int, Int, String?)] = [
        ("tirs:5", 1, 5, "tris:"), ("mask polygons:5", 6, 9, "tris:"), ("foo:5", 1, 4, nil), ("http://x", 1, 5, nil),
        ("tag:", 5, 0, nil), ("tag: x", 5, 0, nil), ("tag:\"\"", 5, 2, nil), ("tag:\" \"", 5, 3, nil),
        ("tag:a*b", 5, 3, nil),
        ("is:favorite", 4, 8, "favourite"), ("is:x", 4, 1, nil), ("has:texture", 5, 7, "textures"),
        ("kind:remsh", 6, 5, "remesh"), ("state:aproved", 7, 7, "approved"), ("state:draft*", 7, 6, "draft"),
        ("tris:many", 6, 4, nil), ("tris:>", 6, 1, nil), ("tris:1.5", 6, 3, nil), ("tris:-5", 6, 2, nil),
        ("tris:5..2", 6, 4, nil), ("tris:..", 6, 2, nil), ("tris:5MB", 6, 3, nil), ("tris:\"5\"", 6, 3, nil),
        ("tris:99999999999999999999", 6, 20, nil), ("tris:9999999999G", 6, 11, nil), ("rating:6", 8, 1, nil),
        ("created:soon", 9, 4, nil), ("created:2026-13", 9, 7, nil), ("created:>7d", 9, 3, nil),
        ("created:2026-10..7d", 9, 11, nil),
        ("created:2026-10..2026-09", 9, 16, nil), ("id:\"7k\"", 4, 4, nil),
        ("sort:relevance", 6, 9, nil), ("sort:-triss", 6, 6, "-tris"), ("sort:tag", 6, 3, nil),
        ("a sort:tris sort:size", 13, 5, nil),
        ("(a sort:tris)", 4, 5, nil), ("-sort:tris", 2, 5, nil), ("a OR sort:tris", 3, 2, nil),
        ("(a", 1, 1, nil), ("a)", 2, 1, nil), ("()", 1, 1, nil), ("a OR", 5, 0, nil), ("OR a", 1, 2, nil),
        ("a OR OR b", 6, 2, nil),
        ("a AND", 3, 3, nil), ("AND a", 1, 3, nil), ("a AND OR b", 3, 3, nil), ("-", 1, 1, nil), ("a - b", 3, 1, nil),
        ("mask \"open", 6, 1, nil), ("***", 1, 3, nil), ("🐉", 1, 1, nil), ("...", 1, 3, nil), ("m*", 1, 2, nil),
        ("ma*sk", 1, 5, nil),
        ("a\u{0}b", 2, 1, nil), ("\"a\u{7}\"", 3, 1, nil), ("@", 1, 1, nil),
    ]

    @Test(
        "hostile texts are read or refused, never more",
        arguments: [
            "' OR 1=1 --", "a\"; DROP TABLE model; --", "title:(a)", "NEAR(a b)", "a NEAR b", "{title} : a", "^a",
            "a + b", "*", "\\",
            "a:b:c:d", "-----------a", "\"\"", "\"\\\"", "👩‍👩‍👧‍👦 mask", "mask\u{202E}ksam", "é", "e\u{301}", "漢字",
            "\u{FEFF}mask", "ﬁ", "İ", "tris:∞",
            "tris:٣", "created:2026‑10", "created:9999-12", "created:0000", "title:\"",
            "(((((((((((((((((((((((((((((((((a",
        ])
    func hostile(text: String) {
        do throws(QueryError) {
            let query = try Query(parsing: text)
            #expect((try? Query(parsing: query.description)) == query, "\(text) printed as \(query)")
        } catch {
            #expect(error.column >= 1 && error.column <= text.count + 1)
            #expect(error.column - 1 + error.length <= text.count)
        }
    }

    @Test("limits on length, number and depth")
    func limits() throws {
        #expect(throws: QueryError.self) { try Query(parsing: String(repeating: "a", count: 5000)) }
        #expect(throws: QueryError.self) { try Query(parsing: String(repeating: "a ", count: 129)) }
        #expect(throws: QueryError.self) {
            try Query(parsing: String(repeating: "(", count: 33) + "a" + String(repeating: ")", count: 33))
        }
        #expect(throws: QueryError.self) { try Query(parsing: String(repeating: "-", count: 33) + "a") }
        _ = try Query(parsing: String(repeating: "a ", count: 128))
        _ = try Query(parsing: String(repeating: "(", count: 32) + "a" + String(repeating: ")", count: 32))
    }

    @Test("any bytes at all are read or refused")
    func fuzz() {
        let pieces = [
            "a", "mask", " ", " ", "(", ")", "-", "\"", "*", ":", "OR", "AND", "tris", "tag", "is:", "created:", ">",
            "<=", "..", "5k", "2026-10",
            "@x", "sort:", "\\", "é", "🐉", "\u{0}", "\n", "size:5MB", "title:", "has:note", "id:7k", "NOT ",
        ]
        withSeed { generator in
            for _ in 0..<5000 {
                let text = (0..<Int.random(in: 0...12, using: &generator))
                    .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
                hostile(text: text)
            }
        }
    }
}
