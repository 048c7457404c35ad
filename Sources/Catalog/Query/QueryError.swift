/// What is wrong with a query, and where.
public struct QueryError: Error, Hashable, Sendable {
    /// What is wrong, in one sentence without a full stop.
    public var message: String
    /// The first character concerned, counted from 1.
    public var column: Int
    /// How many characters are concerned; 0 where something is missing.
    public var length: Int
    /// What may have been meant, as it would be typed; nil if nothing is near.
    public var suggestion: String?
}

extension QueryError: CustomStringConvertible {
    /// What is wrong, where, and what may have been meant, in one line.
    public var description: String {
        "column \(column): \(message)" + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
    }
}
