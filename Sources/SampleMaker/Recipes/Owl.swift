extension Recipe {
    /// An owl with wide eyes, sitting on a branch.
    static let owl = Recipe(name: "owl", words: ["owl", "bird"]) { brief, random in
        let brown = brief.colour(random.pick([0x8A5A34, 0x6F6A72, 0xA9713C].map { Colour($0) }), &random)
        let cream = Colour(0xEAD9B4).mixed(brown, 0.12)
        let dark = brown * 0.55
        let iris = random.pick([0xF5A81C, 0xF2D02E, 0xE8742A].map { Colour($0) })

        let plumage = Material { spot in
            let p = spot.position
            let shade = 1 + 0.12 * Noise.clouds(p * 5)
            // A light belly with rows of dark marks, darker feathers all around.
            let belly = smoothstep(0.34, 0.28, Point(p.x * 0.9, (p.y + 0.32) * 0.62).length) * smoothstep(0, 0.2, p.z)
            let back = (brown * shade).mixed(dark, 0.75 * feathers(arctangent(p.x, p.z) * 0.42, p.y, size: 0.15))
            let front = (cream * shade).mixed(brown, 0.9 * feathers(p.x, p.y, size: 0.17))
            return Material.Finish(colour: back.mixed(front, belly), roughness: 0.95)
        }
        let wing = Material { spot in
            let p = spot.position
            let shade = 1 + 0.1 * Noise.clouds(p * 5)
            return Material.Finish(
                colour: (brown * 0.8 * shade).mixed(cream, 0.55 * feathers(p.z, p.y + 0.4 * p.z, size: 0.17)),
                roughness: 0.95)
        }
        let disc = Material { spot in
            let p = spot.position
            let ray = sine(arctangent(p.y - 0.5, abs(p.x) - 0.215) * 22) * 0.5 + 0.5
            return Material.Finish(colour: cream * mix(0.82, 1.04, ray))
        }
        let horn = Material.plain(Colour(0xE0A03A))

        var owl = Sculpture()
        let stout = random.number(0.52...0.6)
        owl.add(Shape.ellipsoid(stout, 0.68, 0.47).moved(0, -0.2, 0), plumage)
        owl.add(Shape.ellipsoid(0.52, 0.4, 0.42).moved(0, 0.48, 0.02), plumage, blend: 0.2, softness: 0.01)
        let tuft = random.number(0.92...1.08)
        owl.add(
            Shape.tube(
                [Vector(0.26, 0.68, 0.12), Vector(0.38, 0.82, 0.1), Vector(0.46, tuft, 0.04)], radii: [0.15, 0.1, 0.02]
            )
            .mirrored, .plain(dark), blend: 0.1, softness: 0.05)
        owl.add(
            Shape.ellipsoid(0.25, 0.26, 0.08).turned(axis: 1, 14).moved(0.215, 0.5, 0.36).mirrored, disc, blend: 0.03)
        // Eyes: a dark rim, iris, pupil and a catchlight, by the angle to where they look.
        let eyeCentre = Vector(0.205, 0.51, 0.4)
        let eye = Material { spot in
            let p = Vector(abs(spot.position.x), spot.position.y, spot.position.z)
            let view = (p - eyeCentre).normalized
            let away = 1 - view.dot(Vector(0.08, 0, 1).normalized)
            var colour = Colour(0x1A1512).mixed(
                iris * mix(1.05, 0.75, smoothstep(0.12, 0.3, away)), smoothstep(0.115, 0.1, 0.2 - away))
            colour = colour.mixed(Colour(0x2A1C12), smoothstep(0.34, 0.4, away))
            let sparkle = (spot.position - Vector(spot.position.x > 0 ? 0.17 : -0.24, 0.56, 0.52)).length
            colour = colour.mixed(Colour(1, 1, 1), smoothstep(0.05, 0.035, sparkle))
            return Material.Finish(colour: colour, roughness: 0.1, glow: 0.7)
        }
        owl.add(Shape.sphere(0.145).moved(eyeCentre).mirrored, eye)
        owl.add(
            .tube([Vector(0, 0.46, 0.42), Vector(0, 0.4, 0.53), Vector(0, 0.29, 0.5)], radii: [0.055, 0.07, 0.012]),
            horn, blend: 0.02)
        // Brows that meet over the beak.
        owl.add(
            Shape.tube(
                [Vector(0.03, 0.58, 0.46), Vector(0.2, 0.7, 0.44), Vector(0.38, 0.77, 0.24)], radii: [0.05, 0.05, 0.04]
            )
            .mirrored, .plain(dark), blend: 0.05, softness: 0.02)
        owl.add(
            Shape.ellipsoid(0.13, 0.52, 0.34).turned(axis: 2, 9).turned(axis: 0, 14).moved(stout - 0.03, -0.24, -0.04)
                .mirrored,
            wing, blend: 0.03)
        owl.add(Shape.ellipsoid(0.24, 0.42, 0.09).turned(axis: 0, 24).moved(0, -0.78, -0.42), wing, blend: 0.06)
        // Branch and claws.
        owl.add(
            Shape.tube(
                [Vector(-0.95, -1.0, 0.02), Vector(-0.3, -0.95, 0.1), Vector(0.35, -0.97, 0.1), Vector(0.95, -0.9, 0)],
                radii: [0.1, 0.13, 0.125, 0.085]
            ).displaced(reach: 0.03) { 0.03 * Noise.clouds($0 * Vector(3, 12, 12)) },
            .wood(Colour(0x75533A), axis: 0))
        owl.add(
            Shape.tube(
                [Vector(0.62, -0.93, 0.06), Vector(0.76, -0.78, 0.16), Vector(0.84, -0.68, 0.2)],
                radii: [0.06, 0.045, 0.03]),
            .wood(Colour(0x75533A), axis: 0), blend: 0.05)
        for (x, y) in [(0.93, -0.6), (0.78, -0.58)] as [(Float, Float)] {
            owl.add(
                Shape.ellipsoid(0.06, 0.11, 0.025).turned(axis: 2, x > 0.9 ? -50 : 20).moved(x, y, 0.22),
                .plain(Colour(0x6FA03C)))
        }
        for toe in [-0.09, 0, 0.09] as [Float] {
            owl.add(
                Shape.tube(
                    [
                        Vector(0.2 + toe * 0.4, -0.8, 0.16), Vector(0.2 + toe, -0.84, 0.27),
                        Vector(0.2 + toe * 1.1, -0.98, 0.28),
                    ],
                    radii: [0.05, 0.048, 0.025]
                ).mirrored, horn)
        }
        return owl
    }

    /// 1 on the rims of feathers, scales or tiles that overlap downwards in staggered rows.
    static func feathers(_ u: Float, _ v: Float, size: Float) -> Float {
        let row = (v / size).rounded(.down)
        let shift: Float = Int(row) % 2 == 0 ? 0 : 0.5
        let column = u / size + shift
        let across = (column - column.rounded(.down) - 0.5) * 2
        let up = v / size - row
        let rim = (across * across + (1 - up) * (1 - up) * 0.9).squareRoot()
        return smoothstep(0.62, 0.9, rim) * smoothstep(1.35, 1.0, rim)
    }
}
