extension Recipe {
    /// For prompts that name nothing known: a turned and twisted vessel on a plinth, another for every seed.
    static let ornament = Recipe(
        name: "ornament", words: ["vase", "urn", "idol", "artifact", "relic", "ornament", "orb"]
    ) {
        brief, random in
        let hue = brief.colour(
            random.pick([0x3F7FB5, 0xB5483F, 0x3E9C7A, 0x8A5AB8, 0xD08A34].map { Colour($0) }), &random)
        let gold = Material.metal(Colour(0xDDA83C))
        let glaze = brief.material(
            Material { spot in
                let p = spot.position
                let wave = sine(arctangent(p.z, p.x) * 6 + p.y * 9) * 0.5 + 0.5
                let light = hue.mixed(Colour(0xF4EAD0), 0.55)
                return Material.Finish(
                    colour: (hue * (0.75 + 0.25 * smoothstep(-0.8, 0.8, p.y))).mixed(
                        light, smoothstep(0.7, 0.95, wave) * 0.8),
                    roughness: 0.3)
            })
        var vessel = Sculpture()
        let (belly, waist, neck) = (random.number(0.5...0.68), random.number(0.2...0.3), random.number(0.14...0.24))
        let height = random.number(-0.2...0.15)
        let profile: [(Float, Float)] = [
            (0, -0.78), (waist, -0.78), (waist * 0.9, -0.66), (belly, height), (belly * 0.72, height + 0.32),
            (neck, 0.5),
            (neck * 0.95, 0.62), (0, 0.66),
        ]
        let ribs = Float(random.integer(5...9))
        let twist = random.number(-2.5...2.5)
        vessel.add(
            Shape.lathe(.smooth(profile)).displaced(reach: 0.05) { p in
                0.05 * sine(arctangent(p.z, p.x) * ribs + p.y * twist * 2) * smoothstep(-0.75, -0.4, p.y)
                    * smoothstep(0.5, 0.2, p.y)
            }, glaze)
        vessel.add(
            Shape.cylinder(waist + 0.14, half: 0.06, rounding: 0.03).moved(0, -0.84, 0), .stone(Colour(0x8C8880)))
        vessel.add(
            Shape.cylinder(waist + 0.22, half: 0.05, rounding: 0.02).moved(0, -0.93, 0), .stone(Colour(0x76726C)))
        vessel.add(Shape.torus(waist, thickness: 0.05).moved(0, -0.75, 0), gold)
        vessel.add(Shape.torus(neck, thickness: 0.05).moved(0, 0.6, 0), gold)
        let handle = random.number(0.28...0.4)
        if random.chance(0.6) {
            vessel.add(
                Shape.tube(
                    [
                        Vector(neck, 0.52, 0), Vector(neck + handle, 0.6, 0), Vector(neck + handle + 0.08, 0.38, 0),
                        Vector(belly * 0.7, height + 0.3, 0),
                    ], radii: [0.05, 0.045, 0.045, 0.05]
                ).mirrored, gold, blend: 0.04)
        }
        vessel.add(
            gem(0.2).stretched(1, 1.5, 1).moved(0, 0.84, 0),
            .glass(random.pick([0xE0304A, 0x2FB4E0, 0x45C063].map { Colour($0) }), bottom: 0.6, top: 1.05))
        return vessel
    }
}
