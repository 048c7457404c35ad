extension Finding.Code {
    /// All codes that this module reports, those of each topic together: the source of `explain` and of the table in
    /// `docs/validation.md`.
    public static let table: [Self] =
        container + schema + semantics + extensions + links + primitives + data + resources + faults

    /// The code of that name; nil if this module reports none such.
    public init?(named name: String) {
        guard let code = Self.byName[name] else { return nil }
        self = code
    }

    private static let byName = Dictionary(table.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
