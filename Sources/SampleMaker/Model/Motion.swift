/// A movement of the humanoid skeleton, sampled thirty times a second; the last key leads back to the first.
struct Motion: Sendable {
    /// What one joint does: turns about its place, and (the hips only) moves.
    struct Pose: Sendable {
        var turns: [Joint: Rotation] = [:]
        var hipsOffset = Vector.zero

        mutating func turn(_ joint: Joint, x: Float = 0, y: Float = 0, z: Float = 0) {
            turns[joint] =
                Rotation(about: .unit(1), by: degrees(y)) * Rotation(about: .unit(0), by: degrees(x))
                * Rotation(about: .unit(2), by: degrees(z))
        }
    }

    let name: String
    let frames: Int
    /// The pose at a phase of 0 to 1.
    private let pose: @Sendable (Float) -> Pose

    static let framesPerSecond = 30

    /// When the keys are, in seconds; the first is a frame after zero, as in the service's files.
    var times: [Float] { (1...frames).map { Float($0) / Float(Self.framesPerSecond) } }

    var poses: [Pose] { (0..<frames).map { pose(Float($0) / Float(frames - 1)) } }

    /// No movement: one key.
    static let rest = Motion(name: "clip0", frames: 2) { _ in Pose() }

    static let wave = Motion(name: "wave_one_hand", frames: 60) { phase in
        let beat = sine(phase * 6 * .pi), breath = sine(phase * 2 * .pi)
        var pose = Pose()
        pose.turn(.rightArm, y: 8, z: -92 + 5 * beat)
        pose.turn(.rightForearm, z: -18 + 26 * beat)
        pose.turn(.rightHand, z: 12 * beat)
        pose.turn(.leftArm, x: 4 * breath, z: -22 + 3 * breath)
        pose.turn(.leftForearm, x: -12)
        pose.turn(.chest, y: 3 * breath, z: 3)
        pose.turn(.neck, z: -6 + 3 * breath)
        pose.turn(.head, x: -4 + 2 * beat, y: -8, z: -4)
        pose.turn(.hips, z: -1.5 * breath)
        pose.hipsOffset = Vector(0.008 * breath, 0, 0)
        return pose
    }

    static let walk = stride(name: "walking_man", frames: 32, swing: 26, bend: 38, lean: 3, bounce: 0.015)

    static let run = stride(name: "running", frames: 20, swing: 42, bend: 75, lean: 11, bounce: 0.04)

    /// Legs and arms swinging against each other, `swing` degrees each way.
    private static func stride(
        name: String, frames: Int, swing: Float, bend: Float, lean: Float, bounce: Float
    ) -> Motion {
        Motion(name: name, frames: frames) { phase in
            let angle = phase * 2 * .pi
            var pose = Pose()
            for (side, offset) in [(Joint.leftUpperLeg, Float(0)), (.rightUpperLeg, .pi)] {
                let isLeft = side == .leftUpperLeg
                let step = sine(angle + offset)
                // The knee bends while the leg comes forward.
                let lift = max(0, cosine(angle + offset))
                pose.turn(side, x: -swing * step)
                pose.turn(isLeft ? .leftLeg : .rightLeg, x: 6 + bend * lift)
                pose.turn(isLeft ? .leftFoot : .rightFoot, x: swing * 0.5 * step - 0.35 * bend * lift)
                pose.turn(isLeft ? .leftArm : .rightArm, x: swing * 0.9 * step, z: isLeft ? -28 : 28)
                pose.turn(isLeft ? .leftForearm : .rightForearm, x: -0.5 * swing)
            }
            pose.turn(.chest, x: lean, y: 5 * sine(angle))
            pose.turn(.head, x: -lean, y: -4 * sine(angle))
            pose.turn(.hips, y: -4 * sine(angle))
            pose.hipsOffset = Vector(0, bounce * cosine(2 * angle), 0)
            return pose
        }
    }
}
