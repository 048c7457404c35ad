import Catalog
import Foundation
import MeshyAPI
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Library

/// The service in the hands of a test: a machine whose clock is wrong, and waits that are shortened.
struct ServiceBench {
    let test: TestLibrary
    let standIn: StandInProcess

    init(_ arguments: String...) throws {
        test = try TestLibrary()
        standIn = try StandInProcess(["--seed", "7"] + arguments)
    }

    var library: Library { test.library }

    /// How many tasks the service has made, each of which it charged for.
    var charges: Int {
        get throws { try standIn.ledger().ranges(of: /"kind":\s*"charge"/).count }
    }

    /// Plans a request, as the commands do it, unless there are open ones already, and works on what is open.
    ///
    /// - Parameters:
    ///   - offset: by how much this machine's clock is wrong, in days.
    ///   - haste: by how many times all waits are shortened.
    func run(
        _ prompt: String? = nil, daysOff offset: Int64 = 0, haste: Int = 1,
        _ change: (inout RunOptions) -> Void = { _ in }, report: @escaping @Sendable (TaskNews) -> Void = { _ in }
    ) async throws -> [JournalTask] {
        var configuration = ClientConfiguration(
            baseURL: try BaseURL(standIn.address), key: try APIKey("msy-stand-in"), userAgent: "meshy-lib/0.0-test")
        configuration.requestsPerSecond = 1000
        configuration.clock = { Timestamp.now.milliseconds + offset * 86_400_000 }
        configuration.sleep = { try await Task.sleep(for: $0 / haste) }
        var options = RunOptions()
        options.patience /= haste
        options.follow.deadline /= haste
        change(&options)
        let (chosen, library) = (options, library)
        return try await MeshyClient.with(configuration) { client in
            let runner = try TaskRunner(library, client: client, options: chosen, report: report)
            guard let prompt else { return try await runner.run(runner.claim().taken) }
            var request = TaskRequest(.textTo3DPreview)
            request[.prompt] = prompt
            return try await runner.run(runner.plan(TaskPlan(request).tasks))
        }
    }
}

@Suite("A clock that is wrong")
struct WrongClockTests {
    @Test(
        "a lost request is found, whatever this machine's clock said when it was sent and when it is looked for",
        arguments: [(9, 0), (-9, 0), (0, 9), (0, -9), (400, -400)])
    func lost(whenSent: Int64, whenResumed: Int64) async throws {
        let bench = try ServiceBench("--faults", "drop-after-create@create,500@list:*")
        let lost = try await bench.run("a mask", daysOff: whenSent, haste: 1000)
        #expect(lost.map(\.state) == [.unknown])
        try bench.standIn.setFaults("")
        let found = try await bench.run(daysOff: whenResumed) { $0.sendsAgain = true }
        #expect(found.map(\.state) == [.stored], "\(found.map(\.error))")
        #expect(try bench.charges == 1)
    }

    @Test("the journal's times and the day of a cap are the service's", arguments: [5, -5] as [Int64])
    func times(daysOff: Int64) async throws {
        let bench = try ServiceBench()
        try bench.library.catalog.set("cap-day", to: "30")
        let stored = try #require(await bench.run("a mask", daysOff: daysOff).first)
        #expect(stored.state == .stored)
        let hour: Int64 = 3_600_000
        let sent = try #require(stored.sent).milliseconds
        #expect(abs(sent - Timestamp.now.milliseconds) < hour)
        // Another day by the clock here, the same by the service's.
        await #expect(throws: CatalogError.self) { try await bench.run("a helmet", daysOff: daysOff + 1) }
        #expect(try bench.charges == 1)
    }

    @Test("a request that never arrived is sent again in time, however the clock was put back since")
    func putBack() async throws {
        let bench = try ServiceBench("--faults", "503@create")
        #expect(try await bench.run("a mask", daysOff: 3).map(\.state) == [.unknown])
        let again = try await bench.run(daysOff: -3) {
            $0.sendsAgain = true
            $0.arrival = .seconds(1)
        }
        #expect(again.map(\.state) == [.stored])
        #expect(try bench.charges == 1)
    }

