/// What an image file's header tells beyond its size: the kind of its pixels, and what viewers may not support.
struct ImageProfile {
    /// The kinds of pixels, by the names of the report's schema.
    enum PixelFormat: String {
        case rgb, rgba, luminance
        case luminanceAlpha = "luminance-alpha"

        init?(channels: Int?) {
            switch channels {
            case 1: self = .luminance
            case 2: self = .luminanceAlpha
            case 3: self = .rgb
            case 4: self = .rgba
            default: return nil
            }
        }
    }

    /// What the numbers of colours mean, by the names of the report's schema.
    enum ColourSpace: String {
        case srgb, linear, custom
    }

    let header: ImageHeader
    var pixelFormat: PixelFormat?
    /// The primaries; nil where they are not looked at.
    var primaries: ColourSpace?
    /// The transfer function; nil where it is not looked at.
    var transfer: ColourSpace?
    /// Whether the pixels are not square.
    var hasOblongPixels = false
    /// Whether the image moves.
    var isAnimated = false

    /// Whether viewers may show the image differently.
    var hasUnsupportedFeatures: Bool {
        hasOblongPixels || isAnimated || primaries ?? .srgb != .srgb || transfer ?? .srgb != .srgb
    }

    /// Reads what stands before the pixels of an image file.
    init(reading source: ByteSource) throws(ImageHeader.Failure) {
        header = try ImageHeader(reading: source)
        pixelFormat = PixelFormat(channels: header.channels)
        switch header.format {
        case .png: try readPNG(source)
        case .webp: try readWebP(source)
        // Four components, for example, are inks (JFIF, which glTF demands, has one or three).
        case .jpeg where header.channels != 1 && header.channels != 3:
            throw .invalid("the JPEG is neither grey nor of three colours")
        case .jpeg, .ktx2, .avif, .gif, .bmp, .dds: break
        }
    }
}
