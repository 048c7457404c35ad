extension Document {
    /// A place in the hierarchy, with a transform and what is attached to it.
    public struct Node: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// The nodes below this one.
        public let children: [Int]
        /// The transform from this node's space to its parent's.
        public let transform: Transform
        /// The mesh that is drawn here.
        public let mesh: Int?
        /// The skin that deforms the mesh.
        public let skin: Int?
        /// The camera that looks from here.
        public let camera: Int?
        /// The light that shines from here (KHR_lights_punctual).
        public let light: Int?
        /// The weights of the mesh's morph targets, instead of the mesh's own.
        public let weights: [Double]?
        /// Where the mesh is drawn several times (EXT_mesh_gpu_instancing).
        public let instancing: Instancing?
        /// Whether the node is shown (KHR_node_visibility).
        public let isVisible: Bool
    }

    /// How a node's transform is written.
    public indirect enum Transform: Equatable, Sendable {
        /// Not at all.
        case identity
        /// As a matrix.
        case matrix(Matrix4)
        /// As translation, rotation (a quaternion x, y, z, w) and scale, where one that is absent changes nothing.
        case parts(translation: SIMD3<Double>?, rotation: SIMD4<Double>?, scale: SIMD3<Double>?)

        /// The transform as a matrix.
        public var matrix: Matrix4 {
            switch self {
            case .identity: .identity
            case .matrix(let matrix): matrix
            case .parts(let translation, let rotation, let scale):
                Matrix4(
                    translation: translation ?? [0, 0, 0], rotation: rotation ?? [0, 0, 0, 1],
                    scale: scale ?? [1, 1, 1])
            }
        }
    }

    /// Copies of a node's mesh, each with a transform of its own that comes before the node's.
    public struct Instancing: Sendable {
        /// Where the extension's object stands in the document's JSON.
        public let place: JSONPlace
        /// The accessors by attribute name: `TRANSLATION`, `ROTATION`, `SCALE` and the application's own.
        public let attributes: [Attribute]

        /// The accessor of an attribute.
        public subscript(name: String) -> Int? { attributes.first { $0.name == name }?.accessor }
    }
}

extension Document.Node {
    init(_ object: ObjectReader) {
        common = object.common
        children = object.indices("children", of: .nodes)
        mesh = object.index("mesh", of: .meshes)
        skin = object.index("skin", of: .skins)
        camera = object.index("camera", of: .cameras)
        weights = object.numbers("weights")
        light = object.extension("KHR_lights_punctual")?.index("light", of: .lights)
        isVisible = object.extension("KHR_node_visibility")?.bool("visible") ?? true
        instancing = object.extension("EXT_mesh_gpu_instancing").map {
            Document.Instancing(place: $0.place, attributes: $0.child("attributes")?.attributes() ?? [])
        }
        transform = Document.Transform(object)
    }
}

extension Document.Transform {
    init(_ object: ObjectReader) {
        let translation = object.vector3("translation")
        let rotation = object.vector4("rotation") { (-1...1).contains($0) }
        let scale = object.vector3("scale")
        if let matrix = object.numbers("matrix", counts: [16]).flatMap({ Matrix4($0) }) {
            self = .matrix(matrix)
        } else if translation != nil || rotation != nil || scale != nil {
            self = .parts(translation: translation, rotation: rotation, scale: scale)
        } else {
            self = .identity
        }
    }
}
