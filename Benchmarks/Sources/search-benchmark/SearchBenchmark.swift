import Catalog
import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Times searches in a library of a million models against plain SQLite, in one run.
///
///     swift run -c release search-benchmark [--models N] [--queries N] [--folder DIR] [--verbose]
@main
struct SearchBenchmark {
    var models = 1_000_000
    var queries = 200
    var folder = FileManager.default.temporaryDirectory.appending(path: "meshy-lib-search-benchmark").path
    var only = ""
    var isVerbose = false
    var measuresProcessor = false
    var asksPeer = true

    static func main() throws {
        try SearchBenchmark(arguments: CommandLine.arguments.dropFirst()).run()
    }

    init(arguments: some Sequence<String>) throws {
        var arguments = arguments.makeIterator()
        while let name = arguments.next() {
            switch (name, arguments.next()) {
            case ("--models", let value?): models = Int(value) ?? models
            case ("--queries", let value?): queries = Int(value) ?? queries
            case ("--folder", let value?): folder = value
            case ("--only", let value?): only = value
            case ("--verbose", "yes"?): isVerbose = true
            case ("--peer", "no"?): asksPeer = false
            case ("--time", "cpu"?): measuresProcessor = true
            default: throw PeerDatabase.Failure(description: "unknown argument \(name)")
            }
        }
    }

    func run() throws {
        let (path, peerPath) = try library()
        let opened = try measure { _ = try Catalog(path: path, access: .read).search(Query(), page: Page(limit: 1)) }
        print("open for reading and list one model: \(milliseconds(opened)) ms")

        let catalog = try Catalog(path: path, access: .read)
        let peer = try PeerDatabase(path: peerPath)
        print("\nMilliseconds over \(models) models, \(queries) queries a class; the peer is SQLite's FTS5 by rank.\n")
        print("| queries | p50 | p99 | most | peer p50 | peer p99 | p50 ratio | p99 ratio |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for queryClass in QueryClass.all(count: queries) where only.isEmpty || queryClass.name == only {
            try measure(queryClass, catalog, peer)
        }
    }

    private func measure(_ queryClass: QueryClass, _ catalog: Catalog, _ peer: PeerDatabase) throws {
        let parsed = try queryClass.queries.map { try Query(parsing: $0.ours) }
        // The first round warms the caches, of the peer alike.
        for query in parsed { _ = try catalog.search(query, page: Page(limit: 20)) }
        let ours = try parsed.map { query in try measure { _ = try catalog.search(query, page: Page(limit: 20)) } }
        let asked = asksPeer ? queryClass.queries : []
        for query in asked.prefix(queries / 10) { _ = try peer.run(query.peer) }
        let theirs = try asked.map { query in try measure { _ = try peer.run(query.peer) } }
        let (a, b) = (Percentiles(ours), Percentiles(theirs))
        let cells =
            [a.p50, a.p99, a.max, b.p50, b.p99].map(milliseconds)
            + [b.p50 / a.p50, b.p99 / a.p99].map { "\(($0 * 10).rounded() / 10)x" }
        print("| \(queryClass.name) | \(cells.joined(separator: " | ")) |")
        if isVerbose {
            for (query, time) in zip(queryClass.queries, ours).sorted(by: { $0.1 > $1.1 }).prefix(8) {
                let result = try catalog.search(Query(parsing: query.ours), page: Page(limit: 20))
                print("    \(milliseconds(time)) ms  \(query.ours)  \(result.total) \(result.order)")
            }
        }
    }

    /// The paths of the two databases, built if they are not there.
    private func library() throws -> (catalog: String, peer: String) {
        let folder = "\(folder)/\(models)"
        let (path, peerPath, mark) = ("\(folder)/catalog.sqlite", "\(folder)/peer.sqlite", "\(folder)/complete")
        let files = FileManager.default
        if files.fileExists(atPath: mark) { return (path, peerPath) }
        try? files.removeItem(atPath: folder)
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let catalog = try Catalog(path: path)
        let peer = try PeerDatabase(path: peerPath)
        try peer.create()
        let time = try measure {
            try TestLibrary.build(models: models, catalog: catalog, peer: peer) { done in
                if done % 100_000 == 0 { print("\(done) models") }
            }
        }
        try peer.index()
        print("built in \(Int(time)) s, \(Int(Double(models) / time)) models a second, the peer's included")
        _ = files.createFile(atPath: mark, contents: nil)
        return (path, peerPath)
    }

    private func measure(_ body: () throws -> Void) rethrows -> Double {
        let start = now
        try body()
        return now - start
    }

    private var now: Double {
        var time = timespec()
        clock_gettime(measuresProcessor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func milliseconds(_ seconds: Double) -> String { "\((seconds * 100_000).rounded() / 100)" }
}

struct Percentiles {
    let p50, p99, max: Double

    init(_ times: [Double]) {
        let sorted = times.sorted()
        func at(_ share: Double) -> Double {
            sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
        }
        (p50, p99, max) = (at(0.5), at(0.99), sorted.last ?? 0)
    }
}
