/// How far a task is, by the service's word for it.
///
/// The service adds words without notice; one that nobody here knows is kept as it came.
package struct TaskStatus: RawRepresentable, Hashable, Sendable {
    /// The service's word, in capitals.
    package let rawValue: String

    /// Takes the service's word.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Waits in the queue.
    package static let pending = TaskStatus(rawValue: "PENDING")
    /// Is being worked on.
    package static let inProgress = TaskStatus(rawValue: "IN_PROGRESS")
    /// Is done; its files can be downloaded until it expires.
    package static let succeeded = TaskStatus(rawValue: "SUCCEEDED")
    /// Went wrong; the credits were given back.
    package static let failed = TaskStatus(rawValue: "FAILED")
    /// Was cancelled.
    package static let canceled = TaskStatus(rawValue: "CANCELED")
    /// Its files are gone; a word of 2024.
    package static let expired = TaskStatus(rawValue: "EXPIRED")

    /// Whether the status never changes again.
    package var isFinal: Bool {
        [.succeeded, .failed, .canceled, .expired].contains(self)
    }

    /// Whether the word is known.
    package var isKnown: Bool {
        isFinal || self == .pending || self == .inProgress
    }
}

/// Why a task failed, in the service's words.
package struct TaskFailure: Hashable, Sendable, CustomStringConvertible {
    /// A sentence; empty if the service gave none.
    package let message: String
    /// Where the fault lies: `invalid_input`, `timeout`, `service_unavailable`, `server_error`, or a newer word.
    package let type: String?
    /// The specific cause, such as `image_too_complex`; nil if none is known.
    package let code: String?
    /// The page that explains the cause.
    package let documentation: String?

    /// Whether the same request may succeed another time.
    package var isWorthRepeating: Bool {
        type == "timeout" || type == "service_unavailable" || type == "server_error"
    }

    /// The sentence, or whatever else there is, for people.
    package var description: String {
        if !message.isEmpty { return message }
        return code ?? type ?? "the service gave no reason"
    }

    init?(_ json: JSON?) {
        guard let json else { return nil }
        message = json["message"]?.text ?? json.text ?? ""
        type = json["type"]?.text
        code = json["code"]?.text
        documentation = json["doc_url"]?.text
        if message.isEmpty, type == nil, code == nil { return nil }
    }
}
