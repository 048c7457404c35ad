extension Recipe {
    /// An open wooden chest with iron bands, full of coins and gems.
    static let chest = Recipe(name: "chest", words: ["chest", "coffer", "trunk", "treasure", "box"]) { brief, random in
        let timber = brief.colour(Colour(0x94602F), &random)
        let wood = brief.material(.wood(timber, axis: 0, across: 1, board: 0.21, seed: UInt32(random.integer(0...99))))
        let iron = Material.metal(random.pick([0x8B8F96, 0xC79A45, 0xA9774A].map { Colour($0) }))
        let rivet = Material.metal(Colour(0xE3B341))
        let gold = Material { spot in
            let coin = Noise.cells(spot.position * 9, seed: 4)
            let edge = smoothstep(0.3, 0.5, coin.distance)
            let base = Colour(0xF2C13A).mixed(Colour(0xFFE27A), coin.identity)
            return Material.Finish(colour: base.mixed(Colour(0xA86E14), edge), metallic: 1, roughness: 0.3)
        }
        let (x, y, z): (Float, Float, Float) = (0.9, 0.36, 0.56)
        let thickness: Float = 0.08

        var chest = Sculpture()
        chest.add(Shape.box(x, y, z, rounding: 0.03).moved(0, -0.45, 0), wood)
        chest.carve(Shape.box(x - thickness, y, z - thickness).moved(0, -0.3, 0), .plain(timber * 0.35))
        let bandPlaces: [Float] = [-0.74, 0.74]
        for place in bandPlaces {
            chest.add(Shape.box(0.1, y + 0.03, z + 0.035, rounding: 0.02).moved(place, -0.45, 0), iron)
            for level in [-0.66, -0.3] as [Float] {
                chest.add(Shape.sphere(0.045).moved(place, level, z + 0.03), rivet)
            }
        }
        chest.add(Shape.box(x + 0.03, 0.06, z + 0.03, rounding: 0.02).moved(0, -0.77, 0), iron)
        chest.add(Shape.box(x + 0.02, 0.05, z + 0.025, rounding: 0.02).moved(0, -0.13, 0), iron)
        chest.carve(Shape.box(x - thickness, 0.7, z - thickness).moved(0, 0.2, 0), .plain(timber * 0.35))
        // The treasure: a heap, loose coins on it, gems.
        let heap = Shape.ellipsoid(x - 0.06, 0.34, z - 0.05).moved(0, -0.22, 0)
        chest.add(
            heap.displaced(reach: 0.04) { p in 0.035 * (0.5 - Noise.cells(p * 9, seed: 4).distance) * 1.6 }, gold)
        for _ in 0..<9 {
            let place = Vector(random.number(-0.6...0.6), 0, random.number(-0.3...0.42))
            let height = -0.22 + 0.34 * max(0, 1 - place.x * place.x / 0.7 - place.z * place.z / 0.26).squareRoot()
            let tilt = Vector(random.number(-0.5...0.5), 1, random.number(0...0.7))
            chest.add(
                Shape.cylinder(0.12, half: 0.022, rounding: 0.012).pointing(tilt).moved(
                    place + Vector(0, height + 0.02, 0)),
                .metal(Colour(0xFFD45A)))
        }
        for (index, hue) in ([0xE0304A, 0x2FB4E0, 0x45C063] as [UInt32]).enumerated() {
            let place = Vector(Float(index - 1) * 0.38 + random.number(-0.08...0.08), 0.1, random.number(0.08...0.22))
            chest.add(
                gem(0.13).turned(axis: 1, random.number(0...60)).moved(place),
                .glass(Colour(hue), bottom: -0.1, top: 0.3))
        }
        // The lid, half a barrel, tilted back about its hinge.
        var lid = Sculpture()
        let half = Shape.box(2, 1, 2).moved(0, 1, 0)
        func barrel(_ radius: Float, _ reach: Float) -> Shape {
            Shape.cylinder(radius, half: reach, rounding: 0.02).turned(axis: 2, 90).clipped(to: half)
        }
        lid.add(barrel(z, x).stretched(1, 0.8, 1), .wood(timber, axis: 0, across: 2, board: 0.19, seed: 7))
        for place in bandPlaces { lid.add(barrel(z + 0.035, 0.1).stretched(1, 0.8, 1).moved(place, 0, 0), iron) }
        lid.add(Shape.box(x + 0.02, 0.045, z + 0.025, rounding: 0.02).moved(0, 0.04, 0), iron)
        lid.carve(barrel(z - thickness, x - thickness).stretched(1, 0.8, 1).moved(0, -0.02, 0), .plain(timber * 0.4))
        lid.add(Shape.box(0.12, 0.1, 0.05, rounding: 0.02).moved(0, 0, z + 0.04), rivet)
        let opening = Rotation(about: .unit(0), by: degrees(random.number(-78 ... -62)))
        let hinge = Vector(0, -0.08, -z)
        chest.add(lid, turned: opening, moved: hinge + opening(Vector(0, 0, z)))
        // The lock.
        chest.add(Shape.box(0.15, 0.17, 0.05, rounding: 0.03).moved(0, -0.3, z + 0.02), rivet)
        chest.add(
            Shape.cylinder(0.045, half: 0.02).turned(axis: 0, 90).moved(0, -0.27, z + 0.065), .plain(Colour(0x2A2018)))
        chest.add(Shape.box(0.02, 0.06, 0.02).moved(0, -0.33, z + 0.065), .plain(Colour(0x2A2018)))
        return chest
    }

    /// A cut stone, wider than high.
    static func gem(_ size: Float) -> Shape {
        var planes: [(normal: Vector, offset: Float)] = [(Vector(0, 1, 0), size * 0.55)]
        for index in 0..<6 {
            let angle = Float(index) * .pi / 3
            let side = Vector(cosine(angle), 0, sine(angle))
            planes.append((side + Vector(0, 0.9, 0), size * 0.78))
            planes.append((side + Vector(0, -1.1, 0), size * 0.72))
        }
        return .convex(planes, bounds: Box(half: Vector(size * 1.3, size, size * 1.3)))
    }
}
