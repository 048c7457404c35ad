/// A search that was given a name.
public struct SavedSearch: Hashable, Sendable {
    /// The name, used as `@name` in a query.
    public var name: String
    /// The query.
    public var query: String
    /// When it was saved.
    public var created: Timestamp
}
