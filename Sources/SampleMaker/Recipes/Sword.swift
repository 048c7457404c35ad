extension Recipe {
    /// A broad straight sword, point upwards.
    static let sword = Recipe(name: "sword", words: ["sword", "blade", "dagger", "saber", "excalibur"]) {
        brief, random in
        let jewel = Colour(random.pick([0xD42F45, 0x2A7FD6, 0x2FAE66, 0x9A43C8]))
        let accent = brief.tint ?? jewel
        let gold = Material.metal(Colour(0xDDA83C))
        let steel = brief.material(.metal(Colour(0xC3CBD4)))
        let leather = Material { spot in
            let turn = arctangent(spot.position.z, spot.position.x) / (2 * .pi)
            let wrap = spot.position.y * 9 + turn
            let base = (accent * 0.42).mixed(Colour(0x4A2C1C), 0.5)
            return Material.Finish(colour: base * mix(0.5, 1.2, smoothstep(0.02, 0.2, abs(wrap - wrap.rounded()))))
        }
        var sword = Sculpture()
        let width = random.number(0.15...0.2)
        let waist = width * random.number(0.75...0.95)
        let top: Float = 1.35
        let outline = Outline([
            (-width, -0.38), (-waist, 0.2), (-width * 0.95, 0.85), (0, top), (width * 0.95, 0.85), (waist, 0.2),
            (width, -0.38),
        ])
        sword.add(.blade(outline, slope: 0.42, half: 0.075), steel)
        // The grid cannot hold an edge of no thickness.
        let isPlain = brief.substance == nil || brief.mentions("steel", "iron", "silver")
        sword.add(
            .extrusion(outline, half: 0.008, rounding: 0.012), isPlain ? .metal(Colour(0xF2F6FA)) : steel)
        // The fuller, with runes that glow.
        let rune = Material { spot in
            let p = spot.position
            let cell = (p.y * 7).rounded(.down)
            let stroke = abs(sine(p.x * 60 + cell * 2.1) * sine(p.y * 22 + cell))
            let lit = smoothstep(0.5, 0.75, stroke)
            let glow = accent.mixed(Colour(1, 1, 1), 0.45)
            return Material.Finish(
                colour: Colour(0x59616C).mixed(glow, lit), metallic: 1 - lit, roughness: 0.4, glow: lit)
        }
        sword.carve(
            Shape.capsule(Vector(0, -0.35, 0.1), Vector(0, 0.72, 0.1), 0.055, 0.045)
                .joined(.capsule(Vector(0, -0.35, -0.1), Vector(0, 0.72, -0.1), 0.055, 0.045)), rune, blend: 0.01)
        // The guard, its ends bent upwards.
        let reach = random.number(0.42...0.54)
        let bend = random.number(-0.12...0.16)
        sword.add(
            Shape.tube(
                [Vector(0, -0.43, 0), Vector(reach * 0.55, -0.43 + bend * 0.2, 0), Vector(reach, -0.42 + bend, 0)],
                radii: [0.085, 0.065, 0.05]
            ).mirrored, gold, blend: 0.02)
        sword.add(Shape.sphere(0.075).moved(reach, -0.42 + bend, 0).mirrored, gold, blend: 0.03)
        sword.add(Shape.box(0.15, 0.11, 0.11, rounding: 0.03).moved(0, -0.42, 0), gold, blend: 0.04)
        let stone = Material.glass(jewel, bottom: -0.5, top: -0.3)
        for side in [1, -1] as [Float] {
            sword.add(Shape.ellipsoid(0.07, 0.07, 0.04).moved(0, -0.42, 0.115 * side), stone)
        }
        let grip: [(Float, Float)] = [
            (0, -0.5), (0.062, -0.5), (0.078, -0.66), (0.068, -0.82), (0.058, -0.95), (0, -0.95),
        ]
        sword.add(.lathe(.smooth(grip)), leather)
        sword.add(Shape.torus(0.06, thickness: 0.025).moved(0, -0.93, 0), gold)
        sword.add(Shape.sphere(0.115).moved(0, -1.04, 0), gold, blend: 0.03)
        for side in [1, -1] as [Float] {
            sword.add(Shape.ellipsoid(0.06, 0.06, 0.03).moved(0, -1.04, 0.105 * side), stone)
        }
        return sword
    }
}
