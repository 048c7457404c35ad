/// A family of tasks: one collection of the API.
enum Family: String, CaseIterable, Codable, Sendable {
    case textTo3D = "/openapi/v2/text-to-3d"
    case imageTo3D = "/openapi/v1/image-to-3d"
    case multiImageTo3D = "/openapi/v1/multi-image-to-3d"
    case retexture = "/openapi/v1/retexture"
    case remesh = "/openapi/v1/remesh"
    case convert = "/openapi/v1/convert"
    case resize = "/openapi/v1/resize"
    case uvUnwrap = "/openapi/v1/uv-unwrap"
    case rigging = "/openapi/v1/rigging"
    case animation = "/openapi/v1/animations"
    case textToMotion = "/openapi/v1/text-to-motion"
    case textToImage = "/openapi/v1/text-to-image"
    case imageToImage = "/openapi/v1/image-to-image"
    case multiColorPrint = "/openapi/v1/print/multi-color"
    case analyzePrint = "/openapi/v1/print/analyze"
    case repairPrint = "/openapi/v1/print/repair"

    /// Where the collection lies.
    var path: String { rawValue }

    /// The path's last parts, which plans of faults name: `text-to-3d`, `print-repair`.
    var label: String { path.split(separator: "/").dropFirst(2).joined(separator: "-") }

    /// Whether its unfinished tasks count against the plan's queue.
    var isQueued: Bool {
        switch self {
        case .textTo3D, .imageTo3D, .multiImageTo3D, .retexture, .remesh, .rigging, .animation: true
        default: false
        }
    }

    /// The families whose results are models.
    static let modelling: Set<Family> = [.textTo3D, .imageTo3D, .multiImageTo3D, .retexture, .remesh]

    /// What refusals call the body of its create call.
    fileprivate var requestName: String {
        "Create" + label.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + "Request"
    }

    /// Reads the body of its create call.
    func fields(_ body: JSON) throws(Refusal) -> Fields { try Fields(body, of: requestName) }

    /// Decides what a request asks for, or refuses it.
    func order(_ intake: Intake) throws(Refusal) -> Order {
        switch self {
        case .textTo3D: try intake.textTo3D()
        case .imageTo3D: try intake.imageTo3D()
        case .multiImageTo3D: try intake.multiImageTo3D()
        case .retexture: try intake.retexture()
        case .remesh: try intake.remesh()
        case .convert: try intake.convert()
        case .resize: try intake.resize()
        case .uvUnwrap: try intake.uvUnwrap()
        case .rigging: try intake.rigging()
        case .animation: try intake.animation()
        case .textToMotion: try intake.textToMotion()
        case .textToImage: try intake.textToImage()
        case .imageToImage: try intake.imageToImage()
        case .multiColorPrint: try intake.multiColorPrint()
        case .analyzePrint: try intake.analyzePrint()
        case .repairPrint: try intake.repairPrint()
        }
    }
}
