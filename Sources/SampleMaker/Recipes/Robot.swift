extension Recipe {
    /// A friendly robot, 1.7 units high, standing on the ground with its arms spread: ready for a rig.
    static let robot = Recipe(name: "robot", words: ["robot", "android", "bot", "mech", "automaton"], isRiggable: true)
    {
        brief, random in
        let hue = brief.colour(random.pick([0x2F9FA8, 0xE0812E, 0x4A79C9, 0xC8483E].map { Colour($0) }), &random)
        let shell = brief.material(.plain(hue, variation: 0.03, roughness: 0.5))
        let cream = Material.plain(Colour(0xEDE6D6), variation: 0.03, roughness: 0.5)
        let steel = Material.metal(Colour(0x8C949C))
        let rubber = Material.plain(Colour(0x3B3F46), variation: 0.1)
        let lamp = Material.glowing(random.pick([0x7CF5FF, 0xFFE66B, 0x8CFF9E].map { Colour($0) }))
        let warm = Material.glowing(Colour(0xFFB347))

        var robot = Sculpture()
        func add(_ shape: Shape, _ material: Material, _ joint: Joint, blend: Float = 0) {
            robot.add(shape, material, blend: blend, softness: 0.006, joint: joint)
        }
        /// The shape on the left, and its mirror image on the right, each moved by its own side's joint.
        func addPair(_ shape: Shape, _ material: Material, _ joint: Joint) {
            let flipped = Shape(bounds: shape.bounds.mapped { Vector(-$0.x, $0.y, $0.z) }) { p in
                shape.distance(Vector(-p.x, p.y, p.z))
            }
            add(shape, material, joint)
            add(flipped, material, joint.mirrored)
        }

        // Trunk.
        let girth = random.number(0.25...0.29)
        add(Shape.box(girth, 0.25, 0.2, rounding: 0.1).moved(0, 0.88, 0), shell, .chest)
        add(Shape.box(girth * 0.72, 0.11, 0.16, rounding: 0.08).moved(0, 0.64, 0), cream, .hips)
        add(Shape.cylinder(0.15, half: 0.05, rounding: 0.02).moved(0, 0.61, 0), rubber, .hips)
        add(Shape.box(0.16, 0.115, 0.03, rounding: 0.025).moved(0, 0.93, 0.195), cream, .chest)
        add(
            Shape.cylinder(0.062, half: 0.02, rounding: 0.01).turned(axis: 0, 90).moved(-0.075, 0.95, 0.225), rubber,
            .chest)
        add(
            Shape.cylinder(0.045, half: 0.024, rounding: 0.01).turned(axis: 0, 90).moved(-0.075, 0.95, 0.228), lamp,
            .chest)
        for (row, hue) in ([0xE5484D, 0xF2C13A, 0x58B368] as [UInt32]).enumerated() {
            add(
                Shape.sphere(0.022).moved(0.075, 0.985 - 0.045 * Float(row), 0.222), .glowing(Colour(hue)), .chest)
        }
        add(Shape.box(0.15, 0.16, 0.07, rounding: 0.04).moved(0, 0.9, -0.22), steel, .chest)
        add(Shape.cylinder(0.09, half: 0.07).moved(0, 1.16, 0), rubber, .neck)

        // Head.
        let (wide, high) = (random.number(0.26...0.31), random.number(0.19...0.22))
        let middle: Float = 1.2 + high
        add(Shape.box(wide, high, 0.21, rounding: 0.11).moved(0, middle, 0), shell, .head)
        add(Shape.box(wide * 0.82, high * 0.72, 0.05, rounding: 0.045).moved(0, middle, 0.185), cream, .head)
        add(Shape.box(wide * 0.7, high * 0.56, 0.05, rounding: 0.045).moved(0, middle, 0.2), rubber, .head)
        addPair(Shape.ellipsoid(0.052, 0.064, 0.025).moved(wide * 0.36, middle + 0.02, 0.245), lamp, .head)
        add(
            .tube(
                [
                    Vector(-0.06, middle - 0.055, 0.25), Vector(0, middle - 0.08, 0.25),
                    Vector(0.06, middle - 0.055, 0.25),
                ],
                radii: [0.012, 0.012, 0.012]), lamp, .head)
        addPair(
            Shape.cylinder(0.085, half: 0.045, rounding: 0.02).turned(axis: 2, 90).moved(wide + 0.02, middle, 0), steel,
            .head)
        addPair(Shape.sphere(0.045).moved(wide + 0.06, middle, 0), warm, .head)
        let antenna = random.number(0.12...0.2)
        add(
            .capsule(Vector(0, middle + high - 0.02, 0), Vector(0, middle + high + antenna, 0), 0.022, 0.014), steel,
            .head)
        add(Shape.sphere(0.048).moved(0, middle + high + antenna, 0), warm, .head)

        // Arms, spread and a little down.
        let (shoulder, elbow, wrist) = (Vector(0.345, 1.0, 0), Vector(0.5, 0.85, 0), Vector(0.645, 0.71, 0.03))
        let along = (wrist - shoulder).normalized
        addPair(Shape.sphere(0.105).moved(shoulder), cream, .leftArm)
        addPair(.capsule(shoulder, elbow, 0.055), rubber, .leftArm)
        addPair(Shape.sphere(0.075).moved(elbow), steel, .leftForearm)
        addPair(.capsule(elbow + along * 0.05, wrist, 0.075, 0.095), shell, .leftForearm)
        addPair(Shape.torus(0.085, thickness: 0.025).pointing(along).moved(wrist), cream, .leftForearm)
        let palm = wrist + along * 0.07
        addPair(Shape.sphere(0.07).moved(palm), rubber, .leftHand)
        for spread in [-0.6, 0.1, 0.75] as [Float] {
            let knuckle = palm + along * 0.07 + Vector(0, 0, spread * 0.07)
            addPair(
                .tube(
                    [palm, knuckle, palm + along * 0.14 + Vector(-0.02, -0.01, spread * 0.08)],
                    radii: [0.03, 0.032, 0.024]),
                steel, .leftHand)
        }

        // Legs.
        let (hip, knee, ankle) = (Vector(0.13, 0.58, 0), Vector(0.145, 0.36, 0.015), Vector(0.15, 0.13, 0))
        addPair(Shape.sphere(0.085).moved(hip), steel, .leftUpperLeg)
        addPair(.capsule(hip, knee, 0.062), rubber, .leftUpperLeg)
        addPair(Shape.sphere(0.075).moved(knee), cream, .leftLeg)
        addPair(.capsule(knee - Vector(0, 0.07, 0), ankle + Vector(0, 0.02, 0), 0.08, 0.1), shell, .leftLeg)
        addPair(Shape.box(0.115, 0.075, 0.17, rounding: 0.06).moved(0.155, 0.075, 0.045), cream, .leftFoot)
        addPair(Shape.box(0.12, 0.028, 0.175, rounding: 0.02).moved(0.155, 0.028, 0.045), rubber, .leftFoot)

        robot.skeleton = [
            .hips: Vector(0, 0.62, 0), .waist: Vector(0, 0.69, 0), .belly: Vector(0, 0.78, 0),
            .chest: Vector(0, 0.9, 0),
            .neck: Vector(0, 1.12, 0), .head: Vector(0, 1.2, 0), .headEnd: Vector(0, middle + high, 0),
            .headFront: Vector(0, middle, 0.21), .leftShoulder: Vector(0.12, 1.02, 0), .leftArm: shoulder,
            .leftForearm: elbow, .leftHand: wrist, .leftUpperLeg: hip, .leftLeg: knee, .leftFoot: ankle,
            .leftToes: Vector(0.155, 0.04, 0.13),
        ]
        return robot
    }
}
