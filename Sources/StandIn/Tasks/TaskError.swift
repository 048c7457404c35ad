import GLB

/// Why a task failed, as its `task_error` says it.
struct TaskError: Codable, Equatable, Sendable {
    let type: String
    let code: String?
    let message: String

    /// The failures that can be asked for, by the name that ``Fault`` gives them.
    static let known: [String: TaskError] = [
        "image_too_complex": TaskError("invalid_input", "image_too_complex", "The picture shows too many objects."),
        "model_missing_uv": TaskError("invalid_input", "model_missing_uv", "The model has no texture coordinates."),
        "model_insufficient_uv": TaskError(
            "invalid_input", "model_insufficient_uv", "The model's texture coordinates cannot be used."),
        "invalid_input": TaskError("invalid_input", "invalid_input", "The input cannot be used."),
        "moderation_blocked": TaskError("invalid_input", "moderation_blocked", "The content was refused."),
        "timeout": TaskError("timeout", "timeout", "The task took too long."),
        "format_conversion_failed": TaskError(
            "server_error", "format_conversion_failed", "An output format could not be written."),
        "service_unavailable": TaskError(
            "service_unavailable", nil, "The server is busy. Please try again later."),
        "server_error": TaskError("server_error", nil, "Internal server error."),
    ]

    private init(_ type: String, _ code: String?, _ message: String) {
        self.type = type
        self.code = code
        self.message = message
    }
}

extension TaskError: JSONWritable {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("type", type)
            writer.member("message", message)
            if let code {
                writer.member("code", code)
                let anchor = String(code.map { $0 == "_" ? "-" : $0 })
                writer.member("doc_url", "https://docs.meshy.ai/en/api/errors#\(anchor)")
            }
        }
    }
}
