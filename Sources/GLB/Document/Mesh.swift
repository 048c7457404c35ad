extension Document {
    /// What is drawn together.
    public struct Mesh: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// The parts, each drawn with one material.
        public let primitives: [Primitive]
        /// The weights of the morph targets where a node does not say otherwise.
        public let weights: [Double]?
    }

    /// An accessor by the name of what it holds: `POSITION`, `TEXCOORD_0`, `_CUSTOM`.
    public struct Attribute: Equatable, Sendable {
        /// The attribute's semantic.
        public let name: String
        /// The index of the accessor.
        public let accessor: Int
    }

    /// Geometry that is drawn in one go.
    public struct Primitive: DocumentObject {
        /// Place, extensions and extras; a primitive has no name.
        public let common: Common
        /// How vertices make points, lines or triangles; nil if the document states a mode that does not exist.
        public let mode: Mode?
        /// The vertices' attributes in the order of the document.
        public let attributes: [Attribute]
        /// The accessor with the indices of the vertices; nil where vertices are drawn in order.
        public let indices: Int?
        /// The material; nil for the default one.
        public let material: Int?
        /// The morph targets, each a set of attributes to add.
        public let targets: [[Attribute]]
        /// Where the data is compressed with Draco (KHR_draco_mesh_compression).
        public let draco: Draco?
        /// The materials for the document's variants (KHR_materials_variants).
        public let variants: [VariantMapping]

        /// The accessor of an attribute.
        public subscript(attribute: String) -> Int? { attributes.first { $0.name == attribute }?.accessor }
    }

    /// How vertices make points, lines or triangles, as numbered by OpenGL.
    public enum Mode: Int, CaseIterable, Sendable {
        /// Each vertex is a point.
        case points = 0
        /// Each pair is a line.
        case lines = 1
        /// One line through all vertices and back to the first.
        case lineLoop = 2
        /// One line through all vertices.
        case lineStrip = 3
        /// Each three vertices are a triangle.
        case triangles = 4
        /// Each vertex makes a triangle with the two before.
        case triangleStrip = 5
        /// Each vertex makes a triangle with the one before and the first.
        case triangleFan = 6

        /// The name that the specification uses, such as `TRIANGLE_STRIP`.
        public var name: String {
            switch self {
            case .points: "POINTS"
            case .lines: "LINES"
            case .lineLoop: "LINE_LOOP"
            case .lineStrip: "LINE_STRIP"
            case .triangles: "TRIANGLES"
            case .triangleStrip: "TRIANGLE_STRIP"
            case .triangleFan: "TRIANGLE_FAN"
            }
        }

        /// How many triangles this many vertices or indices make.
        public func triangleCount(_ count: Int) -> Int {
            switch self {
            case .points, .lines, .lineLoop, .lineStrip: 0
            case .triangles: count / 3
            case .triangleStrip, .triangleFan: max(0, count - 2)
            }
        }
    }

    /// Geometry in a Draco stream.
    public struct Draco: Sendable {
        /// Where the extension's object stands in the document's JSON.
        public let place: JSONPlace
        /// The buffer view with the stream.
        public let bufferView: Int?
        /// The stream's own ids of the attributes by semantic.
        public let attributes: [(name: String, id: Int)]
    }

    /// The material that a primitive has in some of the variants.
    public struct VariantMapping: Sendable {
        /// The material.
        public let material: Int?
        /// The variants in which the primitive has it.
        public let variants: [Int]
    }
}

extension Document.Mesh {
    init(_ object: ObjectReader) {
        common = object.common
        let primitives = object.children("primitives")
        _ = object.require("primitives", object.member("primitives"))
        self.primitives = primitives.map(Document.Primitive.init)
        weights = object.numbers("weights")
    }
}

extension Document.Primitive {
    init(_ object: ObjectReader) {
        common = object.common
        mode = object.member("mode") == nil ? .triangles : object.integer("mode", in: 0...6).flatMap(Document.Mode.init)
        attributes = object.require("attributes", object.child("attributes"))?.attributes() ?? []
        indices = object.index("indices", of: .accessors)
        material = object.index("material", of: .materials)
        targets = object.children("targets").map { $0.attributes() }
        draco = object.extension("KHR_draco_mesh_compression").map(Document.Draco.init)
        variants =
            object.extension("KHR_materials_variants")?.children("mappings").map {
                Document.VariantMapping(
                    material: $0.index("material", of: .materials), variants: $0.indices("variants", of: .variants))
            } ?? []
    }
}

extension Document.Draco {
    init(_ object: ObjectReader) {
        place = object.place
        bufferView = object.index("bufferView", of: .bufferViews)
        attributes =
            object.child("attributes")?.members().compactMap { member in
                object.decoder.value(member.place).integer.map { (member.name, $0) }
            } ?? []
    }
}

extension ObjectReader {
    /// An object whose members are names of attributes and indices of accessors.
    func attributes() -> [Document.Attribute] {
        let members = members()
        if members.isEmpty, decoder.nodes[Int(place.index)].kind == .object {
            decoder.report(.emptyEntity, place, "the object must not be empty")
        }
        let count = decoder.count(of: .accessors)
        return members.compactMap { member in
            decoder.index(member.place, below: count, mismatch: .invalidIndex).map {
                Document.Attribute(name: member.name, accessor: $0)
            }
        }
    }
}
