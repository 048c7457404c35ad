extension Recipe {
    /// A corked glass flask, filled, with a cord around its neck and a tag.
    static let potion = Recipe(
        name: "potion", words: ["potion", "bottle", "flask", "elixir", "vial"]
    ) { brief, random in
        let liquid = brief.colour(
            random.pick([0x9B3FD0, 0x2FB36E, 0xD8403A, 0x2C8FD8].map { Colour($0) }), &random)
        let level = random.number(-0.12...0.08)
        let seed = UInt32(random.integer(0...999))
        let glass = Material { spot in
            let (p, n) = (spot.position, spot.normal)
            let surface = level + 0.015 * Noise.value(p * 5)
            let depth = smoothstep(surface - 0.75, surface, p.y)
            var colour = (liquid * 0.5).mixed(liquid.mixed(Colour(1, 1, 1), 0.12), depth)
            // Bubbles rise, and a bright ring where the liquid ends.
            let bubble = Noise.cells(p * 6, seed: seed)
            if bubble.identity > 0.45 {
                colour = colour.mixed(
                    liquid.mixed(Colour(1, 1, 1), 0.6), smoothstep(0.24, 0.16, bubble.distance) * 0.75)
            }
            colour = colour.mixed(
                liquid.mixed(Colour(1, 1, 1), 0.7), smoothstep(0.035, 0.015, abs(p.y - surface)))
            let empty = Colour(0xCFE3E6).mixed(liquid, 0.18)
            colour = colour.mixed(empty, smoothstep(surface + 0.01, surface + 0.03, p.y))
            // A window's reflection.
            let light = smoothstep(0.945, 0.975, n.dot(Vector(-0.5, 0.45, 0.74)))
            let rim = smoothstep(0.5, 0.95, n.dot(Vector(0.85, -0.1, -0.4)))
            colour = colour.mixed(Colour(1, 1, 1), 0.85 * light + 0.18 * rim)
            return Material.Finish(colour: colour, roughness: 0.1, glow: 0.5)
        }
        let cork = Material.mottled(Colour(0xC69862), Colour(0x9A6C3C), scale: 9)
        let cord = Material.plain(Colour(0xB08A52)).patterned(.plain(Colour(0x6E5130))) { p in
            smoothstep(0.2, 0.7, sine(arctangent(p.z, p.x) * 16 + p.y * 70))
        }

        var potion = Sculpture()
        let width = random.number(0.56...0.66)
        let profile: [(Float, Float)] =
            switch random.integer(0...2) {
            case 0:  // round
                [
                    (0, -0.92), (0.34, -0.92), (width, -0.6), (width + 0.02, -0.32), (0.42, 0.1), (0.2, 0.28),
                    (0.19, 0.55),
                ]
            case 1:  // a cone, as in a laboratory
                [
                    (0, -0.92), (width, -0.92), (width + 0.06, -0.78), (0.46, -0.25), (0.22, 0.22), (0.18, 0.34),
                    (0.18, 0.55),
                ]
            default:  // a drop
                [
                    (0, -0.94), (0.28, -0.93), (width, -0.66), (width - 0.04, -0.36), (0.36, 0), (0.2, 0.25),
                    (0.18, 0.55),
                ]
            }
        let flask = Shape.lathe(.smooth(profile + [(0, 0.55)]))
        potion.add(flask, glass)
        let lip: Float = 0.52
        potion.add(Shape.torus(0.2, thickness: 0.055).moved(0, lip, 0), glass, blend: 0.05)
        potion.add(Shape.cylinder(0.165, half: 0.17, rounding: 0.03).moved(0, lip + 0.12, 0), cork)
        potion.add(Shape.torus(0.215, thickness: 0.035).moved(0, 0.27, 0), cord)
        potion.add(Shape.torus(0.215, thickness: 0.035).moved(0, 0.33, 0), cord)
        // A tag with a diamond lies on the belly and hangs on a cord.
        let paper = Material.plain(Colour(0xEBDDB5)).patterned(.plain(liquid * 0.6)) { p in
            let d = Outline.regular(4, radius: 0.1).distance(Point((p.x - 0.02) * 1.6, p.y + 0.42))
            return smoothstep(0.01, -0.01, d)
        }
        func front(_ x: Float, _ y: Float) -> Vector {
            var place = Vector(x, y, 1.5)
            for _ in 0..<40 { place.z -= flask.distance(place) }
            return place
        }
        let place = front(0.02, -0.42)
        let facing = Rotation(from: .unit(2), to: flask.gradient(place))
        let tag = Shape.box(0.22, 0.19, 0.04, rounding: 0.03).turned(facing).moved(place + facing(.unit(2)) * 0.035)
        potion.add(tag, paper)
        let hole = place + facing(Vector(0.01, 0.15, 0.08))
        let cordPath = [Vector(0.06, 0.3, 0.22), front(0.05, 0.08) + Vector(0, 0, 0.02), hole - Vector(0, 0, 0.03)]
        potion.add(.tube(cordPath, radii: [0.022, 0.022, 0.022]), cord)
        return potion
    }
}
