/// A model that is to be added.
public struct NewModel: Hashable, Sendable {
    /// The id that it had in the library it comes from; kept if it is free here.
    public var id: ModelID?
    /// The title; empty if it has none.
    public var title = ""
    /// How it came to be.
    public var kind: Kind
    /// The text that it was made from.
    public var prompt = ""
    /// What was asked to be left out.
    public var negativePrompt = ""
    /// The text that its textures were made from.
    public var texturePrompt = ""
    /// The art style of the request.
    public var artStyle = ""
    /// The AI model that made it.
    public var aiModel = ""
    /// The random seed of the request.
    public var seed: Int64?
    /// The service's id of the task that made it; empty if there was none.
    public var taskID = ""
    /// Stars, 1 to 5; 0 is unrated. Numbers outside are brought to the nearest end.
    public var rating = 0
    /// What a reviewer decided.
    public var state = ReviewState.draft
    /// Notes in the user's own words.
    public var note = ""
    /// When it was made; nil if nobody knows.
    public var created: Timestamp?
    /// When it came into the library; nil is now.
    public var imported: Timestamp?
    /// Tags.
    public var tags: [String] = []
    /// The names of the collections that it is in; they are made as needed.
    public var collections: [String] = []
    /// Its files. The main one is the first GLB of the role `model`, else the first of that role.
    public var files: [NewFile] = []
    /// What it was made from.
    public var parents: [NewParent] = []
    /// The request that it was made with, as JSON.
    public var parameters: String?

    /// Starts a model of which only the kind is known.
    public init(kind: Kind = .imported) {
        self.kind = kind
    }
}

/// A file of a model that is to be added. Its content must be in the object store already.
public struct NewFile: Hashable, Sendable {
    /// The file.
    public var file: ModelFile
    /// What an inspection found in it; nil if it was not inspected.
    public var inspection: Inspection?

    /// Describes a file.
    public init(_ file: ModelFile, inspection: Inspection? = nil) {
        self.file = file
        self.inspection = inspection
    }
}

/// What a model that is to be added was made from.
public struct NewParent: Hashable, Sendable {
    /// The parent's id here or the service's id of its task. It may come into the library later.
    public var reference: String
    /// What made the child out of the parent.
    public var relation: Relation

    /// Describes a parent.
    public init(_ reference: String, _ relation: Relation) {
        self.reference = reference
        self.relation = relation
    }
}

/// What became of a model that was to be added.
public enum AddOutcome: Hashable, Sendable {
    /// It is new.
    case added(ModelID)
    /// Its main file, or its task, is in the library already; `filled` names the fields that were empty there and are not now.
    case alreadyPresent(ModelID, filled: [String], isTrashed: Bool)

    /// The model in the library.
    public var id: ModelID {
        switch self {
        case .added(let id), .alreadyPresent(let id, _, _): id
        }
    }
}
