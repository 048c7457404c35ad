internal import GLB
internal import NIOHTTP1

/// What an event of a task's stream says.
enum TaskEvent: Equatable, Sendable {
    /// How the task stands; while it runs, often nothing but id, status and progress.
    case task(MeshyTask)
    /// The service gave up the stream; it can do so after it answered with 200.
    case failure(MeshyAPIError)

    /// Reads an event; nil for one of a kind that came after this program was made.
    init?(_ event: ServerSentEvent, call: String) {
        switch event.name {
        case "message":
            do throws(TaskDecodingError) { self = .task(try MeshyTask(parsing: event.data)) } catch {
                self = .failure(MeshyAPIError(.unexpectedAnswer("an event: \(error)"), call: call))
            }
        case "error":
            let status = (try? JSON(parsing: event.data))?["status_code"]?.integer ?? 500
            let refusal = MeshyAPIError(status: status, headers: [:], body: event.data, call: call)
            self = .failure(refusal ?? MeshyAPIError(.serviceFault, call: call, status: status))
        default: return nil
        }
    }
}
