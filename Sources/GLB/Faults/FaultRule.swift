/// A fault that generators of models are known for, though the specification allows it: how to find it, and how to mend
/// it where a program can.
struct FaultRule: Sendable {
    /// What to say of it.
    let code: Finding.Code
    /// Reports the fault wherever it is.
    let check: @Sendable (AssetFile, Validation, ValidationOptions) -> Void
    /// Repairs it; nil where a person has to judge.
    var mend: (@Sendable (inout Draft, (any PictureCodec)?) -> Void)?

    /// All of them, in the order in which they are mended.
    static let all: [FaultRule] = [
        .rigScale, .helperMesh, .doubledMesh, .invertedMesh, .omittedMetallic, .emissiveAlbedo, .emissiveWhite,
        .wideIndices, .opaqueAlpha, .uncredibleSize, .offFloor, .rootMotion, .missingMaterial, .missingNames,
    ]
}

/// Somebody who can decode and encode pictures, which this module cannot.
public protocol PictureCodec: Sendable {
    /// Whether a PNG file has an alpha channel that is opaque everywhere; nil if it cannot be read.
    func hasOpaqueAlpha(png: [UInt8]) -> Bool?
    /// The same picture without its alpha channel; nil if it cannot be made.
    func withoutAlpha(png: [UInt8]) -> [UInt8]?
}
