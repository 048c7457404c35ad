extension Recipe {
    /// A round-bellied rocket of the old comics, standing on its fins.
    static let rocket = Recipe(name: "rocket", words: ["rocket", "spaceship", "spacecraft", "missile", "shuttle"]) {
        brief, random in
        let accent = brief.colour(random.pick([0xD8402F, 0x2F77C8, 0xE89A2A].map { Colour($0) }), &random)
        let paint = Material.plain(accent, variation: 0.03, roughness: 0.4)
        let hull = brief.material(
            Material { spot in
                let p = spot.position
                let turn = arctangent(p.z, p.x) / (2 * .pi)
                let seam = min(abs(p.y - 0.42), abs(p.y + 0.2))
                let rivets = smoothstep(0.35, 0.5, abs(turn * 24 - (turn * 24).rounded()))
                var colour = Colour(0xEDEBE4) * (1 + 0.03 * Noise.clouds(p * 3))
                colour = colour.mixed(accent, smoothstep(0.52, 0.51, abs((p.y - 0.11) * 3.6 - 1.52)))
                colour =
                    colour * (1 - 0.45 * smoothstep(0.014, 0.006, seam) - 0.1 * rivets * smoothstep(0.05, 0.04, seam))
                return Material.Finish(colour: colour, roughness: 0.4)
            })
        let steel = Material.metal(Colour(0x80868E))
        var rocket = Sculpture()
        let girth = random.number(0.34...0.42)
        let profile: [(Float, Float)] = [
            (0, -0.58), (girth * 0.62, -0.58), (girth * 0.92, -0.25), (girth, 0.08), (girth * 0.86, 0.45),
            (girth * 0.5, 0.8),
            (0.03, 1.02), (0, 1.02),
        ]
        let body = Shape.lathe(.smooth(profile))
        rocket.add(body, hull)
        rocket.add(body.rounded(0.012).clipped(to: Shape.box(1, 0.5, 1).moved(0, 1.05, 0)), paint)
        rocket.add(.capsule(Vector(0, 1, 0), Vector(0, 1.16, 0), 0.022, 0.012), steel)
        // Window.
        let pane = Material { spot in
            let p = spot.position
            let shine = smoothstep(0.05, 0.02, abs(p.x * 0.8 + p.y - 0.36)) * 0.8
            return Material.Finish(colour: Colour(0x4FA8DC).mixed(Colour(1, 1, 1), shine), roughness: 0.1, glow: 0.6)
        }
        let place = Vector(0, 0.3, girth * 0.88)
        rocket.add(Shape.cylinder(0.17, half: 0.06, rounding: 0.03).turned(axis: 0, 82).moved(place), steel)
        rocket.add(Shape.ellipsoid(0.125, 0.06, 0.125).turned(axis: 0, 82).moved(place + Vector(0, 0.005, 0.05)), pane)
        for turn in 0..<8 {
            let angle = Float(turn) * .pi / 4
            rocket.add(
                Shape.sphere(0.018).moved(place + Vector(0.147 * cosine(angle), 0.147 * sine(angle) + 0.008, 0.05)),
                steel)
        }
        // Nozzle and flame.
        let nozzle: [(Float, Float)] = [
            (0, -0.55), (0.16, -0.55), (0.2, -0.64), (0.25, -0.74), (0.2, -0.74), (0, -0.7),
        ]
        rocket.add(.lathe(Outline(nozzle)), steel)
        let fire = Material { spot in
            let heat = spot.position.radius / 0.2 + (spot.position.y + 0.72) * -1.3
            return Material.Finish(
                colour: Colour(0xFFF3B0).mixed(Colour(0xFFB02E), smoothstep(0.2, 0.6, heat))
                    .mixed(Colour(0xE8502A), smoothstep(0.65, 1.1, heat)), glow: 1)
        }
        let flame: [(Float, Float)] = [(0, -0.66), (0.15, -0.7), (0.19, -0.82), (0.1, -1.0), (0.02, -1.16), (0, -1.16)]
        rocket.add(.lathe(.smooth(flame)), fire)
        // Fins.
        let sweep = random.number(0.42...0.54)
        let fin = Outline([
            (girth * 0.55, -0.1), (girth + sweep * 0.6, -0.42), (girth + sweep, -0.82), (girth + sweep * 0.92, -1.02),
            (girth + sweep * 0.5, -0.72), (girth * 0.4, -0.5),
        ])
        let count = random.integer(3...4)
        let trim = Material { spot in
            Material.Finish(
                colour: accent.mixed(
                    accent * 0.6, smoothstep(girth + sweep * 0.66, girth + sweep * 0.7, spot.position.radius)),
                roughness: 0.4)
        }
        rocket.add(
            Shape.extrusion(fin, half: 0.02, rounding: 0.022).repeatedAround(count).turned(
                axis: 1, count == 3 ? 30 : 45), trim,
            blend: 0.03)
        return rocket
    }
}
