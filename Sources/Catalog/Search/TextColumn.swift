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
    static func columns(of field: Field?) -> Set {
        switch field {
        case .title: [.title]
        case .prompt: [.prompt, .texturePrompt]
        case .note: [.note]
        case .negative: [.negative]
        default: [.title, .prompt, .texturePrompt, .note, .tags, .names]
        }
    }

    /// Some of the columns.
    struct Set: ExpressibleByArrayLiteral {
        private var bits: UInt8 = 0

        init(arrayLiteral columns: TextColumn...) {
            for column in columns { bits |= 1 << UInt8(column.rawValue) }
        }

        func contains(_ column: TextColumn) -> Bool { bits & 1 << UInt8(column.rawValue) != 0 }

        /// The columns in order.
        var columns: [TextColumn] { TextColumn.allCases.filter(contains) }
    }

    /// All columns for a SELECT, read from `m`.
    static let selection = allCases.map { "m.\($0.column)" }.joined(separator: ", ")
}
