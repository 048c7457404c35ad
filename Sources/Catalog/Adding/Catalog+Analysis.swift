import GRDB

extension Catalog {
    /// Models' main files that no analyser of this version or a newer one has read, in the order of their hashes.
    ///
    /// - Parameter hash: the last one of the page before.
    public func unanalyzedObjects(
        version: Int, after hash: String = "", limit: Int = 1000
    ) throws(CatalogError) -> [StoredObject] {
        try objects("hash > ? AND \(Self.isUnanalyzed) ORDER BY hash LIMIT ?", [hash, version, limit])
    }

    /// Those of some objects that are models' main files and that no analyser of this version or a newer one has read.
    public func unanalyzedObjects(version: Int, among hashes: [String]) throws(CatalogError) -> [StoredObject] {
        try read { db in
            try hashes.flatMap { try StoredObject.fetch(db, "hash = ? AND \(Self.isUnanalyzed)", [$0, version]) }
        }
    }

    private static let isUnanalyzed = """
        format = 'glb' AND EXISTS (SELECT 1 FROM model m WHERE m.object = object.key)
        AND NOT EXISTS (SELECT 1 FROM analysis a WHERE a.object = object.key AND a.version >= ?)
        """

    /// Records what was found in stored objects, all in one transaction; objects that are gone are passed over.
    public func record(_ analyses: [(hash: String, analysis: Analysis)]) throws(CatalogError) {
        try write { db in
            let objects = Objects(db, now: .now)
            for (hash, analysis) in analyses {
                let select = try db.cachedStatement(sql: "SELECT key FROM object WHERE hash = ?")
                guard let key = try Int64.fetchOne(select, arguments: [hash]) else { continue }
                try AnalysisRow.replace(analysis, of: key, in: db)
                // The texts of the model stay as they are, so there are no words to count.
                let model = try db.cachedStatement(sql: "SELECT key FROM model WHERE object = ?")
                if let model = try Int64.fetchOne(model, arguments: [key]) { try objects.describe(model: model) }
            }
        }
    }
}
