import GLB
import Pictures

/// Lets the rules of the module GLB look into PNG files.
struct PNGCodec: PictureCodec {
    func hasOpaqueAlpha(png: [UInt8]) -> Bool? { PNG.hasOpaqueAlpha(png) }

    func withoutAlpha(png: [UInt8]) -> [UInt8]? { PNG.withoutAlpha(png) }
}
