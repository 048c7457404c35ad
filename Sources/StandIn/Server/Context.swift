import Hummingbird
import NIOCore

/// What a handler knows of the connection that a request came by.
struct Context: RequestContext {
    var coreContext: CoreRequestContextStorage
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Cuts the connection. Nothing more reaches the client; the error ends the handler.
    func drop() async throws -> Never {
        try? await channel.close()
        throw Refusal(503, "The connection was dropped")
    }
}
