extension Document {
    /// An image with a way to sample it.
    public struct Texture: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// The image that every reader understands (PNG or JPEG).
        public let source: Int?
        /// The sampler; nil for the default one.
        public let sampler: Int?
        /// The images in formats that an extension allows, by the extension's name, in the order of the document.
        public let alternatives: [(extension: String, source: Int)]

        /// The image to look at: the first that an extension offers, else ``source``.
        public var image: Int? { alternatives.first?.source ?? source }
    }

    /// A picture in a file, a data URI or a buffer view.
    public struct Image: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// Where the bytes are, if not in a buffer view.
        public let uri: String?
        /// The format that the document states.
        public let mimeType: String?
        /// The buffer view with the bytes.
        public let bufferView: Int?
    }

    /// How a texture is filtered and repeated.
    public struct Sampler: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// The filter for magnification; nil leaves it to the viewer.
        public let magFilter: Filter?
        /// The filter for minification; nil leaves it to the viewer.
        public let minFilter: Filter?
        /// What is left and right of the image.
        public let wrapS: Wrap
        /// What is above and below the image.
        public let wrapT: Wrap
    }

    /// A filter, as numbered by OpenGL.
    public enum Filter: Int, CaseIterable, Sendable {
        /// The nearest texel.
        case nearest = 9728
        /// A mix of four texels.
        case linear = 9729
        /// The nearest texel of the nearest mipmap.
        case nearestMipmapNearest = 9984
        /// A mix of four texels of the nearest mipmap.
        case linearMipmapNearest = 9985
        /// The nearest texels of two mipmaps, mixed.
        case nearestMipmapLinear = 9986
        /// Mixes of four texels of two mipmaps, mixed.
        case linearMipmapLinear = 9987

        /// The name that the specification uses, such as `LINEAR_MIPMAP_LINEAR`.
        public var name: String {
            switch self {
            case .nearest: "NEAREST"
            case .linear: "LINEAR"
            case .nearestMipmapNearest: "NEAREST_MIPMAP_NEAREST"
            case .linearMipmapNearest: "LINEAR_MIPMAP_NEAREST"
            case .nearestMipmapLinear: "NEAREST_MIPMAP_LINEAR"
            case .linearMipmapLinear: "LINEAR_MIPMAP_LINEAR"
            }
        }
    }

    /// What is beyond the edge of an image, as numbered by OpenGL.
    public enum Wrap: Int, CaseIterable, Sendable {
        /// The edge's texels.
        case clampToEdge = 33071
        /// The image, mirrored.
        case mirroredRepeat = 33648
        /// The image again.
        case `repeat` = 10497

        /// The name that the specification uses, such as `CLAMP_TO_EDGE`.
        public var name: String {
            switch self {
            case .clampToEdge: "CLAMP_TO_EDGE"
            case .mirroredRepeat: "MIRRORED_REPEAT"
            case .repeat: "REPEAT"
            }
        }
    }
}

extension Document.Texture {
    init(_ object: ObjectReader) {
        common = object.common
        source = object.index("source", of: .images)
        sampler = object.index("sampler", of: .samplers)
        let names: [StaticString] = ["KHR_texture_basisu", "EXT_texture_webp", "EXT_texture_avif", "MSFT_texture_dds"]
        alternatives = names.compactMap { name in
            object.extension(name)?.index("source", of: .images).map { ("\(name)", $0) }
        }
    }
}

extension Document.Image {
    init(_ object: ObjectReader) {
        common = object.common
        uri = object.string("uri")
        mimeType = object.string("mimeType")
        bufferView = object.index("bufferView", of: .bufferViews)
    }
}

extension Document.Sampler {
    init(_ object: ObjectReader) {
        common = object.common
        magFilter = object.choice("magFilter")
        minFilter = object.choice("minFilter")
        wrapS = object.choice("wrapS") ?? .repeat
        wrapT = object.choice("wrapT") ?? .repeat
    }
}
