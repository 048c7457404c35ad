/// A column of the full text, in the order of the table.
enum TextColumn: Int, CaseIterable {
    case title, prompt, texturePrompt, note, tags, names, negative

    /// The column's name in the database.
    var column: String { self == .texturePrompt ? "texture_prompt" : "\(self)" }

    /// What excerpts call it.
    var fieldName: String {
        switch self {
        case .texturePrompt: "texture-prompt"
        case .tags: "tag"
        default: "\(self)"
        }
    }

    /// How much a word here counts against one elsewhere.
    var weight: Float {
        switch self {
        case .title: 10
        case .prompt: 5
        case .texturePrompt, .tags: 2
        case .note, .names, .negative: 1
        }
    }

    /// The columns that a field means; a word without one is not searched in what was asked to be left out.
    static func columns(of field: Field?) -> [TextColumn] {
        switch field {
        case .title: [.title]
        case .prompt: [.prompt, .texturePrompt]
        case .note: [.note]
        case .negative: [.negative]
        default: allCases.filter { $0 != .negative }
        }
    }

    /// All columns for a SELECT, read from `m`.
    static let selection = allCases.map { "m.\($0.column)" }.joined(separator: ", ")
}
