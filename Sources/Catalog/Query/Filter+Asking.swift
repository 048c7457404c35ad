extension Filter {
    /// Whether it is about words alone.
    var isText: Bool {
        switch self {
        case .words: true
        case .all(let parts), .any(let parts): !parts.isEmpty && parts.allSatisfy(\.isText)
        case .not(let part): part.isText
        default: false
        }
    }

    /// Whether it says itself what to do with the trash.
    var mentionsTrash: Bool {
        switch self {
        case .flag(.trashed): true
        case .all(let parts), .any(let parts): parts.contains(where: \.mentionsTrash)
        case .not(let part): part.mentionsTrash
        default: false
        }
    }
}
