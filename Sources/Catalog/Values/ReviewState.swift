/// What a reviewer decided about a model; everything starts as a draft.
public enum ReviewState: String, CaseIterable, Hashable, Sendable {
    /// Not decided yet.
    case draft
    /// Good enough to use.
    case approved
    /// Not to be used.
    case rejected
}
