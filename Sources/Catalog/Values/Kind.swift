/// How a model came to be: the service's kind of task, or `import`.
///
/// The service adds kinds without notice, so any text can be one; the static members are those that are known.
public struct Kind: RawRepresentable, Hashable, Sendable {
    /// The name, as `text-to-3d.refine`.
    public let rawValue: String

    /// Makes a kind from its name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// An untextured first draft from a text prompt.
    public static let textTo3DPreview = Kind(rawValue: "text-to-3d.preview")
    /// A preview that was given its textures.
    public static let textTo3DRefine = Kind(rawValue: "text-to-3d.refine")
    /// Made from one picture.
    public static let imageTo3D = Kind(rawValue: "image-to-3d")
    /// Made from several pictures of the same thing.
    public static let multiImageTo3D = Kind(rawValue: "multi-image-to-3d")
    /// An existing model with new textures.
    public static let retexture = Kind(rawValue: "retexture")
    /// An existing model with a new mesh.
    public static let remesh = Kind(rawValue: "remesh")
    /// An existing model in another file format.
    public static let convert = Kind(rawValue: "convert")
    /// An existing model in another size.
    public static let resize = Kind(rawValue: "resize")
    /// An existing model with new texture coordinates.
    public static let uvUnwrap = Kind(rawValue: "uv-unwrap")
    /// An existing model with a skeleton.
    public static let rigging = Kind(rawValue: "rigging")
    /// A rigged model with a clip.
    public static let animation = Kind(rawValue: "animation")
    /// A file that somebody brought in, of unknown origin.
    public static let imported = Kind(rawValue: "import")

    /// Every kind that is known, in the order in which lists show them.
    public static let known: [Kind] = [
        .textTo3DPreview, .textTo3DRefine, .imageTo3D, .multiImageTo3D, .retexture, .remesh, .convert, .resize,
        .uvUnwrap,
        .rigging, .animation, .imported,
    ]
}
