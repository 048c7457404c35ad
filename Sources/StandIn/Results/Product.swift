/// What a task gives when it has succeeded.
enum Product: Codable, Sendable {
    case model(ModelFiles)
    /// A model that gets a skeleton.
    case rig(Blueprint)
    /// A model with movements, and the name of the movement that stands in the file's name.
    case animation(Blueprint, name: String)
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

extension Product {
    /// What the test account gets whatever it asks for: always the same robot.
    var sample: Product {
        func sample(_ blueprint: Blueprint) -> Blueprint {
            var blueprint = blueprint
            (blueprint.prompt, blueprint.seed) = ("robot", 0)
            return blueprint
        }
        switch self {
        case .model(var files):
            files.blueprint = sample(files.blueprint)
            files.before = files.before.map(sample)
            return .model(files)
        case .rig(let blueprint): return .rig(sample(blueprint))
        case .animation(let blueprint, let name): return .animation(sample(blueprint), name: name)
        case .printability(let blueprint): return .printability(sample(blueprint))
        case .motion(var motion):
            (motion.prompt, motion.seed) = ("wave", 0)
            return .motion(motion)
        case .pictures(let pictures):
            return .pictures(
                pictures.map { picture in
                    var picture = picture
                    (picture.prompt, picture.seed) = ("robot", 0)
                    return picture
                })
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
    /// Whether there are pictures beside the model: of it, and of its surface.
    var hasPictures = true
    var hasTransparentThumbnail = false
    var hasViews = false
    /// Whether formats that were not made stand in the answer with an empty address.
    var namesEveryFormat = false
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
