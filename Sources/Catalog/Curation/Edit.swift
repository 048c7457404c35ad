/// A change that a person makes to models.
public enum Edit: Hashable, Sendable {
    /// Puts a tag on; a model that has it already stays as it is.
    case addTag(String)
    /// Takes a tag off.
    case removeTag(String)
    /// Gives a title.
    case rename(String)
    /// Replaces the note.
    case setNote(String)
    /// Writes a paragraph below the note.
    case appendNote(String)
    /// Gives stars, 1 to 5; 0 takes them away.
    case rate(Int)
    /// Sets the review state.
    case review(ReviewState)
    /// Puts into a collection, which is made if there is none of this name.
    case addToCollection(String)
    /// Takes out of a collection.
    case removeFromCollection(String)
    /// Puts into the trash.
    case trash
    /// Takes out of the trash.
    case restore
}

/// What a change did to models, or would do.
public struct ChangeSummary: Hashable, Sendable {
    /// The models that are different now; those that were as asked already are left out.
    public var models: [ModelChange]
    /// How many models were as asked already.
    public var unchanged: Int
    /// What was done, in words: `tagged 'boss'`.
    public var description: String

    /// What changed in one model.
    public struct ModelChange: Hashable, Sendable {
        /// The model.
        public var id: ModelID
        /// What it was called before.
        public var title: String
        /// What changed in it.
        public var differences: [Difference]
    }

    /// A value that changed.
    public struct Difference: Hashable, Sendable {
        /// What changed: `title`, `note`, `rating`, `state`, `trashed`, `tag` or `collection`.
        public var field: String
        /// The value before; nil for a tag or collection that was added, or a model that was not in the trash.
        public var old: String?
        /// The value after; nil for a tag or collection that was taken away, or a model taken out of the trash.
        public var new: String?
    }
}

/// What `undo` did.
public struct UndoSummary: Hashable, Sendable {
    /// What was undone, in words: `tagged 'boss'`.
    public var description: String
    /// When that had been done.
    public var date: Timestamp
    /// The models that are as before.
    public var models: [ChangeSummary.ModelChange]
    /// Values that something else has changed since; they were left alone.
    public var conflicts: [ChangeSummary.ModelChange]
}
