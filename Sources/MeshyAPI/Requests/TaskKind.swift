/// A thing that the service can be asked to do for credits.
///
/// The raw value is the name in the catalogue and the journal.
package enum TaskKind: String, CaseIterable, Hashable, Sendable {
    /// An untextured first draft from a prompt.
    case textTo3DPreview = "text-to-3d.preview"
    /// The textures for a draft.
    case textTo3DRefine = "text-to-3d.refine"
    /// A model from one picture.
    case imageTo3D = "image-to-3d"
    /// A model from one to four pictures of the same thing.
    case multiImageTo3D = "multi-image-to-3d"
    /// New textures for a model.
    case retexture
    /// A new mesh for a model.
    case remesh
    /// The same model in other file formats.
    case convert
    /// The same model in another size.
    case resize
    /// New texture coordinates for a model.
    case uvUnwrap = "uv-unwrap"
    /// A skeleton for a figure.
    case rigging
    /// Clips for a rigged figure.
    case animation
    /// A clip from a prompt, without a figure.
    case textToMotion = "text-to-motion"
    /// A picture from a prompt.
    case textToImage = "text-to-image"
    /// A picture from pictures and a prompt.
    case imageToImage = "image-to-image"
    /// A report on whether a model can be printed.
    case printAnalyze = "print-analyze"
    /// A printable form of a model; its textures are lost.
    case printRepair = "print-repair"
    /// A model cut into the colours of a printer.
    case printMultiColor = "print-multi-color"

    /// The collection of the service's tasks to which such tasks belong.
    package var collection: TaskCollection {
        switch self {
        case .textTo3DPreview, .textTo3DRefine: .textTo3D
        case .imageTo3D: .imageTo3D
        case .multiImageTo3D: .multiImageTo3D
        case .retexture: .retexture
        case .remesh: .remesh
        case .convert: .convert
        case .resize: .resize
        case .uvUnwrap: .uvUnwrap
        case .rigging: .rigging
        case .animation: .animation
        case .textToMotion: .textToMotion
        case .textToImage: .textToImage
        case .imageToImage: .imageToImage
        case .printAnalyze: .printAnalyze
        case .printRepair: .printRepair
        case .printMultiColor: .printMultiColor
        }
    }

    /// The member `mode` that chooses between the kinds of one collection; nil where the path alone says it.
    var mode: String? {
        switch self {
        case .textTo3DPreview: "preview"
        case .textTo3DRefine: "refine"
        default: nil
        }
    }

    /// The kind of a task by the service's own word for it, such as `text-to-3d-preview` or `rig`; nil for a new word.
    package init?(serviceType: String) {
        switch serviceType {
        case "text-to-3d-preview": self = .textTo3DPreview
        case "text-to-3d-refine": self = .textTo3DRefine
        case "rig": self = .rigging
        // The documentation writes the one, the official command-line client the other.
        case "animate": self = .animation
        default: self.init(rawValue: serviceType)
        }
    }
}
