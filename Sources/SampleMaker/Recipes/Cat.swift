extension Recipe {
    /// A sitting cat with its tail around its paws.
    static let cat = Recipe(name: "cat", words: ["cat", "kitten", "kitty", "tiger"]) { brief, random in
        let coat = brief.colour(random.pick([0xD98B3F, 0x7C7C82, 0xB08A62, 0x4A464C].map { Colour($0) }), &random)
        let dark = coat * 0.6
        let white = Colour(0xF5EDE0)
        let isStriped = random.chance(0.75)
        let fur = brief.material(
            Material { spot in
                let p = spot.position
                let wave = sine((p.y + 0.35 * abs(p.x)) * 22 + 2.2 * Noise.clouds(p * 3))
                let stripe = isStriped ? smoothstep(0.45, 0.75, wave) * smoothstep(0.32, 0.05, p.z - 0.1) * 0.85 : 0
                let bib = smoothstep(0.26, 0.18, Point(p.x, (p.y + 0.2) * 0.5).length) * smoothstep(0.12, 0.25, p.z)
                let paws = smoothstep(-0.8, -0.86, p.y) * smoothstep(0.1, 0.2, p.z)
                let colour = (coat * (1 + 0.06 * Noise.clouds(p * 6))).mixed(dark, stripe)
                return Material.Finish(colour: colour.mixed(white, max(bib, paws)), roughness: 0.95)
            })
        var cat = Sculpture()
        cat.add(Shape.ellipsoid(0.42, 0.5, 0.46).moved(0, -0.46, -0.14), fur)
        cat.add(Shape.ellipsoid(0.3, 0.46, 0.3).turned(axis: 0, -12).moved(0, -0.22, 0.06), fur, blend: 0.15)
        let head = Vector(0, 0.42, 0.16)
        let wide = random.number(0.4...0.46)
        cat.add(Shape.ellipsoid(wide, 0.345, 0.36).moved(head), fur, blend: 0.08, softness: 0.01)
        cat.add(
            Shape.ellipsoid(0.17, 0.1, 0.13).moved(head + Vector(0, -0.13, 0.29)), .plain(white), blend: 0.07,
            softness: 0.04)
        cat.add(
            Shape.ellipsoid(0.11, 0.08, 0.1).moved(head + Vector(wide - 0.14, -0.15, 0.16)).mirrored, fur, blend: 0.1)
        // Ears: outside fur, inside pink.
        let point = random.number(0.92...1.0)
        let ear = Shape.tube(
            [Vector(0.2, 0.62, 0.12), Vector(0.28, 0.78, 0.11), Vector(0.33, point, 0.08)], radii: [0.16, 0.11, 0.02])
        cat.add(ear.mirrored, fur, blend: 0.06)
        let inner = Shape.tube(
            [Vector(0.22, 0.66, 0.28), Vector(0.29, 0.8, 0.22), Vector(0.32, point - 0.06, 0.12)],
            radii: [0.09, 0.065, 0.01])
        cat.carve(inner.mirrored, .plain(Colour(0xE8A0A0)), blend: 0.03)
        // Eyes with upright pupils.
        let iris = random.pick([0x8CC43F, 0xF2B632, 0x58B0E0].map { Colour($0) })
        let eye = Vector(0.165, 0.46, 0.435)
        cat.add(
            Shape.ellipsoid(0.088, 0.1, 0.07).turned(axis: 1, 20).moved(eye).mirrored,
            Material { spot in
                let p = Vector(abs(spot.position.x), spot.position.y, spot.position.z) - eye
                let rim = smoothstep(0.075, 0.088, Point(p.x * 1.02, p.y * 0.86).length)
                let pupil = smoothstep(0.034, 0.024, abs(p.x - 0.008) + p.y * p.y * 3)
                let glint = (spot.position - Vector(spot.position.x > 0 ? 0.14 : -0.19, 0.5, 0.49)).length
                var colour = iris.mixed(Colour(0x171310), pupil).mixed(Colour(0x241C18), rim)
                colour = colour.mixed(Colour(1, 1, 1), smoothstep(0.032, 0.022, glint))
                return Material.Finish(colour: colour, roughness: 0.1, glow: 0.6)
            })
        cat.add(
            Shape.ellipsoid(0.042, 0.03, 0.03).moved(head + Vector(0, -0.065, 0.41)), .plain(Colour(0xD87C7C)),
            blend: 0.01)
        cat.carve(
            Shape.tube(
                [head + Vector(0, -0.09, 0.43), head + Vector(0.04, -0.155, 0.425), head + Vector(0.1, -0.14, 0.4)],
                radii: [0.012, 0.014, 0.01]
            ).mirrored, .plain(Colour(0x5A3030)))
        // Legs, haunches, tail.
        cat.add(
            Shape.capsule(Vector(0.14, -0.3, 0.2), Vector(0.14, -0.86, 0.3), 0.11, 0.095).mirrored, fur, blend: 0.06)
        cat.add(Shape.ellipsoid(0.12, 0.085, 0.16).moved(0.14, -0.9, 0.36).mirrored, fur, blend: 0.05)
        cat.add(Shape.ellipsoid(0.2, 0.32, 0.34).moved(0.34, -0.64, -0.12).mirrored, fur, blend: 0.1)
        cat.add(Shape.ellipsoid(0.12, 0.08, 0.19).moved(0.4, -0.9, 0.14).mirrored, fur, blend: 0.06)
        let side: Float = random.chance(0.5) ? 1 : -1
        cat.add(
            .tube(
                [
                    Vector(0, -0.82, -0.5), Vector(0.45 * side, -0.88, -0.52), Vector(0.68 * side, -0.88, -0.1),
                    Vector(0.56 * side, -0.87, 0.34), Vector(0.26 * side, -0.88, 0.58),
                ], radii: [0.1, 0.1, 0.095, 0.09, 0.07]),
            fur.patterned(.plain(dark)) { p in
                isStriped ? smoothstep(0.5, 0.8, sine((p.x * side + p.z) * 17)) * 0.85 : 0
            }, blend: 0.04)
        return cat
    }
}
