import Hummingbird

/// The downloads. They take no key: the signature in the address is enough.
struct FileRoutes: Sendable {
    let service: LiveService
    let gate: Gate
    let workshop: Workshop

    func add(to router: Router<Context>) {
        let path: RouterPath = "/files/:account/tasks/:id/output/:file"
        router.get(path) { request, context in try await download(request, context) }
        router.head(path) { request, context in
            var response = try await download(request, context)
            response.body = ResponseBody()
            return response
        }
    }

    private func download(_ request: Request, _ context: Context) async throws -> Response {
        let file = try context.parameters.require("file")
        let labels: Set = ["download", file]
        try await gate.endure(await service.arrive("download", labels), context)
        // No key belongs here; a test can see that none came.
        if request.headers[.authorization] != nil { _ = await service.arrive("download-with-key", []) }
        let query = request.query
        let isSigned = await service.isSigned(
            path: request.uri.path, expires: query["Expires"] ?? "", signature: query["Signature"] ?? "")
        let faults = await service.strike(at: .download, labels)
        guard isSigned, !faults.contains(.expired) else { return Self.denied(.forbidden, "AccessDenied") }
        guard let account = Account(rawValue: try context.parameters.require("account")),
            let id = try? TaskID(context.parameters.require("id")),
            let content = try? await service.content(account: account, id: id, file: file)
        else { return Self.denied(.notFound, "NoSuchKey") }

        for case .redirect(let target) in faults {
            let here = "\(request.uri.path)?\(request.uri.query ?? "")&redirected=1"
            return Response(status: .found, headers: [.location: target ?? here])
        }
        return Download(try await workshop.file(content), name: file, faults: faults).response(to: request)
    }

    /// A refusal in the manner of file hosts, which do not speak JSON.
    private static func denied(_ status: HTTPResponse.Status, _ code: String) -> Response {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>\(code)</Code></Error>\n"
        return Response(
            status: status, headers: [.contentType: "application/xml"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
