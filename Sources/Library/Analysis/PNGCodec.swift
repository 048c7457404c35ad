import GLB
import Pictures

/// Lets the rules of the module GLB look into PNG files.
package struct PNGCodec: PictureCodec {
    package init() {}

    package func hasOpaqueAlpha(png: [UInt8]) -> Bool? { PNG.hasOpaqueAlpha(png) }

    package func withoutAlpha(png: [UInt8]) -> [UInt8]? { PNG.withoutAlpha(png) }
}
