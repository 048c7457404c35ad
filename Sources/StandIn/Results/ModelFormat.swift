/// A file format that requests can ask for, by the name it has in `target_formats` and `model_urls`.
enum ModelFormat: String, Codable, CaseIterable, Sendable {
    case glb, obj, fbx, stl, usdz
    case threeMF = "3mf"
    case blend

    /// The formats that the generating families know.
    static let generated: [ModelFormat] = [.glb, .obj, .fbx, .stl, .usdz, .threeMF]

    /// Whether the stand-in writes it. One that it does not is absent from the results, like any format that was not
    /// made: it never hands out a file that is not what its name says.
    var isWritten: Bool {
        switch self {
        case .glb, .obj, .stl, .threeMF: true
        case .fbx, .usdz, .blend: false
        }
    }
}
