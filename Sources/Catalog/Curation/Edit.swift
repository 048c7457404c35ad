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
    /// Gives stars, 1 to 5; 0 takes them away. Numbers outside are brought to the nearest end.
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

extension Edit: CustomStringConvertible {
    /// What was done, in words: `tagged 'boss'`.
    public var description: String {
        switch self {
        case .addTag(let name): "tagged '\(name)'"
        case .removeTag(let name): "untagged '\(name)'"
        case .rename(let title): "renamed to '\(title)'"
        case .setNote(let note): note.isEmpty ? "note removed" : "note written"
        case .appendNote: "note extended"
        case .rate(0): "rating removed"
        case .rate(let stars): "rated \(stars)"
        case .review(let state): "reviewed as \(state.rawValue)"
        case .addToCollection(let name): "put into '\(name)'"
        case .removeFromCollection(let name): "taken out of '\(name)'"
        case .trash: "trashed"
        case .restore: "restored"
        }
    }
}
