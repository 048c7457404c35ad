extension Query: CustomStringConvertible {
    /// Reads a query; throws with the column of what is wrong.
    public init(parsing text: String) throws(QueryError) { fatalError() }
    /// The query in the query language.
    public var description: String { fatalError() }
}
extension Model {
    /// The text of a field by its name in the query language; nil if there is no such field.
    public func value(of field: String) -> String? { fatalError() }
}
