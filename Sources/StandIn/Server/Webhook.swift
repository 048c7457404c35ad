import AsyncHTTPClient
import GLB
import Hummingbird
import NIOHTTP1

/// Tells an address about every change of every task, as the service's webhooks do.
///
/// The service documents neither repetition nor a limit of failures. Here a failed delivery is not repeated, and after
/// five in a row the webhook is switched off.
struct Webhook: Sendable {
    let url: String
    let service: LiveService
    let workshop: Workshop

    /// Delivers until it is cancelled or switched off.
    func run() async {
        var known: [TaskID: Standing] = [:]
        for object in await service.everything() { known[object.task.id] = object.standing }
        var orders: [TaskID: EventOrder] = [:]
        var failures = 0
        while !Task.isCancelled, failures < 5 {
            for object in await service.everything() where known[object.task.id] != object.standing {
                let id = object.task.id
                known[id] = object.standing
                let faults = await service.strike(at: .webhook, ["webhook", object.task.family.label])
                guard let complete = try? await workshop.complete(object) else { continue }
                var writer = JSONWriter()
                writer.value(complete)
                var order = orders[id] ?? EventOrder()
                order.disturb(by: faults)
                for body in order.next(writer.text) {
                    failures = await deliver(body) ? 0 : failures + 1
                }
                orders[id] = object.isFinished ? nil : order
            }
            try? await Task.sleep(for: .milliseconds(service.settings.tick))
        }
    }

    /// Whether the receiver answered with a status below 400.
    private func deliver(_ body: String) async -> Bool {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(ByteBuffer(string: body))
        guard let response = try? await HTTPClient.shared.execute(request, timeout: .seconds(5)) else { return false }
        return response.status.code < 400
    }
}
