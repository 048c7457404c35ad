/// What each skin does to a vertex in the file's rest pose: one matrix a joint, from the mesh's own space to the world
/// (section 3.7.3.3). The transform of the node that the mesh hangs on plays no part.
struct SkinPoses {
    /// How many inverse bind matrices are read, of all skins together.
    private static let matrixLimit = 1 << 17

    private var poses: [Int: [Matrix4]] = [:]

    init(_ file: AssetFile, _ walk: SceneWalk) {
        let document = file.document
        let skins = Set(walk.visits.compactMap { document.nodes[$0.node].skin })
        guard !skins.isEmpty else { return }
        let worlds = walk.worldMatrices(of: skins.flatMap { document.skins[$0].joints.compactMap { $0 } })
        var matricesLeft = Self.matrixLimit
        for skin in skins.sorted() {
            let joints = document.skins[skin].joints
            let cost = document.skins[skin].inverseBindMatrices.map { document.accessors[$0].count } ?? joints.count
            guard cost <= matricesLeft else { continue }
            matricesLeft -= cost
            guard let inverses = Self.inverseBindMatrices(document.skins[skin], file) else { continue }
            poses[skin] = joints.indices.map { index in
                (joints[index].flatMap { worlds[$0] } ?? .identity) * inverses[index]
            }
        }
    }

    /// The matrices of a skin's joints; nil if they cannot be read.
    subscript(skin: Int) -> [Matrix4]? { poses[skin] }

    private static func inverseBindMatrices(_ skin: Document.Skin, _ file: AssetFile) -> [Matrix4]? {
        guard let accessor = skin.inverseBindMatrices else {
            return [Matrix4](repeating: .identity, count: skin.joints.count)
        }
        guard let matrices = try? file.data(ofAccessor: accessor).matrices(), matrices.count >= skin.joints.count
        else { return nil }
        return matrices
    }
}
