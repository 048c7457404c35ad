/// What a task gives when it has succeeded.
enum Product: Codable, Sendable {
    case model(ModelFiles)
    case rig(Blueprint)
    case animation(Blueprint, AnimationFiles)
    case motion(Motion)
    case pictures([Picture])
    case printability(Blueprint)

    /// The model that later steps go on with; nil where there is none.
    var blueprint: Blueprint? {
        switch self {
        case .model(let files): files.blueprint
        case .rig(let blueprint), .animation(let blueprint, _), .printability(let blueprint): blueprint
        case .motion, .pictures: nil
        }
    }
}

/// The files of a task that makes a model.
struct ModelFiles: Codable, Sendable {
    var blueprint: Blueprint
    var formats: [ModelFormat]
    /// The line of AI models that made the shape: a refine must use one that fits it.
    var line: AIModel.Line = .standard
    /// The mesh before it was remeshed, as `pre_remeshed_glb`.
    var before: Blueprint?
    var hasThumbnail = true
    var hasTransparentThumbnail = false
    var hasViews = false
    /// Whether formats that were not made stand in the answer with an empty address.
    var namesEveryFormat = false
}

/// The files of a task that moves a character.
struct AnimationFiles: Codable, Sendable {
    /// The library's numbers of the movements; empty for one that a text-to-motion task made.
    var actions: [Int]
    /// The name that stands in the file's name.
    var name: String
}

/// A movement made from words.
struct Motion: Codable, Hashable, Sendable {
    var prompt: String
    var seed: Int
    /// In milliseconds.
    var duration: Int
    /// `prime` or `swift`.
    var mode: String
}

/// A picture made from words: a view of the model that the same words give.
struct Picture: Codable, Hashable, Sendable {
    var prompt: String
    var seed: Int
    var width: Int
    var height: Int
    var view: View
    var isTransparent: Bool

    /// The sides from which a model is shown.
    enum View: String, Codable, CaseIterable, Sendable {
        case front, right, back, left
    }
}
