/// The box around what a scene draws, in world space, in the file's rest pose: node transforms and skins are applied,
/// morph targets and animations are not.
///
/// The corners come from the accessors' `min` and `max` wherever these suffice. Where they do not, because a box is
/// turned or a skin bends it, the vertices are read, up to ``byteLimit``.
public struct SceneBounds: Equatable, Sendable {
    /// How far the box can be relied on.
    public enum Accuracy: String, Sendable {
        /// The box fits.
        case exact
        /// Everything is within the box, but it may be too large.
        case conservative
        /// Something has no known extent and may be outside of the box.
        case incomplete
    }

    /// The box; nil if nothing is drawn or nothing that is drawn has a known extent.
    public let box: Bounds?
    /// How far it can be relied on.
    public let accuracy: Accuracy

    /// How many bytes of vertex data are read for the sake of an exact box.
    public static let byteLimit = 8 << 20

}

extension SceneBounds {
    init(of file: AssetFile, _ walk: SceneWalk) {
        var builder = BoundsBuilder(file)
        let skins = SkinPoses(file, walk)
        for visit in walk.visits {
            let node = file.document.nodes[visit.node]
            guard let mesh = node.mesh else { continue }
            if let skin = node.skin {
                builder.add(mesh, visit.world, pose: skins[skin])
            } else if let instancing = node.instancing {
                builder.add(mesh, visit.world, instancing)
            } else {
                builder.add(mesh, .all, visit.world)
            }
        }
        builder.finish()
        box = builder.box
        accuracy = builder.accuracy
    }
}
