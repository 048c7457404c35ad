import GLB
import Hummingbird

/// The five calls of every collection.
struct TaskRoutes: Sendable {
    let service: LiveService
    let gate: Gate
    let workshop: Workshop

    /// Enough for the largest file that may come as a data URI, in base64.
    static let bodyLimit = 140 << 20

    func add(to router: Router<Context>) {
        for family in Family.allCases {
            let collection = RouterPath(family.path)
            let member = RouterPath(family.path + "/:id")
            router.post(collection) { request, context in try await create(family, request, context) }
            router.get(collection) { request, context in try await list(family, request, context) }
            router.get(member) { request, context in try await retrieve(family, request, context) }
            router.get(RouterPath(family.path + "/:id/stream")) { request, context in
                try await stream(family, request, context)
            }
            router.delete(member) { request, context in try await delete(family, request, context) }
        }
    }

    private func create(_ family: Family, _ request: Request, _ context: Context) async throws -> Response {
        let account = try await gate.admit(request, context, "create", family)
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        let (id, faults) = try await service.create(family, try JSON(parsing: body.readableBytesView), by: account)
        try await gate.endure(faults, context)
        var writer = JSONWriter()
        writer.object { $0.member("result", id.description) }
        return Response(json: writer.bytes, status: .accepted)
    }

    private func list(_ family: Family, _ request: Request, _ context: Context) async throws -> Response {
        let account = try await gate.admit(request, context, "list", family)
        let page = try Page(request.query)
        var writer = JSONWriter()
        var objects: [TaskObject] = []
        for object in await service.page(page, of: account, in: family) {
            objects.append(try await workshop.complete(object))
        }
        writer.value(objects)
        return Response(json: writer.bytes)
    }

    private func retrieve(_ family: Family, _ request: Request, _ context: Context) async throws -> Response {
        let account = try await gate.admit(request, context, "retrieve", family)
        let id = try TaskID(context.parameters.require("id"))
        let object = try await service.object(id, of: account, in: family)
        var writer = JSONWriter()
        writer.value(try await workshop.complete(object))
        var response = Response(json: writer.bytes)
        if !object.isFinished {
            // Five seconds of the service's time, in the client's.
            response.headers[.retryAfter] = String(max(1, Int((5 / service.settings.timeScale).rounded(.up))))
        }
        return response
    }

    private func stream(_ family: Family, _ request: Request, _ context: Context) async throws -> Response {
        let account = try await gate.admit(request, context, "stream", family)
        let id = try TaskID(context.parameters.require("id"))
        let faults = await service.strike(at: .stream, ["stream", family.label])
        let events = EventStream(service: service, workshop: workshop, faults: faults) { () throws(Refusal) in
            try await service.object(id, of: account, in: family)
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-cache"],
            body: ResponseBody { writer in try await events.write(to: &writer) })
    }

    private func delete(_ family: Family, _ request: Request, _ context: Context) async throws -> Response {
        let account = try await gate.admit(request, context, "delete", family)
        try await service.delete(try TaskID(context.parameters.require("id")), by: account)
        return Response(status: .ok)
    }
}

extension Workshop {
    /// The task with what its analysis found, where it is of that kind and finished.
    func complete(_ object: TaskObject) async throws -> TaskObject {
        guard case .printability(let blueprint) = object.task.product, object.hasSucceeded else { return object }
        var complete = object
        complete.printability = try await printability(blueprint)
        complete.printability?.evaluatedAt = object.task.endsAt
        return complete
    }
}
