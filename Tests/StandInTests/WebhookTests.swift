import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import StandIn

@Suite struct WebhookTests {
    /// What a receiver was told, and how it answers.
    private final class Receiver: Sendable {
        private let told = Mutex<[JSON]>([])
        private let status: HTTPResponse.Status

        init(_ status: HTTPResponse.Status = .ok) { self.status = status }

        var bodies: [JSON] { told.withLock(\.self) }

        func router() -> Router<BasicRequestContext> {
            let router = Router()
            router.post("/hook") { [self] request, _ in
                let body = try await request.body.collect(upTo: 1 << 20)
                if let json = try? JSON(parsing: body.readableBytesView) { told.withLock { $0.append(json) } }
                return status
            }
            return router
        }
    }

    /// Lets one task live while the receiver listens.
    private func deliver(to receiver: Receiver, faults: String = "") async throws {
        let application = Application(
            router: receiver.router(), configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0))
        )
        try await application.test(.live) { client in
            var settings = Settings(seed: 1)
            settings.timeScale = 100
            settings.faults = try FaultPlan(parsing: faults, seed: 1)
            let clock = HandClock()
            let service = try LiveService(settings, log: nil) { clock.now }
            let hook = Webhook(
                url: "http://127.0.0.1:\(client.port ?? 0)/hook", service: service, workshop: Workshop(detail: .coarse))
            let deliveries = Task { await hook.run() }
            _ = try await service.create(
                .textTo3D, try JSON(parsing: #"{"mode":"preview","prompt":"x"}"#.utf8), by: .paying)
            for _ in 0..<60 {
                clock.turn(0.02)
                try await Task.sleep(for: .milliseconds(20))
            }
            deliveries.cancel()
            await deliveries.value
        }
    }

    @Test("a webhook hears of every change, with the task as it then is")
    func deliveries() async throws {
        let receiver = Receiver()
        try await deliver(to: receiver)
        let bodies = receiver.bodies
        #expect(bodies.allSatisfy { $0["prompt"]?.string == "x" })
        #expect(bodies.last?["status"]?.string == "SUCCEEDED")
        #expect(bodies.count > 3)
        let progress = bodies.compactMap { $0["progress"]?.integer }
        #expect(progress == progress.sorted())
    }

    @Test("late news comes after new")
    func disorder() async throws {
        let receiver = Receiver()
        try await deliver(to: receiver, faults: "out-of-order@webhook:*")
        #expect(receiver.bodies.last?["status"]?.string != "SUCCEEDED")
        #expect(receiver.bodies.contains { $0["status"]?.string == "SUCCEEDED" })
    }

    @Test("after five failures in a row it is switched off")
    func failures() async throws {
        let receiver = Receiver(.internalServerError)
        try await deliver(to: receiver)
        #expect(receiver.bodies.count == 5)
    }
}
