extension Recipe {
    /// A plump, friendly monster with one to three eyes, horns and a grin; has arms and legs.
    static let monster = Recipe(
        name: "monster", words: ["monster", "demon", "creature", "goblin", "alien", "beast", "troll"]
    ) { brief, random in
        let skin = brief.colour(random.pick([0x6FAF3F, 0x8E5CC4, 0x3FA3B8, 0xE0703A].map { Colour($0) }), &random)
        let belly = skin.mixed(Colour(0xF6EBC4), 0.6)
        let patches = UInt32(random.integer(0...999))
        let fur = brief.material(
            Material { spot in
                let p = spot.position
                let front = smoothstep(0.42, 0.36, Point(p.x, (p.y + 0.34) * 0.85).length) * smoothstep(0, 0.25, p.z)
                let cell = Noise.cells(p * 3.2, seed: patches)
                let dot = cell.identity > 0.45 ? smoothstep(0.34, 0.28, cell.distance) : 0
                let shade = 1 + 0.08 * Noise.clouds(p * 5)
                let back = (skin * shade).mixed(skin * 0.62, dot)
                return Material.Finish(colour: back.mixed(belly * shade, front))
            })
        let horn = Material.gradient(Colour(0xF0E2BC), Colour(0x8E6E48), from: 0.6, to: 1.05)
        let claw = Material.plain(Colour(0xF4EBD2))
        var monster = Sculpture()
        let girth = random.number(0.56...0.66)
        monster.add(Shape.ellipsoid(girth, 0.68, girth * 0.86).moved(0, -0.2, 0), fur)
        monster.add(
            Shape.ellipsoid(girth * 0.84, 0.46, girth * 0.76).moved(0, 0.32, 0.02), fur, blend: 0.3, softness: 0.01)
        // Eyes, in a row.
        let eyes = random.integer(1...3)
        let size: Float = eyes == 1 ? 0.25 : eyes == 2 ? 0.185 : 0.15
        let iris = random.pick([0x3FA65A, 0xE09A2A, 0x3F86D6].map { Colour($0) })
        for index in 0..<eyes {
            let x = (Float(index) - Float(eyes - 1) / 2) * size * 2.05
            let place = Vector(x, 0.45 + (eyes == 3 && index == 1 ? 0.14 : 0), 0.42 - abs(x) * 0.22)
            let look = Vector(0.03, -0.03, 1).normalized
            monster.add(
                Shape.sphere(size).moved(place),
                Material { spot in
                    let away = 1 - (spot.position - place).normalized.dot(look)
                    var colour = Colour(0xFBF8EE).mixed(iris, smoothstep(0.21, 0.19, away))
                    colour = colour.mixed(Colour(0x161412), smoothstep(0.075, 0.06, away))
                    let sparkle = (spot.position - place - Vector(-0.22, 0.34, 0.9) * size).length / size
                    return Material.Finish(
                        colour: colour.mixed(Colour(1, 1, 1), smoothstep(0.24, 0.16, sparkle)), roughness: 0.1,
                        glow: 0.5)
                })
            monster.add(
                Shape.sphere(size * 1.12).moved(place).clipped(
                    to: Shape.box(1, 1, 1).turned(axis: 0, -24).moved(place + Vector(0, 1.13, -0.25))),
                .plain(skin * 0.8), blend: 0.02)
        }
        // The grin.
        let grin = [
            Vector(-0.36, 0.12, 0.4), Vector(-0.18, -0.02, 0.56), Vector(0, -0.05, 0.6), Vector(0.18, -0.02, 0.56),
            Vector(0.36, 0.12, 0.4),
        ]
        monster.carve(.tube(grin, radii: [0.03, 0.09, 0.11, 0.09, 0.03]), .plain(Colour(0x5A1622)), blend: 0.02)
        for (x, y) in [(0.1, 0.035), (0.26, 0.075)] as [(Float, Float)] {
            monster.add(
                Shape.capsule(Vector(x, y, 0.55 - x * 0.35), Vector(x, y - 0.1, 0.57 - x * 0.35), 0.045, 0.012)
                    .mirrored, claw)
        }
        // Horns, arms, legs, tail.
        let flare = random.number(0.05...0.2)
        monster.add(
            Shape.tube(
                [Vector(0.26, 0.66, 0), Vector(0.4, 0.86, 0), Vector(0.42 + flare, 1.1, 0.04)],
                radii: [0.13, 0.1, 0.015]
            )
            .mirrored, horn, blend: 0.04, softness: 0.02)
        monster.add(
            Shape.tube(
                [Vector(girth * 0.8, 0.02, 0.05), Vector(girth + 0.2, -0.14, 0.12), Vector(girth + 0.22, -0.38, 0.24)],
                radii: [0.15, 0.12, 0.15]
            ).mirrored, fur, blend: 0.1)
        for finger in [-0.09, 0.01, 0.11] as [Float] {
            monster.add(
                Shape.capsule(
                    Vector(girth + 0.2 + finger, -0.46, 0.3), Vector(girth + 0.21 + finger * 1.3, -0.56, 0.33), 0.045,
                    0.012
                )
                .mirrored, claw)
        }
        monster.add(Shape.ellipsoid(0.24, 0.16, 0.32).moved(0.3, -0.85, 0.16).mirrored, fur, blend: 0.12)
        for toe in [-0.13, 0, 0.13] as [Float] {
            monster.add(
                Shape.capsule(Vector(0.3 + toe, -0.89, 0.42), Vector(0.3 + toe * 1.15, -0.93, 0.53), 0.055, 0.02)
                    .mirrored, claw)
        }
        monster.add(
            .tube(
                [Vector(0, -0.6, -0.4), Vector(0.16, -0.82, -0.7), Vector(0.4, -0.66, -0.84)], radii: [0.2, 0.12, 0.03]),
            fur, blend: 0.12)
        return monster
    }
}
