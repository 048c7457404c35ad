/// A field of the query language: what stands before the colon.
public enum Field: String, CaseIterable, Hashable, Sendable {
    // Words, found in the full text.
    case title, prompt, negative, note
    // Names, compared as a whole and without regard to case.
    case tag, `in`, style, model, generator
    case code
    // Names from a fixed list.
    case kind, state
    // Numbers.
    case rating
    case triangles = "tris"
    case vertices = "verts"
    case meshes, materials, textures
    case textureSize = "texture-size"
    case animations, size
    case errors, warnings
    // Days in UTC.
    case created, imported
    // Models.
    case id, task, parent

    /// What may stand after the colon.
    public var type: ValueType {
        switch self {
        case .title, .prompt, .negative, .note: .words
        case .tag, .in, .style, .model, .generator, .code: .name
        case .kind: .oneOf(Self.kindNames)
        case .state: .oneOf(ReviewState.allCases.map(\.rawValue))
        case .rating, .triangles, .vertices, .meshes, .materials, .textures, .animations, .errors, .warnings:
            .number(.count)
        case .textureSize: .number(.pixels)
        case .size: .number(.bytes)
        case .created, .imported: .date
        case .id, .task, .parent: .reference
        }
    }

    /// What may stand after a field's colon.
    public enum ValueType: Hashable, Sendable {
        /// Words, a phrase, or the beginning of a word.
        case words
        /// A name, or the beginning of one.
        case name
        /// One of these.
        case oneOf([String])
        /// A whole number, a comparison or a range.
        case number(Unit)
        /// A day, month or year, an age, a comparison or a range.
        case date
        /// A model's id or task id, or the beginning of one.
        case reference
    }

    /// What a number counts, which decides what its suffixes mean.
    public enum Unit: Hashable, Sendable {
        /// `k M G` are powers of 1000.
        case count
        /// `KB MB GB` are powers of 1000, `KiB MiB GiB` powers of 1024.
        case bytes
        /// `k` is 1024, as in a 4k texture.
        case pixels
    }

    /// Whether `sort:` accepts the field.
    public var isSortable: Bool {
        switch type {
        case .number, .date: true
        default: self == .title
        }
    }

    /// The kinds by name, and the families of those that have stages.
    private static let kindNames = ["text-to-3d"] + Kind.known.map(\.rawValue)
}

/// What `is:` can ask.
public enum Flag: String, CaseIterable, Hashable, Sendable {
    /// Rated with five stars.
    case favourite
    /// In the trash.
    case trashed
    /// Has textures in its file.
    case textured
    /// Has a skeleton.
    case rigged
    /// Has animation clips.
    case animated
    /// Has a closed surface.
    case watertight
    /// Obeys the specification.
    case valid
    /// Shares triangle and vertex counts and the exact size with another model.
    case duplicate
    /// Is an untextured first draft.
    case preview
    /// Is a preview that was given its textures.
    case refined
    /// Has no model file, because making it failed or the file never came.
    case failed
}

/// What `has:` can ask.
public enum Feature: String, CaseIterable, Hashable, Sendable {
    /// A prompt.
    case prompt
    /// A thumbnail among its files.
    case thumbnail
    /// Textures in its file.
    case textures
    /// Animation clips in its file.
    case animations
    /// A parent or a child.
    case lineage
    /// A note.
    case note
}
