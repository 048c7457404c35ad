import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import StandIn

@Suite(.timeLimit(.minutes(5))) struct WebhookTests {
    /// What a receiver was told, and how it answers. Each delivery puts the clock forward, so that the next follows.
    private final class Receiver: Sendable {
        let clock = HandClock()
        private let told = Mutex<[JSON]>([])
        private let status: HTTPResponse.Status

        init(_ status: HTTPResponse.Status = .ok) { self.status = status }

        var bodies: [JSON] { told.withLock(\.self) }
        var statuses: [String?] { bodies.map { $0["status"]?.string } }

        func router() -> Router<BasicRequestContext> {
            let router = Router()
            router.post("/hook") { [self] request, _ in
                let body = try await request.body.collect(upTo: 1 << 20)
                let json = try JSON(parsing: body.readableBytesView)
                told.withLock { $0.append(json) }
                clock.turn(0.008)
                return status
            }
            return router
        }
    }

    /// Lets one task live, and ends when the receiver has heard enough or the webhook was switched off.
    private func deliver(
        to receiver: Receiver, faults: String = "", until isEnough: @Sendable @escaping ([String?]) -> Bool
    ) async throws {
        let application = Application(
            router: receiver.router(), configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0))
        )
        try await application.test(.live) { client in
            var settings = Settings(seed: 1)
            settings.timeScale = 1000
            settings.faults = try FaultPlan(parsing: faults, seed: 1)
            let service = try LiveService(settings, log: nil) { receiver.clock.now }
            let hook = Webhook(
                url: "http://127.0.0.1:\(client.port ?? 0)/hook", service: service, workshop: Workshop(detail: .coarse))
            _ = try await service.create(
                .textTo3D, try JSON(parsing: #"{"mode":"preview","prompt":"x"}"#.utf8), by: .paying)
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await hook.run() }
                group.addTask {
                    // What the webhook finds at its start is no news to it: it has to start before the clock goes on.
                    while !isEnough(receiver.statuses), !Task.isCancelled {
                        if receiver.bodies.isEmpty { receiver.clock.turn(0.001) }
                        try? await Task.sleep(for: .milliseconds(10))
                    }
                }
                await group.next()
                group.cancelAll()
            }
        }
    }

    @Test("a webhook hears of every change, with the task as it then is")
    func deliveries() async throws {
        let receiver = Receiver()
        try await deliver(to: receiver) { $0.last == "SUCCEEDED" }
        let bodies = receiver.bodies
        #expect(bodies.allSatisfy { $0["prompt"]?.string == "x" })
        #expect(bodies.count > 3)
        let progress = bodies.compactMap { $0["progress"]?.integer }
        #expect(progress == progress.sorted())
        #expect(bodies.last?["model_urls"]?["glb"]?.string?.isEmpty == false)
    }

    @Test("late news comes after new")
    func disorder() async throws {
        let receiver = Receiver()
        try await deliver(to: receiver, faults: "out-of-order@webhook:*") { statuses in
            statuses.dropLast().contains("SUCCEEDED")
        }
        #expect(receiver.statuses.suffix(2) == ["SUCCEEDED", "IN_PROGRESS"])
    }

    @Test("after five failures in a row it is switched off")
    func failures() async throws {
        let receiver = Receiver(.internalServerError)
        try await deliver(to: receiver) { _ in false }
        #expect(receiver.bodies.count == 5)
    }
}
