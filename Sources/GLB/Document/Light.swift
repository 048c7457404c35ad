extension Document {
    /// A light (KHR_lights_punctual).
    public struct Light: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// The kind of light; nil if the document states none that is valid.
        public let kind: Kind?
        /// The colour, linear.
        public let color: SIMD3<Double>
        /// The brightness: in lux for directional lights, else in candela.
        public let intensity: Double
        /// The distance in metres at which the light ends; nil for an infinite one.
        public let range: Double?
        /// The angle in radians at which a spot light begins to fade.
        public let innerConeAngle: Double?
        /// The angle in radians at which a spot light ends.
        public let outerConeAngle: Double?

        /// A kind of light.
        public enum Kind: String, CaseIterable, Sendable {
            /// From infinitely far away, like the sun.
            case directional
            /// From a point in all directions.
            case point
            /// From a point within a cone.
            case spot
        }
    }
}

extension Document.Light {
    init(_ object: ObjectReader) {
        common = object.common
        kind = object.require("type", object.choice("type"))
        color = object.vector3("color") { (0...1).contains($0) } ?? [1, 1, 1]
        intensity = object.number("intensity") { $0 >= 0 } ?? 1
        range = object.number("range") { $0 > 0 }
        let spot = kind == .spot ? object.require("spot", object.child("spot")) : nil
        innerConeAngle = spot?.number("innerConeAngle") { (0..<Double.pi / 2).contains($0) }
        outerConeAngle = spot?.number("outerConeAngle") { $0 > 0 && $0 <= Double.pi / 2 }
    }
}
