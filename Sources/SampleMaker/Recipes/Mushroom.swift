extension Recipe {
    /// A toadstool with its young, in a tuft of moss.
    static let mushroom = Recipe(name: "mushroom", words: ["mushroom", "toadstool", "fungus"]) { brief, random in
        let red = brief.colour(random.pick([0xD2322A, 0xE0702A, 0x8A4FB8].map { Colour($0) }), &random)
        let seed = random.integer(0...9999)
        var group = Sculpture()
        group.add(
            Shape.ellipsoid(0.62, 0.14, 0.52).moved(0.05, -0.95, 0.05).displaced(reach: 0.06) {
                0.06 * Noise.clouds($0 * 6, seed: 8)
            }, .mottled(Colour(0x5B8A2C), Colour(0x86AE45), scale: 6))
        var large = RandomSource(seed: UInt64(seed))
        group.add(toadstool(red, brief, &large), turned: Rotation(about: .unit(2), by: 0.05), moved: Vector(0, 0, 0))
        let places: [(Vector, Float, Float)] = [
            (Vector(0.5, -0.66, 0.28), 0.34, -0.3), (Vector(-0.42, -0.74, 0.38), 0.25, 0.25),
        ]
        for (place, size, lean) in places.prefix(random.integer(1...2)) {
            var small = RandomSource(seed: random.next())
            group.add(
                toadstool(red, brief, &small), turned: Rotation(about: .unit(2), by: lean), scaled: size, moved: place)
        }
        return group
    }

    private static func toadstool(_ red: Colour, _ brief: Brief, _ random: inout RandomSource) -> Sculpture {
        let flesh = Colour(0xF2E7CF)
        let stem = Material.gradient(flesh * 0.82, flesh, from: -1, to: -0.2)
        let skin = brief.material(.gradient(red * 0.85, red.mixed(Colour(1, 0.75, 0.4), 0.15), from: 0, to: 0.8))
        let gills = Material { spot in
            let ray = sine(arctangent(spot.position.z, spot.position.x) * 44) * 0.5 + 0.5
            return Material.Finish(colour: flesh * mix(0.62, 0.95, ray))
        }
        var result = Sculpture()
        let belly = random.number(0.22...0.3)
        let foot: [(Float, Float)] = [
            (0, -1), (belly, -0.98), (belly + 0.03, -0.8), (0.19, -0.3), (0.17, 0.15), (0, 0.2),
        ]
        let skirt: [(Float, Float)] = [
            (0, -0.14), (0.19, -0.14), (0.29, -0.29), (0.34, -0.31), (0.37, -0.27), (0.29, -0.11), (0.17, -0.01),
            (0, 0),
        ]
        result.add(.lathe(.smooth(foot)), stem)
        result.add(.lathe(.smooth(skirt)), stem, blend: 0.05)
        // The cap: a dome over a flat, ribbed underside.
        let (reach, rise) = (random.number(0.78...0.9), random.number(0.6...0.8))
        let dome: [(Float, Float)] = [
            (0, rise), (reach * 0.38, rise * 0.93), (reach * 0.75, rise * 0.62), (reach * 0.97, rise * 0.18),
            (reach, 0), (reach * 0.9, -0.07), (reach * 0.5, 0.02), (0.16, 0.08), (0, 0.08),
        ]
        let underside: [(Float, Float)] = [
            (0, 0.14), (reach * 0.4, 0.1), (reach * 0.86, -0.03), (reach * 0.86, -0.14), (0, -0.14),
        ]
        let cap = Shape.lathe(.smooth(dome))
        result.add(cap, skin)
        result.carve(.lathe(.smooth(underside)), gills, blend: 0.03)
        result.add(Shape.cylinder(0.17, half: 0.22).moved(0, -0.04, 0), stem, blend: 0.06)
        // Flakes, spread evenly by the golden angle.
        let count = random.integer(16...22)
        let start = random.number(0...6)
        let flake = Material.plain(Colour(0xFBF4E2), variation: 0.03)
        for index in 0..<count {
            let share = (Float(index) + 0.6) / Float(count)
            let angle = start + Float(index) * 2.39996
            let slope = share.squareRoot()
            let out = Vector(cosine(angle) * slope, mix(1.3, 0.25, slope), sine(angle) * slope).normalized
            var place = out * 1.5
            for _ in 0..<24 { place = place - out * (max(cap.distance(place), 0) * 0.9) }
            let size = random.number(0.06...0.125) * (1.1 - 0.4 * slope)
            result.add(
                Shape.ellipsoid(size, 0.04, size).pointing(cap.gradient(place)).moved(place), flake, blend: 0.015,
                softness: 0.008)
        }
        return result
    }
}
