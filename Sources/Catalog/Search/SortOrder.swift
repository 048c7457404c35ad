/// An order of models, as SQL, and the index that has them in it.
struct SortOrder {
    /// Models by when they were made, the newest first.
    static let newest = SortOrder(Query.Sort(.created, descending: true))

    /// What models are read from to have them in order. Models for which the field is not known can be missing.
    let walk: String
    /// Selects the models that `walk` misses; nil if it misses none.
    let rest: String?
    /// The order as terms for ORDER BY, models for which the field is not known last.
    let terms: String

    init(_ sort: Query.Sort) {
        let direction = sort.isDescending ? "DESC" : "ASC"
        let column: String
        switch sort.field {
        case .title: column = "title"
        case .imported: column = "imported"
        case .rating: column = "rating"
        case .created: column = "dated"
        case .size:
            walk = "object o INDEXED BY object_bytes CROSS JOIN model m ON m.object = o.key \(Self.inspection)"
            rest = "model m \(Self.both) WHERE m.object IS NULL ORDER BY m.key \(direction)"
            terms = Self.terms(["o.bytes", "o.key", "m.key"], direction)
            return
        default:
            let isGeometry = sort.field == .triangles
            let column = ConditionBuilder.column(sort.field)
            let columns = isGeometry ? [column, "i.vertices", "i.size_x", "i.size_y", "i.size_z"] : [column]
            let index = isGeometry ? "inspection_geometry" : "inspection_" + column.dropFirst(2)
            walk = "inspection i INDEXED BY \(index) CROSS JOIN model m ON m.object = i.object \(Self.object)"
            rest = "model m \(Self.both) WHERE i.object IS NULL ORDER BY m.key \(direction)"
            terms = Self.terms(columns + ["i.object", "m.key"], direction)
            return
        }
        walk = "model m INDEXED BY model_\(column) \(Self.both)"
        rest = nil
        terms = "m.\(column)\(column == "title" ? " COLLATE NOCASE" : "") \(direction), m.key \(direction)"
    }

    /// Joins what conditions can ask about to `m`; SQLite leaves out what a statement does not use.
    static let both = "\(inspection) \(object)"

    private static let inspection = "LEFT JOIN inspection i ON i.object = m.object"
    private static let object = "LEFT JOIN object o ON o.key = m.object"

    private static func terms(_ columns: [String], _ direction: String) -> String {
        columns.map { "\($0) \(direction) NULLS LAST" }.joined(separator: ", ")
    }
}
