import Foundation
package import Hummingbird
import Logging
import NIOCore

/// A local server that answers as the Meshy REST API does, for development, demonstrations and tests.
package struct StandIn: Sendable {
    private let service: LiveService
    private let workshop: Workshop
    private let webhook: Webhook?

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
        self.webhook = webhook.map { [service, workshop] in Webhook(url: $0, service: service, workshop: workshop) }
    }

    /// Serves on a port of the loopback interface until the task is cancelled; port 0 picks a free one.
    ///
    /// - Throws: ``PortError`` if the port cannot be listened on.
    package func run(port: Int, onListening: @escaping @Sendable (_ address: String) -> Void) async throws {
        async let deliveries: Void? = webhook?.run()
        do {
            try await application(port: port, onListening: onListening).run()
        } catch let error as IOError {
            throw PortError(
                description: "port \(port) cannot be listened on: \(String(cString: strerror(error.errnoCode)))")
        }
        await deliveries
    }

    /// The server without its webhook.
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
            onServerRunning: { [service] channel in
                let address = "http://127.0.0.1:\(channel.localAddress?.port ?? port)"
                await service.listens(at: address)
                onListening(address)
            },
            logger: logger)
    }
}

/// A port that the server cannot have.
package struct PortError: Error, CustomStringConvertible {
    package let description: String
}
