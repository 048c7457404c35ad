import GLB
import Hummingbird

/// The calls that are not about one collection of tasks.
struct AccountRoutes: Sendable {
    let service: LiveService
    let gate: Gate

    func add(to router: Router<Context>) {
        router.get("/openapi/v1/balance") { request, context in
            let account = try await gate.admit(request, context, "balance")
            var writer = JSONWriter()
            let balance = try await service.balance(of: account)
            writer.object { $0.member("balance", balance) }
            return Response(json: writer.bytes)
        }
        router.get("/openapi/v1/animations/library") { request, context in
            _ = try await gate.admit(request, context, "library")
            var writer = JSONWriter()
            writer.value(ActionLibrary.all.filter { $0.matches(request.query) })
            return Response(json: writer.bytes)
        }
        router.get("/openapi/v1/showcases") { request, context -> Response in
            _ = try await gate.admit(request, context, "showcases")
            throw Refusal.higherPlan
        }
        for method in [HTTPRequest.Method.get, .post, .delete] {
            router.on("/openapi/creative-lab/**", method: method) { request, context -> Response in
                _ = try await gate.admit(request, context, "creative-lab")
                throw Refusal(404, "Creative Lab is not switched on for this account")
            }
        }
    }
}

extension ActionLibrary.Action {
    /// Whether the entry passes the filters of a query.
    fileprivate func matches(_ query: [String: String]) -> Bool {
        if let words = query["search"], !name.lowercased().contains(words.lowercased()) { return false }
        if let wanted = query["category"], wanted != category { return false }
        if let wanted = query["sub_category"], wanted != group { return false }
        if let wanted = query["action_ids"], !wanted.split(separator: ",").contains(where: { Int($0) == id }) {
            return false
        }
        return true
    }
}