    @Test("what the service repeats in other words is the same request")
    func echoes() throws {
        var request = TaskRequest(.textTo3DPreview)
        request[.prompt] = " a mask,\n painted  red "
        request[.aiModel] = "latest"
        request[.seed] = 7
        func echo(_ members: String) throws -> MeshyTask {
            try MeshyTask(
                parsing: Array(
                    #"{"id":"x","type":"text-to-3d-preview","created_at":1795167000013\#(members)}"#.utf8))
        }
        let same = try echo(#","prompt":"a mask, painted red","ai_model":"meshy-7.1","seed":null,"name":"""#)
        #expect(same.mayBe(request, sent: nil))
        #expect(same.mayBe(request, sent: Timestamp(milliseconds: 1_795_167_000_013 + 200_000)))
        #expect(!same.mayBe(request, sent: Timestamp(milliseconds: 1_795_167_000_013 + 400_000)))
        #expect(try !echo(#","prompt":"a mask, painted blue""#).mayBe(request, sent: nil))
        #expect(try !echo(#","prompt":"a mask, painted red","seed":8"#).mayBe(request, sent: nil))
    }
}

@Suite("An outage of half an hour")
struct OutageTests {
    /// All waits are shortened so that half an hour takes three seconds.
    private static let haste = 600

    /// The next tries that a run announces, and what for.
    private final class Announcements: Sendable {
        private let heard = Mutex<[Duration]>([])
        var waits: [Duration] { heard.withLock { $0 } }
        func take(_ news: TaskNews) {
            if case .trouble(_, _, let pause) = news { heard.withLock { $0.append(pause) } }
        }
    }

    @Test(
        "is waited out, and nothing is paid twice, at whatever step it begins",
        arguments: [
            "503@create:*,503@list:*,503@retrieve:*", "503-after-create@create:1,503@list:*",
            "drop-after-create@create:1,drop@list:*", "503@retrieve:*,503@stream:*", "drop@retrieve:*,drop@stream:*",
            "503@download:*,503@retrieve:2-4000,cut@stream:*",
        ])
    func waitedOut(faults: String) async throws {
        let bench = try ServiceBench("--time-scale", "100", "--faults", faults)
        let announcements = Announcements()
        async let ended = bench.run("a mask", haste: Self.haste) { _ in
        } report: {
            announcements.take($0)
        }
        try await Task.sleep(for: .seconds(3))
        try bench.standIn.setFaults("")
        var tasks = try await ended
        #expect(!announcements.waits.isEmpty)
        // What the service answered with a fault may have arrived; only a person has it sent again.
        if faults.hasPrefix("503@create") {
            #expect(tasks.map(\.state) == [.unknown])
            #expect(try bench.charges == 0)
            tasks = try await bench.run(haste: Self.haste) { $0.sendsAgain = true }
        }
        #expect(tasks.map(\.state) == [.stored], "\(tasks.map(\.error))")
        #expect(try bench.charges == 1)
    }

    @Test("that outlasts all patience leaves every step for 'resume', which pays nothing")
    func outlasts() async throws {
        for faults in [
            "drop-after-create@create,drop@list:*", "503@retrieve:*,503@stream:*", "503@download:*,cut@stream:*",
        ] {
            let bench = try ServiceBench("--faults", faults)
            let left = try await bench.run("a mask", haste: 10_000)
            #expect(left.allSatisfy { $0.state.isOpen }, "\(faults): \(left.map(\.state))")
            #expect(left.allSatisfy { !$0.error.isEmpty })
            try bench.standIn.setFaults("")
            #expect(try await bench.run().map(\.state) == [.stored], "\(faults)")
            #expect(try bench.charges == 1)
        }
    }

    @Test("in which nothing answers at all is waited out before anything is sent")
    func refusedConnections() async throws {
        let bench = try ServiceBench()
        bench.standIn.kill()
        let announcements = Announcements()
        // An hour of patience in seconds, in which a busy machine too finds time for some tries.
        let left = try await bench.run("a mask", haste: 1000) { _ in
        } report: {
            announcements.take($0)
        }
        #expect(left.map(\.state) == [.planned])
        #expect(announcements.waits.count > 1)
        let ledger = try bench.library.catalog.ledger(account: bench.standIn.address)
        #expect(ledger.reserved == 0 && ledger.spent == 0)
    }
}
