/// Something about a file that somebody should know: what, how bad, where, and in words.
public struct Finding: Equatable, Sendable {
    /// How bad a finding is.
    public enum Severity: String, CaseIterable, Sendable {
        /// The file breaks the specification.
        case error
        /// The file is allowed to be so, but it is likely a mistake.
        case warning
        /// Worth knowing.
        case information
        /// Could be better.
        case hint
    }

    /// What was found, by the name that the reference validator gives it.
    public struct Code: Hashable, Sendable {
        /// The name, such as `ACCESSOR_TOO_LONG`.
        public let name: String
        /// How bad it is.
        public let severity: Severity

        /// A code; keep them as static members in extensions, so that each is written once.
        public init(_ name: String, _ severity: Severity = .error) {
            self.name = name
            self.severity = severity
        }
    }

    /// Where something was found.
    public enum Location: Equatable, Sendable {
        /// A JSON pointer (RFC 6901) into the glTF document; empty for the whole.
        case pointer(String)
        /// A byte of the file, from 0.
        case offset(Int)
    }

    /// What was found.
    public let code: Code
    /// Where.
    public let location: Location
    /// A sentence for people.
    public let message: String

    /// A finding of these parts.
    public init(_ code: Code, at location: Location, _ message: String) {
        self.code = code
        self.location = location
        self.message = message
    }

    /// How bad it is.
    public var severity: Severity { code.severity }
}

extension Finding: CustomStringConvertible {
    /// One line: severity, code, place and message.
    public var description: String {
        switch location {
        case .pointer(let pointer): "\(severity) \(code.name) at \(pointer.isEmpty ? "/" : pointer): \(message)"
        case .offset(let offset): "\(severity) \(code.name) at byte \(offset): \(message)"
        }
    }
}

extension Finding: JSONWritable {
    /// Writes `code`, `severity`, `pointer` or `offset`, and `message`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", code.name)
            writer.member("severity", severity.rawValue)
            switch location {
            case .pointer(let pointer): writer.member("pointer", pointer)
            case .offset(let offset): writer.member("offset", offset)
            }
            writer.member("message", message)
        }
    }
}
