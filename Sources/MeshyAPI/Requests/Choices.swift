/// The values that a parameter may have, where the service names them all.
///
/// A value that is not among them stays in the request as it is; only its typed reading is nil.
package protocol Choice: ParameterValue, CaseIterable, RawRepresentable<String>, Hashable {}

/// Which machinery makes the shape.
package enum ModelType: String, Choice {
    case standard
    case smartTopology = "smart-topology"
    /// Retired on 2026-10-30; ``smartTopology`` took its place.
    case lowpoly
}

/// How finely the shape is made.
package enum GeometryResolution: String, Choice {
    case standard
    case twoK = "2k"
    case fourK = "4k"
}

/// What the faces are.
package enum Topology: String, Choice {
    case quad, triangle
}

/// Whether the shape is made the same on both sides; without effect since 2026-05-11.
package enum SymmetryMode: String, Choice {
    case off, auto, on
}

/// How a figure holds its arms.
package enum PoseMode: String, Choice {
    case aPose = "a-pose"
    case tPose = "t-pose"
    /// As the prompt has it.
    case free = ""
}

/// The width and height of the base colour texture: 2048, 4096 or 8192 pixels.
package enum TextureResolution: String, Choice {
    case twoK = "2k"
    case fourK = "4k"
    case eightK = "8k"
}

/// Where the origin lies in the model.
package enum Origin: String, Choice {
    case bottom, center
}

/// The style of the models up to Meshy 5; ignored since.
package enum ArtStyle: String, Choice {
    case realistic, sculpture
}

/// A file format that a result is written in.
package enum OutputFormat: String, Choice {
    case glb, fbx, obj, stl, usdz
    case threeMF = "3mf"
    case blend
}

/// How a clip is made from a prompt.
package enum MotionMode: String, Choice {
    /// FBX, 10 credits.
    case prime
    /// BVH, 3 credits.
    case swift
}

/// What kind of creature is rigged.
package enum CreatureType: String, Choice {
    case biped, quadruped
}

/// The printing process, which sets the thinnest wall: 1.0, 0.8 and 2.0 mm.
package enum PrinterType: String, Choice {
    case fdm, sla
    case fullColor = "full_color"
}

/// How the colours of a print are simplified.
package enum PrintStyle: String, Choice {
    case realistic, cartoon
}
