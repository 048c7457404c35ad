/// What a change did to models, or would do.
public struct ChangeSummary: Hashable, Sendable {
    /// The models that are different now; those that were as asked already are left out.
    public var models: [ModelChange]
    /// How many models were as asked already.
    public var unchanged: Int
    /// What was done, in words: `tagged 'boss', rated 4`.
    public var description: String

    /// What changed in one model.
    public struct ModelChange: Hashable, Sendable {
        /// The model.
        public var id: ModelID
        /// What its title was before.
        public var title: String
        /// What changed in it.
        public var differences: [Difference]
    }

    /// A value that changed.
    public struct Difference: Hashable, Sendable {
        /// What changed.
        public var field: Field
        /// The value before; nil for a tag or collection that was added, or a model that was not in the trash.
        public var old: String?
        /// The value after; nil for a tag or collection that was taken away, or a model taken out of the trash.
        public var new: String?

        /// What can change.
        public enum Field: String, Hashable, Sendable {
            /// The title.
            case title
            /// The note.
            case note
            /// The stars, as a number.
            case rating
            /// The review state.
            case state
            /// When it was put into the trash, in milliseconds since 1970.
            case trashed
            /// A tag.
            case tag
            /// A collection.
            case collection
        }

        /// The change back.
        var reversed: Difference { Difference(field: field, old: new, new: old) }
    }
}

/// What ``Catalog/undo()`` did.
public struct UndoSummary: Hashable, Sendable {
    /// What was undone, in words: `tagged 'boss'`.
    public var description: String
    /// When that had been done.
    public var date: Timestamp
    /// The models that are as before, with what changed in them now.
    public var models: [ChangeSummary.ModelChange]
    /// Values that something else has changed since; they were left alone.
    public var conflicts: [ChangeSummary.ModelChange]
}
