#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Writes a movement as a Biovision hierarchy: a figure of nine joints that sways and swings its limbs.
enum BVH {
    /// How the joints hang together: name, offset from the joint above it in centimetres, joints below.
    private indirect enum Joint {
        case joint(String, SIMD3<Int>, [Joint])
    }

    private static let figure = Joint.joint(
        "Hips", SIMD3(0, 95, 0),
        [
            .joint("Spine", SIMD3(0, 15, 0), [.joint("Head", SIMD3(0, 40, 0), [])]),
            .joint("LeftArm", SIMD3(18, 45, 0), [.joint("LeftForeArm", SIMD3(28, 0, 0), [])]),
            .joint("RightArm", SIMD3(-18, 45, 0), [.joint("RightForeArm", SIMD3(-28, 0, 0), [])]),
            .joint("LeftUpLeg", SIMD3(10, 0, 0), []), .joint("RightUpLeg", SIMD3(-10, 0, 0), []),
        ])

    static func text(_ motion: Motion) -> String {
        var text = "HIERARCHY\n"
        var joints = 0
        write(figure, depth: 0, count: &joints, to: &text)
        let frames = motion.duration * 30 / 1000
        text += "MOTION\nFrames: \(frames)\nFrame Time: 0.0333333\n"
        var random = RandomNumbers(seed: UInt64(max(0, motion.seed)) ^ RandomNumbers.seed(of: motion.prompt))
        let swings = (0..<joints).map { _ in
            (reach: Double.random(in: 5...35, using: &random), phase: Double.random(in: 0...6.28, using: &random))
        }
        for frame in 0..<frames {
            let time = Double(frame) / 30
            let turns = swings.flatMap { swing in
                let angle = swing.reach * sin(time * 4 + swing.phase)
                return [0, angle, angle / 4].map { String(($0 * 1000).rounded() / 1000) }
            }
            text += (["0", "95", "0"] + turns).joined(separator: " ") + "\n"
        }
        return text
    }

    private static func write(_ joint: Joint, depth: Int, count: inout Int, to text: inout String) {
        guard case .joint(let name, let offset, let below) = joint else { return }
        let space = String(repeating: "  ", count: depth)
        let channels = depth == 0 ? "6 Xposition Yposition Zposition" : "3"
        count += 1
        text += "\(space)\(depth == 0 ? "ROOT" : "JOINT") \(name)\n\(space){\n"
        text += "\(space)  OFFSET \(offset.x) \(offset.y) \(offset.z)\n"
        text += "\(space)  CHANNELS \(channels) Zrotation Xrotation Yrotation\n"
        if below.isEmpty { text += "\(space)  End Site\n\(space)  {\n\(space)    OFFSET 0 -10 0\n\(space)  }\n" }
        for joint in below { write(joint, depth: depth + 1, count: &count, to: &text) }
        text += "\(space)}\n"
    }
}
