/// A model of the library, as lists show it and search filters it.
///
/// A text that is not known is empty, a number that is not known is nil.
public struct Model: Hashable, Sendable {
    /// The short id.
    public var id: ModelID
    /// The title; empty if it has none.
    public var title: String
    /// How it came to be.
    public var kind: Kind
    /// The text that it was made from.
    public var prompt: String
    /// What was asked to be left out.
    public var negativePrompt: String
    /// The text that its textures were made from.
    public var texturePrompt: String
    /// The art style of the request.
    public var artStyle: String
    /// The AI model that made it, such as `meshy-6`.
    public var aiModel: String
    /// The random seed of the request.
    public var seed: Int64?
    /// The service's id of the task that made it; empty if there was none.
    public var taskID: String
    /// Stars, 1 to 5; 0 is unrated.
    public var rating: Int
    /// What a reviewer decided.
    public var state: ReviewState
    /// Notes in the user's own words.
    public var note: String
    /// When it was made; nil if nobody knows.
    public var created: Timestamp?
    /// When it came into the library.
    public var imported: Timestamp
    /// When it was put into the trash; nil if it is not there.
    public var trashed: Timestamp?
    /// Tags in alphabetical order.
    public var tags: [String]
    /// The names of the collections that it is in, in alphabetical order.
    public var collections: [String]
    /// The models that it was made from, as far as they are in the library, in the order of their ids.
    public var parents: [ModelID]
    /// The SHA-256 of the model's main file; empty if it has none.
    public var hash: String
    /// The format of the main file, such as `glb`; empty if it has none.
    public var format: String
    /// The size of the main file in bytes; nil if it has none.
    public var bytes: Int64?
    /// What is in the main file; nil if it was not inspected.
    public var statistics: Inspection.Statistics?

    /// What to call it: the title, else the beginning of the prompt, else the id.
    public var displayTitle: String {
        if !title.isEmpty { return title }
        if prompt.isEmpty { return id.description }
        let beginning = prompt.prefix(48)
        return beginning.count < prompt.count ? beginning + "…" : prompt
    }
}

/// A model with everything that belongs to it.
public struct ModelDetail: Hashable, Sendable {
    /// What lists show.
    public var model: Model
    /// Its files, the main one first.
    public var files: [ModelFile]
    /// The request that it was made with, as JSON; nil if nobody knows.
    public var parameters: String?
    /// The inspection of the main file.
    public var inspection: Inspection?
    /// What reading all of the main file found; nil if it was not read yet.
    public var analysis: Analysis?
    /// What it was made from.
    public var parents: [Relative]
    /// What was made from it.
    public var children: [Relative]
}
