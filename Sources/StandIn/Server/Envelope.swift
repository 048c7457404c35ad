import GLB
import HTTPTypes
import Hummingbird

/// An error page as proxies in front of a service write it.
struct ErrorPage: Error {
    let status: Int
}

/// Gives every answer the service's headers, and every refusal its one form.
struct Envelope: RouterMiddleware {
    static let version = "v2026.11.18"

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let page as ErrorPage {
            return Self.page(page)
        } catch let refusal as Refusal {
            response = Self.response(to: refusal)
        } catch let error as HTTPError where error.status == .notFound {
            response = Self.response(to: .noRoute)
        } catch let error as any HTTPResponseError {
            response = Self.response(to: Refusal(error.status.code, error.status.reasonPhrase))
        } catch let error as StateLogError {
            response = Self.response(to: Refusal(500, error.description))
        }
        response.headers[.apiVersion] = Self.version
        response.headers[.requestID] = context.id
        return response
    }

    private static func response(to refusal: Refusal) -> Response {
        var writer = JSONWriter()
        writer.object { $0.member("message", refusal.message) }
        var response = Response(json: writer.bytes, status: HTTPResponse.Status(code: refusal.status))
        if let seconds = refusal.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    private static func page(_ page: ErrorPage) -> Response {
        let status = HTTPResponse.Status(code: page.status)
        let title = "\(status.code) \(status.reasonPhrase)"
        return Response(
            status: status, headers: [.contentType: "text/html"],
            body: ResponseBody(
                byteBuffer: ByteBuffer(
                    string: "<html>\n<head><title>\(title)</title></head>\n<body><h1>\(title)</h1></body>\n</html>\n")))
    }
}

extension Response {
    init(json: [UInt8], status: HTTPResponse.Status = .ok) {
        self.init(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }
}

extension HTTPField.Name {
    static let apiVersion = HTTPField.Name("x-api-version") ?? .server
    static let requestID = HTTPField.Name("x-request-id") ?? .server
}
