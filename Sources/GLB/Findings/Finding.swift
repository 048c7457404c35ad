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

    /// What was found, by the name that the reference validator gives it, with all that can be said about it in general.
    ///
    /// Keep codes as static members in extensions, so that each is written once.
    public struct Code: Sendable {
        /// The name, such as `ACCESSOR_TOO_LONG`; codes of the same name are the same.
        public let name: String
        /// How bad it is.
        public let severity: Severity
        /// What is wrong, in a sentence.
        public let what: String
        /// Why it matters.
        public let why: String
        /// How to mend it.
        public let mend: String

        /// A code; how bad it is, what is wrong, why it matters and how to mend it.
        public init(_ name: String, _ severity: Severity = .error, what: String, why: String, mend: String) {
            self.name = name
            self.severity = severity
            self.what = what
            self.why = why
            self.mend = mend
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
    /// How bad it is: as the code says, unless somebody chose otherwise.
    public let severity: Severity
    /// Where.
    public let location: Location
    /// A sentence for people.
    public let message: String

    /// A finding of these parts, as bad as its code says.
    public init(_ code: Code, at location: Location, _ message: String) {
        self.init(code, severity: code.severity, at: location, message)
    }

    init(_ code: Code, severity: Severity, at location: Location, _ message: String) {
        self.code = code
        self.severity = severity
        self.location = location
        self.message = message
    }
}

extension Finding.Code: Hashable {
    /// Whether the names are the same.
    public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
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
        writer.object { writeMembers(to: &$0) }
    }

    /// Writes the members of the object that a finding is.
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("code", code.name)
        writer.member("severity", severity.rawValue)
        switch location {
        case .pointer(let pointer): writer.member("pointer", pointer)
        case .offset(let offset): writer.member("offset", offset)
        }
        writer.member("message", message)
    }
}
