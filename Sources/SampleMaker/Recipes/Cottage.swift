extension Recipe {
    /// A small timbered house with a tiled roof, a chimney, lit windows and a garden.
    static let cottage = Recipe(name: "cottage", words: ["cottage", "house", "hut", "cabin", "home", "inn"]) {
        brief, random in
        let roofColour = brief.colour(random.pick([0xB5523A, 0x4F7187, 0x7A5A9A].map { Colour($0) }), &random)
        let plaster = brief.material(.plain(Colour(0xEADFC4), variation: 0.08))
        let beam = Material.wood(Colour(0x6B4528), axis: 1)
        let stone = Material { spot in
            let cell = Noise.cells(spot.position * 6.5, seed: 21)
            let joint = smoothstep(0.4, 0.6, cell.distance)
            let tone = mix(0.75, 1.1, cell.identity)
            return Material.Finish(
                colour: (Colour(0x94908A) * tone).mixed(Colour(0x55504B), joint * 0.8), roughness: 0.95)
        }
        let light = Material.glowing(Colour(0xFFD76A))
        let (x, z) = (random.number(0.52...0.6), random.number(0.56...0.66))
        let (foot, eaves): (Float, Float) = (-0.72, -0.02)
        let ridge = eaves + random.number(0.66...0.82)

        var house = Sculpture()
        house.add(
            Shape.cylinder(0.98, half: 0.07, rounding: 0.05).moved(0, -0.87, 0).displaced(reach: 0.05) {
                0.05 * Noise.clouds($0 * 4, seed: 2)
            }, .mottled(Colour(0x6B9A38), Colour(0x8DB54B), scale: 7))
        house.add(Shape.box(x + 0.04, 0.12, z + 0.04, rounding: 0.02).moved(0, foot, 0), stone)
        // Walls and gables in one piece.
        let section = Outline([(-x, foot), (x, foot), (x, eaves), (0, ridge), (-x, eaves)])
        house.add(.extrusion(section, half: z), plaster)
        // Timber.
        for side in [1, -1] as [Float] {
            house.add(Shape.box(0.045, 0.36, 0.045, rounding: 0.01).moved(x, -0.37, side * z).mirrored, beam)
            house.add(Shape.box(x + 0.02, 0.04, 0.03, rounding: 0.01).moved(0, eaves - 0.02, side * z), beam)
            house.add(
                Shape.box(0.035, 0.3, 0.03, rounding: 0.01).moved(0, eaves + 0.28, side * z), beam)
        }
        house.add(Shape.box(0.03, 0.04, z, rounding: 0.01).moved(x, eaves - 0.06, 0).mirrored, beam)
        house.add(Shape.box(0.03, 0.36, 0.035, rounding: 0.01).moved(x, -0.37, 0).mirrored, beam)

        // The roof: rows of tiles that overlap like shingles.
        let overhang: Float = 0.17
        let slope = Point(x, eaves - ridge)
        let run = slope.length
        let down = slope * (1 / run)
        let rows = 6
        let pitch = (run + overhang) / Float(rows)
        let tiles = Material { spot in
            let p = spot.position
            let along = Point(abs(p.x), p.y - ridge).dot(down)
            let row = (along / pitch).rounded(.down)
            let place = p.z / 0.15 + (Int(row) % 2 == 0 ? 0 : 0.5)
            let index = place.rounded(.down)
            let tone = 1 + 0.22 * Noise.value(Vector(index * 3.7, row * 5.3, p.x > 0 ? 9 : 2), seed: 4)
            let gap = smoothstep(0.1, 0.03, min(place - index, index + 1 - place))
            return Material.Finish(colour: roofColour * (tone * (1 - 0.5 * gap)), roughness: 0.9)
        }
        let roof = brief.isMossy ? tiles.mossy(0.2) : tiles
        for row in 0..<rows {
            let along = (Float(row) + 0.5) * pitch
            let centre = Point(0, ridge) + down * along + Point(-down.y, down.x) * 0.05
            house.add(
                Shape.box(pitch * 0.62, 0.035, z + overhang, rounding: 0.015)
                    .turned(axis: 2, -arctangent(-down.y, down.x) * 180 / .pi + 7).moved(centre.x, centre.y, 0)
                    .mirrored, roof)
        }
        house.add(
            Shape.cylinder(0.06, half: z + overhang + 0.02, rounding: 0.02).turned(axis: 0, 90).moved(
                0, ridge + 0.08, 0), roof)
        house.add(
            Shape.box(run * 0.54, 0.05, 0.03, rounding: 0.01).turned(axis: 2, -arctangent(-down.y, down.x) * 180 / .pi)
                .moved(x * 0.56, (eaves + ridge) / 2 - 0.03, z + overhang - 0.02).mirrored,
            .wood(Colour(0x6B4528), axis: 0))

        // Chimney.
        let stack = x * 0.55
        house.add(Shape.box(0.12, 0.36, 0.12, rounding: 0.02).moved(stack, ridge - 0.08, -0.2), stone)
        house.add(Shape.box(0.15, 0.05, 0.15, rounding: 0.02).moved(stack, ridge + 0.28, -0.2), stone)
        house.carve(Shape.box(0.07, 0.2, 0.07).moved(stack, ridge + 0.4, -0.2), .plain(Colour(0x2B2725)))

        // Door and windows.
        let doorWood = Material.wood(
            brief.tint == nil ? Colour(0x8A4B2A) : Colour(0x7A5330), axis: 1, across: 0, board: 0.09)
        func arch(_ half: Float, _ height: Float, depth: Float) -> Shape {
            Shape.box(half, height / 2, depth).moved(0, height / 2, 0)
                .joined(Shape.cylinder(half, half: depth).turned(axis: 0, 90).moved(0, height, 0))
        }
        house.add(arch(0.2, 0.4, depth: 0.045).moved(0, foot - 0.02, z), stone)
        house.add(arch(0.15, 0.4, depth: 0.06).moved(0, foot - 0.02, z), doorWood)
        house.add(Shape.sphere(0.03).moved(0.09, foot + 0.22, z + 0.07), .metal(Colour(0xE3B341)))
        house.add(Shape.box(0.26, 0.045, 0.14, rounding: 0.02).moved(0, -0.79, z + 0.12), stone)
        func window(_ half: Float) -> Sculpture {
            var window = Sculpture()
            window.add(Shape.box(half + 0.04, half + 0.04, 0.035, rounding: 0.01), beam)
            window.add(Shape.box(half, half, 0.045), light)
            window.add(Shape.box(0.014, half, 0.055), beam)
            window.add(Shape.box(half, 0.014, 0.055), beam)
            window.add(Shape.box(half + 0.07, 0.025, 0.07, rounding: 0.01).moved(0, -half - 0.05, 0.02), beam)
            return window
        }
        let (front, side) = (window(0.085), window(0.12))
        house.add(front, moved: Vector(x - 0.19, -0.3, z))
        house.add(front, moved: Vector(0.19 - x, -0.3, z))
        house.add(front, moved: Vector(0, eaves + 0.3, z))
        for place in [-z / 2, z / 2] {
            house.add(side, turned: Rotation(about: .unit(1), by: .pi / 2), moved: Vector(x, -0.34, place))
            house.add(side, turned: Rotation(about: .unit(1), by: -.pi / 2), moved: Vector(-x, -0.34, place))
        }
        // Bushes with flowers.
        let petals = random.pick([0xF07CA0, 0xF4D03F, 0xFFFFFF].map { Colour($0) })
        let bush = Material { spot in
            let flower = Noise.cells(spot.position * 11, seed: 9)
            let leaf = Colour(0x4B7F2C).mixed(Colour(0x7DB046), 0.5 + 0.5 * Noise.clouds(spot.position * 8))
            let bloom = flower.identity > 0.62 ? smoothstep(0.3, 0.22, flower.distance) : 0
            return Material.Finish(colour: leaf.mixed(petals, bloom), roughness: 0.95)
        }
        let places: [(Float, Float, Float)] = [
            (0.42, z + 0.15, 0.15), (0.62, z + 0.04, 0.13), (-0.44, z + 0.14, 0.16), (x + 0.16, 0, 0.15),
            (-x - 0.16, 0.25, 0.16),
            (x + 0.15, -0.4, 0.13),
        ]
        for (bx, bz, size) in places {
            house.add(
                Shape.sphere(size).stretched(1.15, 0.95, 1).moved(bx, -0.74, bz).displaced(reach: 0.035) {
                    0.035 * Noise.clouds($0 * 14, octaves: 2, seed: 5)
                }, bush)
        }
        return house
    }
}
