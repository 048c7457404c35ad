/// How a model descends from another one.
public enum Relation: String, CaseIterable, Hashable, Sendable {
    /// A preview got its textures.
    case refine
    /// The same request was made again, or a varied one.
    case regenerate
    /// The parent got new textures.
    case retexture
    /// The parent got a new mesh.
    case remesh
    /// The parent got a skeleton.
    case rig
    /// The parent got a clip.
    case animate
    /// The parent was written in another format or size.
    case convert
}

/// One end of a line of descent, seen from a model.
public struct Relative: Hashable, Sendable {
    /// The other model; nil while it is not in the library.
    public var id: ModelID?
    /// The other model's title; empty while it is not in the library.
    public var title: String
    /// What the line was recorded with: a model id or the service's task id.
    public var reference: String
    /// What made the child out of the parent.
    public var relation: Relation

    /// Describes a relative.
    public init(id: ModelID?, title: String, reference: String, relation: Relation) {
        self.id = id
        self.title = title
        self.reference = reference
        self.relation = relation
    }
}
