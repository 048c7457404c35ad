import GLB
import Hummingbird

/// What tests look at and turn while the stand-in runs. The service itself has nothing of it.
struct ControlRoutes: Sendable {
    let service: LiveService
    let gate: Gate

    func add(to router: Router<Context>) {
        let control = router.group("/_stand-in")
        control.get("ledger") { request, _ in
            try gate.refuseBrowsers(request)
            return try Self.response(await service.ledger())
        }
        control.get("faults") { request, _ in
            try gate.refuseBrowsers(request)
            return Self.response(await service.faultRules())
        }
        control.post("faults") { request, _ in
            try gate.refuseBrowsers(request)
            let text = String(buffer: try await request.body.collect(upTo: 64 << 10))
            do throws(FaultPlanError) {
                await service.replaceFaults(by: try FaultPlan(parsing: text, seed: service.settings.seed))
            } catch {
                throw Refusal.invalid(error.description)
            }
            return Self.response(await service.faultRules())
        }
        control.get("clock") { request, _ in
            try gate.refuseBrowsers(request)
            return Self.response(["now": await service.now()])
        }
        control.post("clock") { request, _ in
            try gate.refuseBrowsers(request)
            guard let length = DurationText.milliseconds(request.query["advance"] ?? "") else {
                throw Refusal.invalid("advance must be a length of time such as 3d, 12h or 90s")
            }
            try await service.advance(by: length)
            return Self.response(["now": await service.now()])
        }
    }

    private static func response(_ value: some JSONWritable) -> Response {
        var writer = JSONWriter(pretty: true)
        writer.value(value)
        return Response(json: writer.bytes + [UInt8(ascii: "\n")])
    }

    private static func response(_ members: [String: Int]) -> Response {
        var writer = JSONWriter()
        writer.object { for (name, value) in members { $0.member(name, value) } }
        return Response(json: writer.bytes + [UInt8(ascii: "\n")])
    }
}

extension FaultPlan.Rule: JSONWritable {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("rule", text)
            writer.member("met", met)
            writer.member("struck", struck)
        }
    }
}
