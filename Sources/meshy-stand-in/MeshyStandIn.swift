import ArgumentParser
import Foundation
import StandIn

/// The command line of the stand-in.
@main
struct MeshyStandIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meshy-stand-in",
        abstract: "A local server that answers as the Meshy API does.",
        discussion: """
            For development, demonstrations and tests: it knows no AI. Its models come from the sample maker, by prompt \
            and seed, and nothing leaves this machine. It listens on the loopback interface only.

            The first line on standard output is 'listening on http://127.0.0.1:PORT'. Point a client at that address \
            and give it the key 'msy-stand-in'.

            A plan of faults is a list of fault[=value][@place[+place...]][:how often], for example \
            'drop-after-create:1,429:2,truncate@model.glb:1'; docs/stand-in.md lists them all.
            """)

    @Option(help: "The port to listen on; 0 picks a free one.") var port = 8321
    @Option(help: "How many times as fast as the wall clock tasks, links and results age.") var timeScale = 100.0
    @Option(help: "The key of the one paying account.") var key = "msy-stand-in"
    @Option(help: "What the account has at the beginning.") var credits = 1000
    @Option(help: "Keep accounts and tasks in this file, so that they survive a restart.") var state: String?
    @Option(help: "Requests a second that the account may make.") var rate = 20
    @Option(help: "Unfinished tasks that the account may have.") var queue = 10
    @Flag(help: "Accept the documented test-mode key: no charges, always the same results.") var testKey = false
    @Option(help: "How long a file's address lives, in the service's time, such as 90s, 5m or 24h.") var linkLife =
        "24h"
    @Flag(help: "Send the whole task in every event of a stream.") var wholeEvents = false
    @Option(help: "POST every change of a task to this loopback address.") var webhook: String?
    @Option(help: "What is to go wrong.") var faults = ""
    @Option(help: "Draw identifiers, seeds and faults from this number.") var seed: UInt64?
    @Flag(help: "Make small, coarse models in a fraction of the time: for tests.") var coarse = false

    func run() async throws {
        // A client that goes away in the middle of an answer must not end the server.
        signal(SIGPIPE, SIG_IGN)
        let standIn = try StandIn(try settings(), state: state, webhook: webhook, isCoarse: coarse)
        try await standIn.run(port: port) { address in
            FileHandle.standardOutput.write(Data("listening on \(address)\n".utf8))
        }
    }

    private func settings() throws -> Settings {
        var settings = seed.map(Settings.init(seed:)) ?? Settings()
        settings.key = key
        settings.credits = credits
        settings.timeScale = timeScale
        settings.requestsPerSecond = rate
        settings.queueLength = queue
        settings.acceptsTestKey = testKey
        settings.sendsWholeEvents = wholeEvents
        guard let life = Settings.length(linkLife) else {
            throw ValidationError("--link-life must be a length of time such as 90s, 5m or 24h")
        }
        settings.linkLife = life
        do {
            settings.faults = try FaultPlan(parsing: faults, seed: settings.seed)
        } catch {
            throw ValidationError("--faults: \(error)")
        }
        return settings
    }

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be between 0 and 65535") }
        guard timeScale >= 0.001, timeScale <= 1_000_000 else {
            throw ValidationError("--time-scale must be between 0.001 and 1000000")
        }
        guard credits >= 0, credits <= 1_000_000_000 else {
            throw ValidationError("--credits must be between 0 and 1000000000")
        }
        guard rate >= 1 else { throw ValidationError("--rate must be at least 1") }
        guard queue >= 1 else { throw ValidationError("--queue must be at least 1") }
        if let webhook {
            guard let host = URL(string: webhook)?.host, ["127.0.0.1", "localhost", "::1"].contains(host) else {
                throw ValidationError("--webhook must be an address on this machine, such as http://127.0.0.1:9000/")
            }
        }
    }
}
