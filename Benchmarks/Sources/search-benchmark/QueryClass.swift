/// Queries of one sort, and how the peer is asked the same.
struct QueryClass {
    let name: String
    var queries: [(ours: String, peer: String)] = []

    /// Queries of every sort, made up from the words of the corpus.
    static func all(count: Int) -> [QueryClass] {
        var corpus = Corpus(seed: 11)
        func ranked(_ match: String, _ join: String = "") -> String {
            """
            SELECT model.id, model.title, snippet(text, -1, '[', ']', '…', 16) FROM text JOIN model ON model.id = text.rowid
            WHERE text MATCH '\(match)' \(join) ORDER BY rank LIMIT 20
            """
        }
        func make(_ name: String, _ query: (inout Corpus) -> (String, String)) -> QueryClass {
            QueryClass(name: name, queries: (0..<count).map { _ in query(&corpus) })
        }
        func word(_ corpus: inout Corpus) -> String {
            corpus.any([corpus.any(Corpus.nouns), corpus.any(Corpus.adjectives), corpus.rare()])
        }
        return [
            make("common word") { corpus in
                let word = corpus.any([corpus.frequent(Corpus.nouns), corpus.frequent(Corpus.adjectives)])
                return (word, ranked(word))
            },
            make("any word") { corpus in
                let word = word(&corpus)
                return (word, ranked(word))
            },
            make("two words") { corpus in
                let (first, second) = (word(&corpus), corpus.any(Corpus.nouns))
                return ("\(first) \(second)", ranked("\(first) \(second)"))
            },
            make("phrase") { corpus in
                let phrase = corpus.any([
                    corpus.any(Corpus.styles), "\(corpus.any(Corpus.adjectives)) \(corpus.any(Corpus.nouns))",
                ])
                return ("\"\(phrase)\"", ranked("\"\(phrase)\""))
            },
            make("prefix") { corpus in
                let word = word(&corpus)
                let beginning = String(word.prefix(max(2, corpus.number(2..<6))))
                return ("\(beginning)*", ranked("\(beginning)*"))
            },
            make("either word") { corpus in
                let (first, second) = (word(&corpus), word(&corpus))
                return ("\(first) OR \(second)", ranked("\(first) OR \(second)"))
            },
            make("without a word") { corpus in
                let (first, second) = (word(&corpus), corpus.any(Corpus.adjectives))
                return ("\(first) -\(second)", ranked("\(first) NOT \(second)"))
            },
            mixed(count, &corpus, ranked, word),
            make("no words") { corpus in
                corpus.any([
                    ("", "SELECT id, title FROM model ORDER BY created DESC LIMIT 20"),
                    ("sort:-tris", "SELECT id, title FROM model ORDER BY triangles DESC LIMIT 20"),
                    (
                        "is:rigged tris:<20k rating:>=4",
                        """
                        SELECT id, title FROM model WHERE skins > 0 AND triangles < 20000 AND rating >= 4
                        ORDER BY created DESC LIMIT 20
                        """
                    ),
                    (
                        "tag:tag\(corpus.number(0..<300)) has:textures",
                        """
                        SELECT id, title FROM model WHERE textures > 0
                        AND id IN (SELECT model FROM tag WHERE name = 'tag\(corpus.number(0..<300))')
                        ORDER BY created DESC LIMIT 20
                        """
                    ),
                ])
            },
            make("misspelt word") { corpus in
                var letters = Array(corpus.any(Corpus.nouns))
                let place = corpus.number(1..<letters.count)
                letters.swapAt(place - 1, place)
                let word = String(letters)
                return (word, ranked(word))
            },
        ]
    }

    private static func mixed(
        _ count: Int, _ corpus: inout Corpus, _ ranked: (String, String) -> String, _ word: (inout Corpus) -> String
    ) -> QueryClass {
        QueryClass(
            name: "words and filters",
            queries: (0..<count).map { _ in
                let word = word(&corpus)
                let tag = corpus.number(0..<300)
                let filters = [
                    ("tris:<20k", "AND triangles < 20000"),
                    ("tris:>500k", "AND triangles > 500000"),
                    ("tris:2k..20k has:textures", "AND triangles BETWEEN 2000 AND 20000 AND textures > 0"),
                    ("is:rigged rating:>=4", "AND skins > 0 AND rating >= 4"),
                    ("rating:5 state:approved", "AND rating = 5 AND state = 'approved'"),
                    ("tag:tag\(tag)", "AND model.id IN (SELECT model FROM tag WHERE name = 'tag\(tag)')"),
                    (
                        "has:textures -tag:tag\(tag)",
                        "AND textures > 0 AND model.id NOT IN (SELECT model FROM tag WHERE name = 'tag\(tag)')"
                    ),
                    ("created:2025-06", "AND created >= 1748736000000 AND created < 1751328000000"),
                    ("kind:rigging size:>5MB", "AND kind = 'rigging' AND bytes > 5000000"),
                ]
                let filter = corpus.any(filters)
                return ("\(word) \(filter.0)", ranked(word, filter.1))
            })
    }
}
