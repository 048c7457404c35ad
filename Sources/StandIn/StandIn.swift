import Foundation
package import Hummingbird
import Logging

/// A local server that answers as the Meshy REST API does, for development, demonstrations and tests.
package struct StandIn: Sendable {
    private let service: LiveService
    private let workshop: Workshop
    private let webhook: String?

    /// A server that listens to nothing yet.
    ///
    /// - Parameters:
    ///   - state: The file in which accounts and tasks outlive the process; nil keeps them in memory.
    ///   - webhook: The address that is told about every change of a task.
    ///   - isCoarse: Whether results are made small and coarse, in a fraction of the time.
    ///   - wall: The wall clock.
    /// - Throws: ``StateLogError`` if the state file cannot be used.
    package init(
        _ settings: Settings, state: String? = nil, webhook: String? = nil, isCoarse: Bool = false,
        wall: @escaping @Sendable () -> Milliseconds = { Int(Date().timeIntervalSince1970 * 1000) }
    ) throws {
        service = try LiveService(settings, log: try state.map(StateLog.open), wall: wall)
        workshop = Workshop(detail: isCoarse ? .coarse : .usual)
        self.webhook = webhook
    }

    /// The server on a port of the loopback interface; port 0 picks a free one.
    package func application(
        port: Int, onListening: @escaping @Sendable (_ address: String) -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let router = Router(context: Context.self)
        router.add(middleware: Envelope())
        let gate = Gate(service: service)
        TaskRoutes(service: service, gate: gate, workshop: workshop).add(to: router)
        AccountRoutes(service: service, gate: gate).add(to: router)
        FileRoutes(service: service, gate: gate, workshop: workshop).add(to: router)
        ControlRoutes(service: service, gate: gate).add(to: router)
        var logger = Logger(label: "meshy-stand-in")
        logger.logLevel = .critical
        return Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            services: webhook.map { [Webhook(url: $0, service: service, workshop: workshop)] } ?? [],
            onServerRunning: { [service] channel in
                let address = "http://127.0.0.1:\(channel.localAddress?.port ?? port)"
                await service.listens(at: address)
                onListening(address)
            },
            logger: logger)
    }
}
