// Frequencies below are for sculptures of about two units' length. The noise is kept coarse on purpose: fine grain would
// be most of a file's bytes.

extension Material {
    /// One colour, a little cloudy.
    static func plain(_ colour: Colour, variation: Float = 0.06, roughness: Float = 0.8) -> Material {
        Material { spot in
            Finish(colour: colour * (1 + variation * Noise.clouds(spot.position * 4)), roughness: roughness)
        }
    }

    /// Shines by itself.
    static func glowing(_ colour: Colour) -> Material {
        Material { _ in Finish(colour: colour, roughness: 0.5, glow: 1) }
    }

    /// Two colours in soft patches.
    static func mottled(_ first: Colour, _ second: Colour, scale: Float = 3, seed: UInt32 = 0) -> Material {
        Material { spot in
            let patch = Noise.clouds(spot.position * scale, octaves: 3, seed: seed)
            return Finish(colour: first.mixed(second, smoothstep(-0.25, 0.35, patch)))
        }
    }

    /// From the colour at the foot to the colour at the head.
    static func gradient(_ low: Colour, _ high: Colour, from: Float, to: Float, axis: Int = 1) -> Material {
        Material { spot in
            let waver = 0.05 * Noise.clouds(spot.position * 4)
            return Finish(colour: low.mixed(high, smoothstep(from, to, spot.position[axis] + waver * (to - from))))
        }
    }

    /// Grain that runs along `axis`, with boards of `board` width across it (0: one piece).
    static func wood(_ colour: Colour, axis: Int = 1, across: Int = 0, board: Float = 0, seed: UInt32 = 0) -> Material {
        Material { spot in
            var p = spot.position
            var shade: Float = 1
            var gap: Float = 0
            if board > 0 {
                let place = p[across] / board
                let index = place.rounded(.down)
                let edge = min(place - index, index + 1 - place) * board
                gap = smoothstep(0.018, 0.006, edge)
                shade = 1 + 0.13 * Noise.value(Vector(index * 7.3, 0.5, 0.5), seed: seed)
                p += Vector(index * 3.1, index * 5.7, index * 1.9)
            }
            let stretched = p * 9 * Vector(axis == 0 ? 0.12 : 1, axis == 1 ? 0.12 : 1, axis == 2 ? 0.12 : 1)
            let rings = stretched.length * 0.9 + 1.6 * Noise.clouds(stretched * 0.6, octaves: 2, seed: seed)
            let grain = sine(rings * 5) * 0.5 + 0.5
            let fine = Noise.value(stretched * 2.5, seed: seed &+ 9)
            let tone = shade * (0.86 + 0.2 * grain + 0.07 * fine)
            return Finish(colour: (colour * tone).mixed(colour * 0.3, gap * 0.85), roughness: 0.75)
        }
    }

    /// Bare metal. Without a metallic texture its reflections have to be painted: bright above, dark at the horizon.
    static func metal(_ colour: Colour, roughness: Float = 0.35) -> Material {
        Material { spot in
            let n = spot.normal
            let waver = 0.12 * Noise.clouds(spot.position * 3, octaves: 2)
            let up = n.y + 0.25 * n.z + waver
            let sky = smoothstep(0.15, 0.95, up), horizon = smoothstep(0.3, 0, abs(up + 0.12))
            var look = colour.mixed(colour * 0.62, horizon * 0.8)
            look = look.mixed(Colour(1, 1, 1).mixed(colour, 0.35), sky * 0.55)
            return Finish(colour: look, metallic: 1, roughness: roughness + 0.15 * waver)
        }
    }

    /// Grey cut or grown stone.
    static func stone(_ colour: Colour, seed: UInt32 = 0) -> Material {
        Material { spot in
            let coarse = Noise.clouds(spot.position * 3.5, octaves: 3, seed: seed)
            let crack = smoothstep(0.05, 0, abs(Noise.clouds(spot.position * 2, octaves: 2, seed: seed &+ 5)))
            return Finish(colour: colour * (1 + 0.2 * coarse - 0.18 * crack), roughness: 0.95)
        }
    }

    /// Translucent stuff, painted: deep in the middle, light towards the edges of facets and the top.
    static func glass(_ colour: Colour, bottom: Float = -1, top: Float = 1) -> Material {
        Material { spot in
            let n = spot.normal
            let height = clamp((spot.position.y - bottom) / (top - bottom))
            let facet = 0.5 + 0.5 * n.dot(Vector(-0.45, 0.75, 0.5))
            let deep = colour.saturated(1.15) * 0.55
            let light = colour.mixed(Colour(1, 1, 1), 0.55)
            let look = deep.mixed(light, clamp(0.12 + 0.55 * facet * facet + 0.25 * height))
            return Finish(colour: look, roughness: 0.15, glow: 0.35)
        }
    }

    /// This material, but mossy where it faces up and in patches.
    func mossy(_ amount: Float, seed: UInt32 = 3) -> Material {
        let moss = Material.mottled(Colour(0x5E7F2E), Colour(0x7FA13C), scale: 6, seed: seed)
        return Material { spot in
            let patch = Noise.clouds(spot.position * 3, octaves: 3, seed: seed)
            let share = smoothstep(0.55, 0.75, 0.5 * spot.normal.y + 0.5 * patch + amount)
            return finish(spot).mixed(moss.finish(spot), share)
        }
    }

    /// This material on a shape that was turned, scaled and moved.
    func turned(_ rotation: Rotation, scaled scale: Float = 1, moved offset: Vector) -> Material {
        let back = rotation.inverse
        return Material { spot in
            // The normal stays: painted light comes from where it comes from.
            finish(Spot(position: back((spot.position - offset) / scale), normal: spot.normal))
        }
    }

    /// This material with something else where `pattern` is 1.
    func patterned(_ other: Material, _ pattern: @escaping @Sendable (Vector) -> Float) -> Material {
        Material { spot in
            let share = pattern(spot.position)
            return share <= 0 ? finish(spot) : finish(spot).mixed(other.finish(spot), clamp(share))
        }
    }
}
