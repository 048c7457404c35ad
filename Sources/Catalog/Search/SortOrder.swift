/// An order of models, as SQL, and the index that has them in it.
struct SortOrder {
    /// Models by when they were made, the newest first.
    static let newest = SortOrder(Query.Sort(.created, descending: true))

    /// What models are read from to have them in order. Models for which the field is not known can be missing.
    let walk: String
    /// Selects the models that `walk` misses; nil if it misses none.
    let rest: String?
    /// The order as terms for ORDER BY.
    let terms: [String]

    /// The order for models that come in none, those for which the field is not known last.
    var sorting: String { terms.map { $0 + " NULLS LAST" }.joined(separator: ", ") }

    /// The order for models that come from `walk`, word for word what its index has.
    var walking: String { terms.joined(separator: ", ") }

    init(_ sort: Query.Sort) {
        let direction = sort.isDescending ? "DESC" : "ASC"
        let columns: [String]
        var missing: String?
        switch sort.field {
        case .title, .imported, .rating, .created:
            let (index, expression) =
                switch sort.field {
                case .title: ("model_title", "m.title COLLATE NOCASE")
                case .imported: ("model_imported", "m.imported")
                case .rating: ("model_rating", "m.rating")
                default: ("model_dated", ConditionBuilder.dated)
                }
            columns = [expression]
            walk = "model m INDEXED BY \(index) \(Self.inspection) \(Self.object)"
        case .size:
            columns = ["o.bytes", "o.key"]
            walk = "object o INDEXED BY object_bytes CROSS JOIN model m ON m.object = o.key \(Self.inspection)"
            missing = "m.object IS NULL"
        default:
            let column = ConditionBuilder.column(sort.field)
            let isGeometry = sort.field == .triangles
            columns = [column] + (isGeometry ? ["i.vertices", "i.size_x", "i.size_y", "i.size_z"] : []) + ["i.object"]
            let index = isGeometry ? "inspection_geometry" : "inspection_" + column.dropFirst(2)
            walk = "inspection i INDEXED BY \(index) CROSS JOIN model m ON m.object = i.object \(Self.object)"
            missing = "i.object IS NULL"
        }
        rest = missing.map { "model m \(Self.joins) WHERE \($0) ORDER BY m.key \(direction)" }
        terms = (columns + ["m.key"]).map { "\($0) \(direction)" }
    }

    /// Joins what conditions can ask about to `m`; SQLite leaves out what a statement does not use.
    static let joins = "\(inspection) \(object)"

    private static let inspection = "LEFT JOIN inspection i ON i.object = m.object"
    private static let object = "LEFT JOIN object o ON o.key = m.object"
}
