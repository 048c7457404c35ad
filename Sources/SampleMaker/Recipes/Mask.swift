extension Recipe {
    /// A carved face to hang on a wall or to wear: open eyes and mouth, horns, fangs; hollow behind.
    static let mask = Recipe(name: "mask", words: ["mask", "face"]) { brief, random in
        let skin = brief.colour(random.pick([0x6AA03C, 0x3F9A86, 0xB83A2E, 0x7450A8].map { Colour($0) }), &random)
        let dark = Colour(skin.red * 0.5, skin.green * 0.42, skin.blue * 0.48)
        let light = skin.mixed(Colour(0xF2E6B0), 0.42)
        let spots = random.number(2.6...3.8)
        let face = brief.material(
            .mottled(skin, skin.mixed(dark, 0.45), scale: spots, seed: UInt32(random.integer(0...999))))
        let bone = Material.gradient(Colour(0xE9DDBB), Colour(0x6B5236), from: 0.75, to: 1.25)
        let tooth = Material.gradient(Colour(0xD9C48E), Colour(0xFBF6E6), from: -0.62, to: -0.4)
        let inside = Material.plain(Colour(0x4A1418))
        let lip = Material.plain(dark.mixed(Colour(0x8E2A2A), 0.35))
        let brow = Material.plain(skin.mixed(dark, 0.55))

        var mask = Sculpture()
        let width = random.number(0.66...0.76)
        // The shell: an egg, hollowed, its back half cut away.
        let egg = Shape.ellipsoid(width, 0.95, 0.62).cut(by: .ellipsoid(width - 0.1, 0.85, 0.52).moved(0, 0, -0.05))
            .clipped(to: Shape.box(2, 2, 1).moved(0, 0, 0.9), blend: 0.06)
        mask.add(egg, face)
        // Cheeks and chin.
        mask.add(Shape.sphere(0.2).moved(width * 0.62, -0.16, 0.38).mirrored, face, blend: 0.22)
        mask.add(Shape.ellipsoid(0.26, 0.16, 0.16).moved(0, -0.82, 0.32), face, blend: 0.2)
        // Frowning brows, and wrinkles above them.
        let browLift = random.number(0.10...0.22)
        mask.add(
            Shape.tube(
                [
                    Vector(0.07, 0.25, 0.65), Vector(0.26, 0.35 + browLift * 0.4, 0.63),
                    Vector(0.54, 0.37 + browLift, 0.42),
                ], radii: [0.1, 0.12, 0.06]
            ).mirrored, brow, blend: 0.08, softness: 0.03)
        for level in [0, 1] as [Float] {
            mask.carve(
                Shape.tube(
                    [
                        Vector(0, 0.5 + level * 0.14, 0.6 - level * 0.07),
                        Vector(0.16, 0.56 + level * 0.14, 0.57 - level * 0.07),
                        Vector(0.26, 0.66 + level * 0.12, 0.48 - level * 0.09),
                    ], radii: [0.03, 0.028, 0.01]
                ).mirrored, .plain(dark), blend: 0.05, softness: 0.02)
        }
        // A broad nose with nostrils.
        mask.add(
            Shape.tube(
                [Vector(0, 0.26, 0.58), Vector(0, 0.08, 0.7), Vector(0, -0.04, 0.75)], radii: [0.07, 0.1, 0.13]), face,
            blend: 0.1)
        mask.add(Shape.sphere(0.1).moved(0.13, -0.06, 0.66).mirrored, face, blend: 0.07)
        mask.carve(Shape.sphere(0.045).moved(0.085, -0.12, 0.77).mirrored, .plain(dark * 0.4), blend: 0.02)
        // Eye holes, slanting, with a rim.
        let eye = Shape.ellipsoid(0.17, 0.105, 0.6).turned(axis: 2, 18).moved(0.3, 0.14, 0.5).mirrored
        mask.add(
            Shape.torus(0.165, thickness: 0.04).turned(axis: 0, 90).stretched(1.1, 0.72, 1).turned(axis: 2, 18)
                .turned(axis: 1, 25).moved(0.31, 0.14, 0.53).mirrored, .plain(light), blend: 0.05, softness: 0.02)
        mask.carve(eye, .plain(dark * 0.6), blend: 0.03)
        // Lines painted under the eyes and on the chin, as on a carved mask.
        mask.carve(
            Shape.tube(
                [Vector(0.24, -0.06, 0.62), Vector(0.42, -0.1, 0.56), Vector(0.56, -0.02, 0.42)],
                radii: [0.018, 0.026, 0.01]
            )
            .mirrored, .plain(light), blend: 0.03, softness: 0.015)
        // The mouth: a wide grin with lips, open to behind.
        let grin = random.number(0.12...0.2)
        let mouthLine = [
            Vector(-0.5, -0.3 + grin, 0.36), Vector(-0.27, -0.44, 0.55), Vector(0, -0.48, 0.63),
            Vector(0.27, -0.44, 0.55),
            Vector(0.5, -0.3 + grin, 0.36),
        ]
        mask.add(.tube(mouthLine, radii: [0.06, 0.17, 0.195, 0.17, 0.06]), lip, blend: 0.05, softness: 0.02)
        let opening = Shape.union(
            [-0.4, 0, 0.35].map { z in
                Shape.tube(mouthLine.map { $0 + Vector(0, 0, z) }, radii: [0.02, 0.12, 0.145, 0.12, 0.02])
            }, blend: 0.2)
        mask.carve(opening, inside, blend: 0.025)
        // Teeth, and tusks that rise from the lower jaw over the upper lip.
        let tusk = random.number(0.3...0.4)
        mask.add(
            Shape.tube(
                [Vector(0.3, -0.56, 0.55), Vector(0.33, -0.42, 0.63), Vector(0.35, -0.58 + tusk, 0.6)],
                radii: [0.07, 0.062, 0.008]
            ).mirrored, tooth)
        for x in [0.055, 0.165] as [Float] {
            mask.add(
                Shape.capsule(Vector(x, -0.36, 0.58 - x * 0.2), Vector(x, -0.45, 0.62 - x * 0.2), 0.05, 0.022).mirrored,
                tooth)
            mask.add(
                Shape.capsule(Vector(x, -0.6, 0.58 - x * 0.2), Vector(x, -0.52, 0.62 - x * 0.2), 0.05, 0.026).mirrored,
                tooth)
        }
        mask.add(
            Shape.capsule(Vector(0.25, -0.34, 0.52), Vector(0.25, -0.5, 0.58), 0.05, 0.01).mirrored, tooth)
        // Horns.
        let (spread, rise) = (random.number(0.1...0.3), random.number(0.4...0.6))
        mask.add(
            Shape.tube(
                [
                    Vector(0.36, 0.6, 0.3), Vector(0.52, 0.82, 0.34), Vector(0.58 + spread, 0.8 + rise * 0.55, 0.26),
                    Vector(0.5 + spread, 0.85 + rise, 0.12),
                ], radii: [0.17, 0.14, 0.085, 0.015]
            ).mirrored,
            bone.patterned(.plain(Colour(0x8A744C))) { p in
                smoothstep(0.5, 0.9, sine(p.y * 42)) * 0.5
            }, blend: 0.05, softness: 0.02)
        // Pointed ears.
        mask.add(
            Shape.ellipsoid(0.3, 0.13, 0.05).moved(0.2, 0, 0).turned(axis: 2, random.number(15...40)).moved(
                width - 0.08, 0.05, 0.1
            )
            .mirrored, face, blend: 0.06)
        return mask
    }
}
