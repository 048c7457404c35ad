/// An order of models, as SQL, and the index that has them in it.
struct SortOrder {
    /// Models by when they were made, the newest first.
    static let newest = SortOrder(Query.Sort(.created, descending: true))

    /// The terms for ORDER BY. Models for which the field is not known come last; of equals the order is that of the index.
    let terms: String
    /// What to read models from, one after the other, to have them in order without sorting.
    let walks: [String]

    init(_ sort: Query.Sort) {
        let index: String
        let expressions: [String]
        var isAlwaysKnown = true
        switch sort.field {
        case .title: (index, expressions) = ("model_title", ["m.title COLLATE NOCASE"])
        case .imported: (index, expressions) = ("model_imported", ["m.imported"])
        case .created: (index, expressions) = ("model_dated", [ConditionBuilder.dated])
        case .rating: (index, expressions) = ("model_rating", ["m.rating"])
        case .triangles:
            isAlwaysKnown = false
            (index, expressions) = (
                "model_geometry", ["m.triangles", "m.vertices", "m.size_x", "m.size_y", "m.size_z"]
            )
        default:
            isAlwaysKnown = false
            let column = ConditionBuilder.column(sort.field)
            (index, expressions) = ("model_" + column.dropFirst(2), [column])
        }
        func terms(_ ending: String) -> String {
            (expressions + ["m.key"]).map { $0 + ending }.joined(separator: ", ")
        }
        let table = "model m INDEXED BY \(index)"
        if sort.isDescending || isAlwaysKnown {
            // Indexes have NULL before all values, so that it is last in descending order anyway.
            self.terms = terms(sort.isDescending ? " DESC" : "")
            walks = ["\(table) ORDER BY \(self.terms)"]
        } else {
            self.terms = terms(" NULLS LAST")
            walks = [
                "\(table) WHERE \(expressions[0]) IS NOT NULL ORDER BY \(terms(""))",
                "\(table) WHERE \(expressions[0]) IS NULL ORDER BY m.key",
            ]
        }
    }
}
