import GRDB

extension Catalog {
    /// Adds models in one transaction, all or none; the outcomes are in the order of `models`.
    ///
    /// A model whose main file is in the library already, or whose task is, without a file or with the same one, is not
    /// added again: what it knows fills in what is empty there, and never replaces anything. Parents that are not in the
    /// library yet are linked when they come. Throws `constraint` if `parameters` or a report is not JSON, or a hash is
    /// not one.
    public func add(_ models: [NewModel]) throws(CatalogError) -> [AddOutcome] {
        try write { db in
            var adder = try Adder(db, now: .now)
            return try adder.add(models)
        }
    }

    /// Replaces what is known about the content of a stored object, if `inspection` is of a newer inspector; false if
    /// not, or if there is no such object.
    @discardableResult
    public func record(_ inspection: Inspection, ofObject hash: String) throws(CatalogError) -> Bool {
        try write { db in
            let objects = Objects(db, now: .now)
            guard let key = try Int64.fetchOne(db, sql: "SELECT key FROM object WHERE hash = ?", arguments: [hash]),
                try objects.record(inspection, of: key)
            else { return false }
            var vocabulary = Vocabulary(db)
            if let model = try Int64.fetchOne(db, sql: "SELECT key FROM model WHERE object = ?", arguments: [key]) {
                try vocabulary.follow(model, in: db) { try objects.describe(model: model) }
            }
            try vocabulary.write(to: db)
            return true
        }
    }
}
