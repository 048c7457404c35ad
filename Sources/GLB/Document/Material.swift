extension Document {
    /// How a surface looks.
    public struct Material: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// Base colour, linear, with opacity.
        public let baseColorFactor: SIMD4<Double>
        /// How metallic the surface is, 0 to 1.
        public let metallicFactor: Double
        /// How rough the surface is, 0 to 1.
        public let roughnessFactor: Double
        /// The light that the surface gives by itself, linear.
        public let emissiveFactor: SIMD3<Double>
        /// What alpha means.
        public let alphaMode: AlphaMode
        /// Below which alpha a point is not drawn, for ``AlphaMode/mask``.
        public let alphaCutoff: Double
        /// Whether back faces are drawn too.
        public let doubleSided: Bool
        /// The textures in the slots of the core specification and of extensions.
        public let textures: [TextureSlot]
        /// The material extensions in the order of the document.
        public let materialExtensions: [MaterialExtension]

        /// The texture in a slot, such as `baseColorTexture`.
        public subscript(slot: String) -> TextureSlot? { textures.first { $0.slot == slot } }
    }

    /// What alpha means.
    public enum AlphaMode: String, CaseIterable, Sendable {
        /// Nothing: the surface is opaque.
        case opaque = "OPAQUE"
        /// Drawn or not, by the cutoff.
        case mask = "MASK"
        /// Mixed with what is behind.
        case blend = "BLEND"
    }

    /// A texture as a material uses it.
    public struct TextureSlot: Sendable {
        /// Where the texture's reference stands in the document's JSON.
        public let place: JSONPlace
        /// The slot: `baseColorTexture`, `normalTexture`, `clearcoatRoughnessTexture`, ...
        public let slot: String
        /// The extension to which the slot belongs; nil for the core specification's.
        public let owner: String?
        /// The texture; nil if the document names none that exists.
        public let texture: Int?
        /// The set of texture coordinates, a transform's own one included.
        public let texCoord: Int
        /// The normal map's scale or the occlusion's strength, where the slot has such a number.
        public let amount: Double?
        /// How texture coordinates are moved, turned and scaled (KHR_texture_transform).
        public let transform: TextureTransform?
    }

    /// How texture coordinates are moved, turned and scaled (KHR_texture_transform).
    public struct TextureTransform: Equatable, Sendable {
        /// Added last, in texture sizes.
        public let offset: SIMD2<Double>
        /// In radians, counter-clockwise, about the origin.
        public let rotation: Double
        /// Applied first.
        public let scale: SIMD2<Double>
    }

    /// A material extension with its numbers; its textures are among the material's.
    public struct MaterialExtension: Sendable {
        /// Where the extension's object stands in the document's JSON.
        public let place: JSONPlace
        /// The extension's name, such as `KHR_materials_clearcoat`.
        public let name: String
        /// The factors that the document states, each of one or several numbers, in the order of the document.
        public let parameters: [(name: String, values: [Double])]
    }
}

extension Document.Material {
    init(_ object: ObjectReader) {
        let isFraction = { (number: Double) in (0...1).contains(number) }
        common = object.common
        let pbr = object.child("pbrMetallicRoughness")
        baseColorFactor = pbr?.vector4("baseColorFactor", where: isFraction) ?? [1, 1, 1, 1]
        metallicFactor = pbr?.fraction("metallicFactor") ?? 1
        roughnessFactor = pbr?.fraction("roughnessFactor") ?? 1
        emissiveFactor = object.vector3("emissiveFactor", where: isFraction) ?? [0, 0, 0]
        alphaMode = object.choice("alphaMode") ?? .opaque
        alphaCutoff = object.number("alphaCutoff") { $0 >= 0 } ?? 0.5
        doubleSided = object.bool("doubleSided") ?? false

        let core = [
            pbr?.textureSlot("baseColorTexture"), pbr?.textureSlot("metallicRoughnessTexture"),
            object.textureSlot("normalTexture", amount: "scale"),
            object.textureSlot("occlusionTexture", amount: "strength"), object.textureSlot("emissiveTexture"),
        ]
        let extensions = object.materialExtensions()
        textures = core.compactMap { $0 } + extensions.flatMap { $0.textures }
        materialExtensions = extensions.map { $0.extension }
    }
}

extension ObjectReader {
    fileprivate func textureSlot(_ name: StaticString, amount: StaticString? = nil) -> Document.TextureSlot? {
        child(name).map { Document.TextureSlot($0, slot: "\(name)", owner: nil, amount: amount) }
    }

    /// The extensions of a material, told apart by what their members are rather than by a list of known names:
    /// objects with an `index` are textures, numbers and arrays of numbers are parameters.
    fileprivate func materialExtensions() -> [(extension: Document.MaterialExtension, textures: [Document.TextureSlot])]
    {
        guard let extensions = member("extensions") else { return [] }
        return ObjectReader(decoder, extensions).members().compactMap { member in
            guard decoder.value(member.place).kind == .object else { return nil }
            let reader = ObjectReader(decoder, member.place)
            var parameters: [(name: String, values: [Double])] = []
            var textures: [Document.TextureSlot] = []
            for (name, place) in reader.members() {
                let value = decoder.value(place)
                if value.kind == .object {
                    let texture = ObjectReader(decoder, place)
                    guard texture.member("index") != nil else { continue }
                    textures.append(Document.TextureSlot(texture, slot: name, owner: member.name, amount: "scale"))
                } else if let number = value.double {
                    parameters.append((name, [number]))
                } else if value.kind == .array {
                    let numbers = value.elements.map(\.double)
                    let known = numbers.compactMap { $0 }
                    if known.count == numbers.count { parameters.append((name, known)) }
                }
            }
            return (
                Document.MaterialExtension(place: member.place, name: member.name, parameters: parameters), textures
            )
        }
    }
}

extension Document.TextureSlot {
    init(_ object: ObjectReader, slot: String, owner: String?, amount: StaticString?) {
        place = object.place
        self.slot = slot
        self.owner = owner
        texture = object.require("index", object.index("index", of: .textures))
        self.amount = amount.flatMap { object.number($0) }
        let transform = object.extension("KHR_texture_transform")
        texCoord =
            transform?.integer("texCoord", in: 0...Int.max) ?? object.integer("texCoord", in: 0...Int.max) ?? 0
        self.transform = transform.map { transform in
            let offset = transform.numbers("offset", counts: [2]) ?? [0, 0]
            let scale = transform.numbers("scale", counts: [2]) ?? [1, 1]
            return Document.TextureTransform(
                offset: SIMD2(offset[0], offset[1]), rotation: transform.number("rotation") ?? 0,
                scale: SIMD2(scale[0], scale[1]))
        }
    }
}
