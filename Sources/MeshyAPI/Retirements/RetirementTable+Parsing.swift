internal import GLB

/// Why a table of retirements cannot be used.
package struct RetirementTableError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A sentence for people, with the place in the table.
    package let description: String
}

extension RetirementTable {
    /// Reads a table in the form of the built-in one; members that nobody here knows are passed over.
    ///
    /// - Throws: ``RetirementTableError`` with the entry that cannot be understood.
    package init(parsing bytes: [UInt8]) throws(RetirementTableError) {
        let table: JSON
        do throws(JSONError) { table = try JSON(parsing: bytes) } catch {
            throw RetirementTableError(description: "the table of retirements is not JSON: \(error)")
        }
        guard table["version"]?.integer == 1 else {
            throw RetirementTableError(description: "the table of retirements is not of version 1")
        }
        let source = table["source"]?.text ?? ""
        let root = Entry(json: table, place: "the table", source: source)
        checked = try root.day("checked")
        aliases = try Self.entries(table, "aliases", source) { entry throws(RetirementTableError) in
            Alias(
                name: try entry.text("name"), use: try entry.use(), since: try entry.day("since"),
                model: try entry.text("model"))
        }
        models = try Self.entries(table, "models", source) { entry throws(RetirementTableError) in
            Model(
                name: try entry.text("name"), use: try entry.use(), since: try entry.optionalDay("since"),
                deprecated: try entry.optionalDay("deprecated"), retires: try entry.optionalDay("retires"),
                replacement: entry.json["replacement"]?.text, source: entry.source)
        }
        parameters = try Self.entries(table, "parameters", source) { entry throws(RetirementTableError) in
            guard let effect = RequestNotice.Effect(rawValue: try entry.text("effect")) else {
                throw entry.error("effect is none of \(RequestNotice.Effect.allCases.map(\.rawValue))")
            }
            return Parameter(
                name: try entry.text("name"), values: entry.json["values"]?.elements.compactMap(\.text) ?? [],
                kinds: entry.json["kinds"]?.elements.compactMap { $0.text.flatMap(TaskKind.init(rawValue:)) } ?? [],
                effect: effect, since: try entry.optionalDay("since"), replacement: entry.json["replacement"]?.text,
                note: entry.json["note"]?.text, source: entry.source)
        }
    }

    private static func entries<Value>(
        _ table: JSON, _ name: String, _ source: String, _ read: (Entry) throws(RetirementTableError) -> Value
    ) throws(RetirementTableError) -> [Value] {
        var values: [Value] = []
        for (index, json) in (table[name]?.elements ?? []).enumerated() {
            values.append(
                try read(Entry(json: json, place: "\(name)[\(index)]", source: json["source"]?.text ?? source)))
        }
        return values
    }

    /// One entry, with the words for where it stands.
    private struct Entry {
        let json: JSON
        let place: String
        let source: String

        func error(_ what: String) -> RetirementTableError {
            RetirementTableError(description: "the table of retirements, \(place): \(what)")
        }

        func text(_ name: String) throws(RetirementTableError) -> String {
            guard let text = json[name]?.text else { throw error("\(name) is missing") }
            return text
        }

        func day(_ name: String) throws(RetirementTableError) -> Day {
            guard let day = Day(try text(name)) else { throw error("\(name) is no day such as 2026-10-30") }
            return day
        }

        func optionalDay(_ name: String) throws(RetirementTableError) -> Day? {
            json[name] == nil ? nil : try day(name)
        }

        func use() throws(RetirementTableError) -> ModelUse {
            guard let use = ModelUse(rawValue: try text("use")) else {
                throw error("use is none of \(ModelUse.allCases.map(\.rawValue))")
            }
            return use
        }
    }
}
