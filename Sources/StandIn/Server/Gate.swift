import Hummingbird

/// What every request passes before anything is done for it.
struct Gate: Sendable {
    let service: LiveService

    /// Lets a request for the API in: the faults that strike on arrival, the origin, the key, the rate.
    func admit(
        _ request: Request, _ context: Context, _ operation: String, _ family: Family? = nil
    ) async throws -> Account {
        try await endure(
            await service.arrive(operation, Set([operation] + [family?.label].compactMap(\.self))), context)
        try refuseBrowsers(request)
        let words = request.headers[.authorization]?.split(separator: " ") ?? []
        let isBearer = words.count == 2 && words[0].lowercased() == "bearer"
        return try await service.admit(key: isBearer ? String(words[1]) : nil)
    }

    /// Refuses what a web page asks for.
    func refuseBrowsers(_ request: Request) throws(Refusal) {
        guard request.headers[.origin] == nil else { throw .crossOrigin }
    }

    /// Lets faults take their course.
    func endure(_ faults: [Fault], _ context: Context) async throws {
        for fault in faults {
            switch fault {
            case .slow(let length): try await Task.sleep(for: .milliseconds(length))
            case .advance(let length): try await service.advance(by: length)
            case .status(429): throw Refusal.rateLimit
            case .queueFull: throw Refusal.queueFull
            case .pendingFull: throw Refusal.pendingFull
            case .status(401): throw Refusal.invalidKey
            case .status(402): throw Refusal.insufficientCredits
            case .status(503), .statusAfterCreate(503):
                throw Refusal(503, "The server is busy. Please try again later.")
            case .status(let status), .statusAfterCreate(let status):
                let reason = HTTPResponse.Status(code: status).reasonPhrase
                throw Refusal(status, status == 500 ? "Internal server error." : reason)
            case .html(let status): throw ErrorPage(status: status)
            case .drop, .dropAfterCreate: try await context.drop()
            default: break
            }
        }
    }
}
