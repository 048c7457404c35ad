/// What a recipe makes: parts put together in order, each with its colour.
struct Sculpture: Sendable {
    /// One step of the building.
    struct Part: Sendable {
        enum Operation: Sendable {
            case add
            /// Takes the shape away; what it lays bare gets the part's material.
            case carve
        }

        var shape: Shape
        var material: Material
        var operation: Operation
        /// Over what distance the surfaces melt together; 0 leaves a sharp edge.
        var blend: Float
        /// Over what distance the colours melt together.
        var softness: Float
        /// The joint that moves this part, in a sculpture that has a skeleton.
        var joint: Joint?
    }

    private(set) var parts: [Part] = []

    /// A box around everything that was added.
    private(set) var bounds = Box.empty

    /// Where the left and middle joints are while it stands still; empty for a thing that cannot be rigged.
    var skeleton: [Joint: Vector] = [:]

    mutating func add(
        _ shape: Shape, _ material: Material, blend: Float = 0, softness: Float? = nil, joint: Joint? = nil
    ) {
        bounds = bounds.joined(shape.bounds)
        append(shape, material, .add, blend, softness, joint)
    }

    mutating func carve(_ shape: Shape, _ material: Material, blend: Float = 0, softness: Float? = nil) {
        append(shape, material, .carve, blend, softness, nil)
    }

    /// Adds a whole sculpture: turned about its own origin, scaled, then moved.
    mutating func add(
        _ other: Sculpture, turned rotation: Rotation = .identity, scaled scale: Float = 1, moved offset: Vector
    ) {
        for part in other.parts {
            var part = part
            part.shape = part.shape.turned(rotation).scaled(scale).moved(offset)
            part.material = part.material.turned(rotation, scaled: scale, moved: offset)
            (part.blend, part.softness) = (part.blend * scale, part.softness * scale)
            parts.append(part)
            if part.operation == .add { bounds = bounds.joined(part.shape.bounds) }
        }
    }

    private mutating func append(
        _ shape: Shape, _ material: Material, _ operation: Part.Operation, _ blend: Float, _ softness: Float?,
        _ joint: Joint?
    ) {
        parts.append(
            Part(
                shape: shape, material: material, operation: operation, blend: blend,
                softness: softness ?? max(0.006, blend * 0.4), joint: joint))
    }

    /// The signed distance to the whole.
    func distance(_ p: Vector) -> Float {
        var nearest = Float.infinity
        for index in parts.indices {  // by index: copying a part would count references up and down
            let away = parts[index].shape.bounds.distance(to: p)
            let blend = parts[index].blend
            switch parts[index].operation {
            case .add:
                guard away < nearest + blend else { continue }
                nearest = smoothMinimum(nearest, parts[index].shape.distance(p), blend)
            case .carve:
                guard away <= max(blend, -nearest) else { continue }
                nearest = -smoothMinimum(-nearest, parts[index].shape.distance(p), blend)
            }
        }
        return nearest
    }

    /// The direction in which the distance grows: outwards, at a right angle to the surface.
    func gradient(_ p: Vector, step: Float = 0.002) -> Vector { SampleMaker.gradient(of: distance, at: p, step: step) }

    /// The look of the surface at a point of it.
    func finish(at p: Vector, normal: Vector) -> Material.Finish {
        let spot = Material.Spot(position: p, normal: normal)
        var nearest = Float.infinity
        var finish = Material.Finish(colour: Colour(0.5, 0.5, 0.5))
        for index in parts.indices {
            let away = parts[index].shape.bounds.distance(to: p)
            guard away < parts[index].softness + parts[index].blend || nearest == .infinity else { continue }
            let part = parts[index]
            let distance = part.shape.distance(p)
            let lead: Float  // how much more this part owns the point than all before it
            switch part.operation {
            case .add:
                lead = nearest == .infinity ? .infinity : nearest - distance
                nearest = smoothMinimum(nearest, distance, part.blend)
            case .carve:
                lead = -distance - nearest
                nearest = -smoothMinimum(-nearest, distance, part.blend)
            }
            let share = smoothstep(-part.softness, part.softness, lead)
            if share > 0 { finish = finish.mixed(part.material.finish(spot), share) }
        }
        return finish
    }
}
