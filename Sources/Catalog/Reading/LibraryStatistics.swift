/// The library in numbers. Models in the trash are counted in `trashed` alone.
public struct LibraryStatistics: Hashable, Sendable {
    /// Models that are not in the trash.
    public var models: Int
    /// Models in the trash.
    public var trashed: Int
    /// Stored objects, those of trashed models included.
    public var objects: Int
    /// Bytes of all stored objects, each counted once however many models have it.
    public var bytes: Int64
    /// Of these objects, how many are textures beside a model's file, which holds the same pictures as a rule.
    public var looseTextures: Int
    /// Their bytes.
    public var looseTextureBytes: Int64
    /// Models by kind, the most frequent first.
    public var byKind: [NamedCount]
    /// Models by tag, the most frequent first; at most 100.
    public var byTag: [NamedCount]
    /// Models by the month in which they were made (`2026-10`), the latest first.
    public var byMonth: [NamedCount]
    /// Models by review state.
    public var byState: [NamedCount]
    /// The models with the largest files.
    public var largest: [Model]
    /// The models with the most triangles.
    public var mostTriangles: [Model]
    /// How many models share their geometry with another one.
    public var duplicates: Int
    /// How many models were read to the end: their surfaces are known, or why they are not.
    public var analyzed: Int
    /// How many models have a closed surface.
    public var watertight: Int
    /// How many models obey the specification; nil if no model was checked.
    public var valid: Int?
    /// How many models have a problem that breaks the specification.
    public var withErrors: Int
    /// Models by the program's budgets that they pass, the most frequent first.
    public var byBudget: [NamedCount]
}

/// A name and how many models it has.
public struct NamedCount: Hashable, Sendable {
    /// The name.
    public var name: String
    /// How many models.
    public var models: Int
}
