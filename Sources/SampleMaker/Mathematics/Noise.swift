/// Smooth pseudo-random functions of space.
enum Noise {
    /// Value noise: -1 to 1, features about one unit apart.
    static func value(_ p: Vector, seed: UInt32 = 0) -> Float {
        let (fx, fy, fz) = (p.x.rounded(.down), p.y.rounded(.down), p.z.rounded(.down))
        let (ix, iy, iz) = (Int32(fx), Int32(fy), Int32(fz))
        let (u, v, w) = (fade(p.x - fx), fade(p.y - fy), fade(p.z - fz))
        func lattice(_ dx: Int32, _ dy: Int32, _ dz: Int32) -> Float { hash(ix &+ dx, iy &+ dy, iz &+ dz, seed) }
        let near = mix(mix(lattice(0, 0, 0), lattice(1, 0, 0), u), mix(lattice(0, 1, 0), lattice(1, 1, 0), u), v)
        let far = mix(mix(lattice(0, 0, 1), lattice(1, 0, 1), u), mix(lattice(0, 1, 1), lattice(1, 1, 1), u), v)
        return mix(near, far, w)
    }

    /// Several octaves of value noise, each twice as fine and half as strong: -1 to 1.
    static func clouds(_ p: Vector, octaves: Int = 3, seed: UInt32 = 0) -> Float {
        var (sum, total, strength, point) = (Float(0), Float(0), Float(1), p)
        for octave in 0..<octaves {
            sum += strength * value(point, seed: seed &+ UInt32(octave))
            total += strength
            strength /= 2
            point = point * 2.03 + Vector(17.1, 3.7, 9.2)
        }
        return sum / total
    }

    /// The distance to the nearest of points strewn about one unit apart, and a number 0...1 that belongs to that point.
    static func cells(_ p: Vector, seed: UInt32 = 0) -> (distance: Float, identity: Float) {
        let (ix, iy, iz) = (Int32(p.x.rounded(.down)), Int32(p.y.rounded(.down)), Int32(p.z.rounded(.down)))
        var (nearest, identity) = (Float.infinity, Float(0))
        for dz in Int32(-1)...1 {
            for dy in Int32(-1)...1 {
                for dx in Int32(-1)...1 {
                    let (cx, cy, cz) = (ix &+ dx, iy &+ dy, iz &+ dz)
                    func jitter(_ salt: UInt32) -> Float { 0.5 + 0.4 * hash(cx, cy, cz, seed &+ salt) }
                    let centre = Vector(
                        Float(cx) + jitter(11), Float(cy) + jitter(23), Float(cz) + jitter(37))
                    let offset = centre - p
                    let square = offset.dot(offset)
                    if square < nearest { (nearest, identity) = (square, jitter(51)) }
                }
            }
        }
        return (nearest.squareRoot(), clamp((identity - 0.1) / 0.8))
    }

    private static func fade(_ t: Float) -> Float { t * t * t * (t * (t * 6 - 15) + 10) }

    /// -1 to 1, for a point of the lattice.
    private static func hash(_ x: Int32, _ y: Int32, _ z: Int32, _ seed: UInt32) -> Float {
        var h = seed &* 0x9E37_79B9
        h ^= UInt32(bitPattern: x) &* 0x85EB_CA6B
        h = (h << 13 | h >> 19) &* 5 &+ 0xE654_6B64
        h ^= UInt32(bitPattern: y) &* 0xC2B2_AE35
        h = (h << 13 | h >> 19) &* 5 &+ 0xE654_6B64
        h ^= UInt32(bitPattern: z) &* 0x27D4_EB2F
        h ^= h >> 16
        h = h &* 0x85EB_CA6B
        h ^= h >> 13
        h = h &* 0xC2B2_AE35
        h ^= h >> 16
        return Float(h >> 8) / Float(1 << 23) - 1
    }
}
