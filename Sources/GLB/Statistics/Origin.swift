/// Which service made a model, and by which of its pipelines, as far as the file shows.
///
/// Services seldom sign their files, so this is read from generator, shape and names; it is a hint, not a proof.
public struct Origin: Equatable, Sendable {
    /// How sure the guess is.
    public enum Certainty: String, Sendable {
        /// The file names the service.
        case stated
        /// The file has the shape that the service gives its files, and others rarely do.
        case likely
    }

    /// The service, such as `Meshy`.
    public let service: String
    /// The pipeline: `preview`, `textured`, `rigged` or `merged-animations`; nil if it is not known.
    public let pipeline: String?
    /// How sure the guess is.
    public let certainty: Certainty
}

extension Origin {
    /// The joints of Meshy's biped rig.
    private static let bipedJoints: Set<String> = [
        "Hips", "LeftUpLeg", "LeftLeg", "LeftFoot", "LeftToeBase", "RightUpLeg", "RightLeg", "RightFoot",
        "RightToeBase", "Spine02", "Spine01", "Spine", "LeftShoulder", "LeftArm", "LeftForeArm", "LeftHand",
        "RightShoulder", "RightArm", "RightForeArm", "RightHand", "neck", "Head", "head_end", "headfront",
    ]

    /// Guesses; nil if nothing points to a known service.
    init?(of document: Document) {
        let generator = document.asset.generator ?? ""
        if generator.hasPrefix("meshy-lib") {
            // Our own sample maker writes files of the service's shape and says so.
            return nil
        } else if generator == "libmeshy" {
            self.init(service: "Meshy", pipeline: "preview", certainty: .stated)
        } else if Self.isTripo(document, generator) {
            self.init(service: "Tripo", pipeline: nil, certainty: .stated)
        } else if Self.hasBipedRig(document) {
            let pipeline = document.animations.count > 1 ? "merged-animations" : "rigged"
            self.init(service: "Meshy", pipeline: pipeline, certainty: .likely)
        } else if generator.hasPrefix("pygltflib@"), Self.isSingleTexturedMesh(document) {
            self.init(service: "Meshy", pipeline: "textured", certainty: .likely)
        } else {
            return nil
        }
    }

    private static func isTripo(_ document: Document, _ generator: String) -> Bool {
        generator.contains("tripo3d.ai")
            || document.nodes.contains { $0.name?.hasPrefix("tripo_node_") ?? false }
            || document.meshes.contains { $0.name?.hasPrefix("tripo_mesh_") ?? false }
    }

    private static func hasBipedRig(_ document: Document) -> Bool {
        document.skins.contains { skin in
            guard skin.joints.count == bipedJoints.count else { return false }
            let names = skin.joints.compactMap { $0.flatMap { document.nodes[$0].name } }
            return Set(names) == bipedJoints
        }
    }

    /// One mesh of one primitive with a textured material, where nothing has a name but what the service gives.
    private static func isSingleTexturedMesh(_ document: Document) -> Bool {
        guard document.nodes.count == 1, document.meshes.count == 1, document.meshes[0].primitives.count == 1,
            document.materials.count == 1, let texture = document.materials[0]["baseColorTexture"]?.texture,
            document.textures[texture].image != nil, document.skins.isEmpty, document.animations.isEmpty
        else { return false }
        let names = [document.nodes[0].name, document.meshes[0].name, document.materials[0].name]
        return names == [nil, nil, nil] || names == ["file1", "tangent1", "Material_1"]
    }
}
