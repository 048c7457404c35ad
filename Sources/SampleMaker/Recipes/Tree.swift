extension Recipe {
    /// A broad tree with roots, a crown in clumps, and fruit.
    static let tree = Recipe(name: "tree", words: ["tree", "oak", "bonsai", "willow"]) { brief, random in
        let usual = random.pick([0x5E9A35, 0x7FAE3A, 0x4F8F45, 0xE08A2E].map { Colour($0) })
        let leaf = brief.colour(brief.mentions("cherry", "blossom", "sakura") ? Colour(0xE58CB0) : usual, &random)
        let bark = Material.wood(Colour(0x6E4B30), axis: 1)
        let seed = UInt32(random.integer(0...999))
        let foliage = brief.material(
            Material { spot in
                let cell = Noise.cells(spot.position * 5.5, seed: seed)
                let tone =
                    0.66 + 0.3 * clamp(0.5 + 0.5 * spot.normal.y) + 0.5 * (0.5 - cell.distance) + 0.16
                    * (cell.identity - 0.5)
                let sunny = leaf.mixed(Colour(1, 0.95, 0.5), 0.25 * smoothstep(0.2, 1, spot.normal.y))
                return Material.Finish(colour: sunny * tone, roughness: 0.95)
            })
        var tree = Sculpture()
        tree.add(
            Shape.cylinder(0.62, half: 0.05, rounding: 0.04).moved(0, -0.95, 0).displaced(reach: 0.05) {
                0.05 * Noise.clouds($0 * 5, seed: 3)
            }, .mottled(Colour(0x6B9A38), Colour(0x8DB54B), scale: 7))
        let lean = random.number(-0.16...0.16)
        let fork = Vector(lean, -0.1, 0)
        tree.add(.tube([Vector(0, -0.98, 0), Vector(lean * 0.2, -0.6, 0.02), fork], radii: [0.24, 0.15, 0.13]), bark)
        let roots = random.integer(5...6)
        for index in 0..<roots {
            let angle = (Float(index) + random.number(-0.2...0.2)) * 2 * .pi / Float(roots)
            let out = Vector(cosine(angle), 0, sine(angle))
            tree.add(
                .tube(
                    [
                        Vector(0, -0.72, 0) + out * 0.1, Vector(0, -0.9, 0) + out * 0.26,
                        Vector(0, -0.96, 0) + out * 0.46,
                    ], radii: [0.1, 0.08, 0.025]),
                bark, blend: 0.08)
        }
        var clumps: [Shape] = []
        for index in 0..<8 {
            let angle = Float(index) * 2.39996 + random.number(-0.3...0.3)
            let ring: Float = index == 0 ? 0 : index < 4 ? 0.32 : 0.56
            let height: Float = index == 0 ? 0.66 : index < 4 ? 0.46 : 0.16
            let place = fork + Vector(cosine(angle) * ring, height + random.number(-0.06...0.06), sine(angle) * ring)
            let size = (index == 0 ? 0.36 : 0.32) * random.number(0.9...1.12)
            clumps.append(Shape.sphere(size).stretched(1.08, 0.86, 1.08).moved(place))
            tree.add(
                .tube(
                    [fork - Vector(0, 0.1, 0), mix(fork, place, 0.5) - Vector(0, 0.05, 0), place],
                    radii: [0.09, 0.06, 0.04]), bark, blend: 0.06)
        }
        let crown = Shape.union(clumps, blend: 0.06)
        let leafy = crown.displaced(reach: 0.08) { p in
            let away = Noise.cells(p * 5.5, seed: seed).distance
            return 0.08 * (0.8 - 2 * away * away)
        }
        tree.add(leafy, foliage)
        if random.chance(0.75) {
            let fruit = Material.plain(
                random.pick([0xD8332A, 0xF0B02E].map { Colour($0) }), variation: 0.1, roughness: 0.3)
            for index in 0..<14 {
                let angle = Float(index) * 2.39996
                let direction = Vector(cosine(angle), random.number(-0.5...0.7), sine(angle)).normalized
                var place = fork + Vector(0, 0.3, 0) + direction * 1.3
                for _ in 0..<24 { place = place - direction * (max(leafy.distance(place), 0) * 0.9) }
                tree.add(Shape.sphere(0.058).moved(place), fruit)
            }
        }
        return tree
    }
}
