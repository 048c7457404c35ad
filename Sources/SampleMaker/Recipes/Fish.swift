extension Recipe {
    /// A round reef fish on its way past, banded, with large fins.
    static let fish = Recipe(name: "fish", words: ["fish", "goldfish", "clownfish", "koi", "piranha"]) {
        brief, random in
        let hue = brief.colour(random.pick([0xF08A2C, 0x3F8FD8, 0xF2C22E, 0xD8467C].map { Colour($0) }), &random)
        let pale = Colour(0xF8F2E4)
        let bands = random.integer(2...3)
        let scales = brief.material(
            Material { spot in
                let p = spot.position
                let belly = smoothstep(-0.12, -0.42, p.y)
                var colour = hue.mixed(pale, 0.75 * belly)
                for band in 0..<bands {
                    let place = 0.36 - Float(band) * 0.42 + 0.06 * p.y
                    let away = abs(p.z - place)
                    colour = colour.mixed(Colour(0x2A2530), smoothstep(0.115, 0.1, away)).mixed(
                        pale, smoothstep(0.085, 0.07, away))
                }
                let rim = feathers(p.y * 1.1, -p.z, size: 0.11)
                return Material.Finish(colour: colour * (1 - 0.16 * rim), roughness: 0.4)
            })
        let fin = Material { spot in
            let p = spot.position
            let ray = 0.5 + 0.5 * sine(arctangent(p.y, -p.z) * 40)
            return Material.Finish(colour: (hue * 0.86).mixed(hue.mixed(pale, 0.5), ray * 0.7), roughness: 0.5)
        }
        // Built swimming along +Z, then turned a little, so that its side shows.
        var fish = Sculpture()
        let height = random.number(0.42...0.54)
        fish.add(Shape.ellipsoid(0.27, height, 0.72).moved(0, 0, 0.08), scales)
        fish.add(Shape.ellipsoid(0.13, 0.2, 0.34).moved(0, 0, -0.55), scales, blend: 0.2)
        fish.add(
            Shape.ellipsoid(0.13, 0.11, 0.14).moved(0, -0.08, 0.74), .plain(hue.mixed(pale, 0.3)), blend: 0.1,
            softness: 0.04)
        fish.carve(
            Shape.tube(
                [Vector(-0.16, -0.13, 0.78), Vector(0, -0.1, 0.92), Vector(0.16, -0.13, 0.78)],
                radii: [0.02, 0.035, 0.02]),
            .plain(Colour(0x5A2028)), blend: 0.02)
        /// A fin drawn in the ZY plane: pairs are (z, y).
        func blade(_ pairs: [(Float, Float)], thickness: Float = 0.018) -> Shape {
            Shape.extrusion(Outline(pairs), half: thickness, rounding: 0.02).turned(axis: 1, -90)
        }
        fish.add(
            blade([
                (-0.6, 0.08), (-0.95, 0.46), (-1.16, 0.52), (-0.98, 0.1), (-0.96, -0.1), (-1.14, -0.46), (-0.92, -0.44),
                (-0.6, -0.08),
            ]), fin, blend: 0.05)
        fish.add(
            blade([
                (0.36, height - 0.12), (0.16, height + 0.2), (-0.22, height + 0.26), (-0.5, height + 0.1),
                (-0.46, 0.16),
            ]), fin, blend: 0.05)
        fish.add(
            blade([(0.06, 0.12 - height), (-0.16, -0.2 - height), (-0.42, -0.16 - height), (-0.4, -0.15)]), fin,
            blend: 0.05)
        let flap = random.number(35...55)
        fish.add(
            blade([(0.3, -0.04), (0.06, 0.1), (-0.16, 0.06), (-0.2, -0.12), (0.06, -0.22), (0.28, -0.14)]).moved(
                0, 0, -0.2
            )
            .turned(axis: 1, -flap).moved(0.24, -0.1, 0.3).mirrored, fin, blend: 0.03)
        let eye = Vector(0.19, 0.12, 0.52)
        fish.add(
            Shape.sphere(0.115).moved(eye).mirrored,
            Material { spot in
                let p = Vector(abs(spot.position.x), spot.position.y, spot.position.z) - eye
                let away = 1 - p.normalized.dot(Vector(0.86, 0.05, 0.5).normalized)
                let glint = (p - Vector(0.09, 0.06, 0.05)).length
                var colour = Colour(0x121012).mixed(Colour(0xFBF8EE), smoothstep(0.13, 0.16, away))
                colour = colour.mixed(Colour(1, 1, 1), smoothstep(0.04, 0.028, glint))
                return Material.Finish(colour: colour, roughness: 0.1, glow: 0.6)
            })
        var turned = Sculpture()
        turned.add(fish, turned: Rotation(about: .unit(1), by: degrees(-42)), moved: .zero)
        return turned
    }
}
