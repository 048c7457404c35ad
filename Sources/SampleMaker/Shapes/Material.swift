/// How a part looks, point by point.
struct Material: Sendable {
    /// A point of the surface, in the sculpture's own space.
    struct Spot: Sendable {
        var position: Vector
        var normal: Vector
    }

    /// What a material gives for one point.
    struct Finish: Sendable {
        var colour: Colour
        /// 0 for everything but bare metal, which has 1.
        var metallic: Float = 0
        /// 0 like a mirror, 1 like chalk.
        var roughness: Float = 0.8
        /// 1 for what shines by itself and so takes no shadow.
        var glow: Float = 0

        func mixed(_ other: Finish, _ t: Float) -> Finish {
            t >= 1
                ? other
                : Finish(
                    colour: colour.mixed(other.colour, t), metallic: mix(metallic, other.metallic, t),
                    roughness: mix(roughness, other.roughness, t), glow: mix(glow, other.glow, t))
        }
    }

    let finish: @Sendable (Spot) -> Finish

    init(_ finish: @escaping @Sendable (Spot) -> Finish) {
        self.finish = finish
    }
}
