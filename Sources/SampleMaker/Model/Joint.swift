/// The 24 joints of a humanoid rig, under the names and in the order of the files that the service writes.
enum Joint: String, CaseIterable, Sendable {
    case hips = "Hips"
    case leftUpperLeg = "LeftUpLeg"
    case leftLeg = "LeftLeg"
    case leftFoot = "LeftFoot"
    case leftToes = "LeftToeBase"
    case rightUpperLeg = "RightUpLeg"
    case rightLeg = "RightLeg"
    case rightFoot = "RightFoot"
    case rightToes = "RightToeBase"
    case waist = "Spine02"
    case belly = "Spine01"
    case chest = "Spine"
    case leftShoulder = "LeftShoulder"
    case leftArm = "LeftArm"
    case leftForearm = "LeftForeArm"
    case leftHand = "LeftHand"
    case rightShoulder = "RightShoulder"
    case rightArm = "RightArm"
    case rightForearm = "RightForeArm"
    case rightHand = "RightHand"
    case neck
    case head = "Head"
    case headEnd = "head_end"
    case headFront = "headfront"

    var parent: Joint? {
        switch self {
        case .hips: nil
        case .leftUpperLeg, .rightUpperLeg, .waist: .hips
        case .leftLeg: .leftUpperLeg
        case .leftFoot: .leftLeg
        case .leftToes: .leftFoot
        case .rightLeg: .rightUpperLeg
        case .rightFoot: .rightLeg
        case .rightToes: .rightFoot
        case .belly: .waist
        case .chest: .belly
        case .leftShoulder, .rightShoulder, .neck: .chest
        case .leftArm: .leftShoulder
        case .leftForearm: .leftArm
        case .leftHand: .leftForearm
        case .rightArm: .rightShoulder
        case .rightForearm: .rightArm
        case .rightHand: .rightForearm
        case .head: .neck
        case .headEnd, .headFront: .head
        }
    }

    /// The joint on the other side of the body, or itself.
    var mirrored: Joint {
        let name = rawValue
        let other =
            name.hasPrefix("Left")
            ? "Right" + name.dropFirst(4) : name.hasPrefix("Right") ? "Left" + name.dropFirst(5) : name
        return Joint(rawValue: other) ?? self
    }

    /// The order of the nodes in a file, the leaves first.
    static let fileOrder: [Joint] = [
        .leftToes, .leftFoot, .leftLeg, .leftUpperLeg, .rightToes, .rightFoot, .rightLeg, .rightUpperLeg,
        .leftHand, .leftForearm, .leftArm, .leftShoulder, .rightHand, .rightForearm, .rightArm, .rightShoulder,
        .headEnd, .headFront, .head, .neck, .chest, .belly, .waist, .hips,
    ]
}
