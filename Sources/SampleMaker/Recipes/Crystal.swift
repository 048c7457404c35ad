extension Recipe {
    /// A cluster of six-sided crystals growing out of a rock.
    static let crystal = Recipe(name: "crystal", words: ["crystal", "gem", "gemstone", "amethyst", "quartz"]) {
        brief, random in
        let hue = brief.colour(random.pick([0x9B5DE5, 0x2FB5D8, 0xE0559A, 0x38B88A].map { Colour($0) }), &random)
        var cluster = Sculpture()
        cluster.add(
            Shape.ellipsoid(0.72, 0.26, 0.6).moved(0, -0.8, 0).displaced(reach: 0.1) {
                0.1 * Noise.clouds($0 * 4, seed: 12)
            }.clipped(to: Shape.box(2, 1, 2).moved(0, 0.06, 0)), .stone(Colour(0x77737C)))
        let count = random.integer(8...10)
        let start = random.number(0...6)
        for index in 0..<count {
            let share = Float(index) / Float(count - 1)
            let angle = start + Float(index) * 2.39996
            let away = 0.42 * share.squareRoot()
            let tilt = share * random.number(0.55...0.9)
            let direction = Vector(cosine(angle) * tilt, 1, sine(angle) * tilt).normalized
            let length = mix(1.75, 0.6, share) * random.number(0.9...1.08)
            let radius = mix(0.235, 0.11, share) * random.number(0.9...1.15)
            let foot = Vector(cosine(angle) * away, -0.88, sine(angle) * away)
            let shade = random.number(-0.1...0.12)
            cluster.add(
                prism(radius, length, slant: random.number(-0.25...0.25)).turned(axis: 1, random.number(0...60))
                    .pointing(direction).moved(foot),
                facets(hue * (1 + shade), foot: foot, direction: direction, length: length))
        }
        return cluster
    }

    /// A crystal standing on the origin; `slant` moves its tip off the axis.
    private static func prism(_ radius: Float, _ length: Float, slant: Float) -> Shape {
        var planes: [(normal: Vector, offset: Float)] = [(Vector(0, -1, 0), 0)]
        for index in 0..<6 {
            let angle = Float(index) * .pi / 3
            let side = Vector(cosine(angle), 0, sine(angle))
            planes.append((side, radius * (index % 2 == 0 ? 1 : 0.93)))
            let rise = Vector(side.x * (1 + slant), 0.62, side.z)
            planes.append((rise, rise.normalized.y * length))
        }
        return .convex(
            planes,
            bounds: Box(low: Vector(-radius * 1.2, 0, -radius * 1.2), high: Vector(radius * 1.2, length, radius * 1.2)))
    }

    /// Each face has its own shade; all glow towards the tip.
    private static func facets(_ hue: Colour, foot: Vector, direction: Vector, length: Float) -> Material {
        Material { spot in
            let along = clamp((spot.position - foot).dot(direction) / length)
            let light = 0.5 + 0.5 * spot.normal.dot(Vector(-0.5, 0.6, 0.62))
            let inner = 0.5 + 0.5 * Noise.clouds(spot.position * Vector(5, 2.2, 5), octaves: 2)
            var colour = (hue.saturated(1.2) * 0.42).mixed(hue, clamp(light * 0.9 + 0.25 * along))
            colour = colour.mixed(Colour(1, 1, 1), 0.5 * smoothstep(0.55, 1, light) + 0.3 * smoothstep(0.6, 1, along))
            colour = colour.mixed(hue.mixed(Colour(1, 1, 1), 0.3), 0.22 * inner)
            return Material.Finish(colour: colour, roughness: 0.12, glow: 0.4)
        }
    }
}
