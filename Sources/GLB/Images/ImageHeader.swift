/// What the first bytes of an image file tell about it; no pixel is decoded.
public struct ImageHeader: Equatable, Sendable {
    /// The format.
    public let format: ImageFormat
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// How many channels a pixel has, 1 to 4; nil where the header does not say.
    public let channels: Int?
    /// How many bits a channel has; nil where the header does not say.
    public let bitDepth: Int?
    /// How many bytes the texture takes in a KTX 2 file once supercompression is undone, all levels together.
    let storedLevels: Int?
    /// Whether the pixels stay compressed on a graphics card (Basis Universal): a byte each.
    let isBlockCompressed: Bool

    /// Why the header of an image cannot be read.
    public enum Failure: Error, Equatable, Sendable {
        /// The format is not one of ``ImageFormat``.
        case unrecognized
        /// The data ends inside the header.
        case truncated
        /// The header contradicts its format; the text says how.
        case invalid(String)
        /// The bytes cannot be read.
        case unreadable(GLBError)
    }

    init(
        _ format: ImageFormat, width: Int, height: Int, channels: Int? = nil, bitDepth: Int? = nil,
        storedLevels: Int? = nil, isBlockCompressed: Bool = false
    ) throws(Failure) {
        guard width > 0, height > 0 else { throw .invalid("the image is \(width) × \(height) pixels large") }
        self.format = format
        self.width = width
        self.height = height
        self.channels = channels
        self.bitDepth = bitDepth
        self.storedLevels = storedLevels
        self.isBlockCompressed = isBlockCompressed
    }

    /// How many bytes the texture takes on a graphics card with all its mipmaps: four a pixel, as viewers upload
    /// PNG, JPEG and WebP, or one where it stays compressed (KTX 2 with Basis Universal); a stored KTX 2 format takes
    /// what its levels take.
    public var gpuByteCount: Int {
        if let storedLevels { return storedLevels }
        var (width, height) = (width, height)
        var total = 0
        while true {
            let level =
                isBlockCompressed
                ? ((width + 3) / 4).saturatingProduct((height + 3) / 4).saturatingProduct(16)
                : width.saturatingProduct(height).saturatingProduct(4)
            total = total.saturatingSum(level)
            if width == 1, height == 1 { return total }
            (width, height) = (max(1, width / 2), max(1, height / 2))
        }
    }
}

extension Int {
    /// The sum of two counts, or the greatest number if it does not fit.
    func saturatingSum(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    /// The product of two counts, or the greatest number if it does not fit.
    func saturatingProduct(_ other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}
