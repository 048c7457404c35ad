extension Document {
    /// A view of the scene.
    public struct Camera: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// The kind of projection; nil if the document states none that is valid.
        public let projection: Projection?
    }

    /// How a camera maps space to the picture; lengths in metres, angles in radians.
    public enum Projection: Equatable, Sendable {
        /// Nearer things are larger. `zfar` is nil for an infinite view, `aspectRatio` nil for the picture's own.
        case perspective(yfov: Double?, aspectRatio: Double?, znear: Double?, zfar: Double?)
        /// All things keep their size.
        case orthographic(xmag: Double?, ymag: Double?, znear: Double?, zfar: Double?)
    }
}

extension Document.Camera {
    private enum Kind: String, CaseIterable { case perspective, orthographic }

    init(_ object: ObjectReader) {
        common = object.common
        let isPositive = { (number: Double) in number > 0 }
        let isNotNegative = { (number: Double) in number >= 0 }
        switch object.require("type", object.choice("type") as Kind?) {
        case .perspective:
            let view = object.require("perspective", object.child("perspective"))
            projection = .perspective(
                yfov: view?.require("yfov", view?.number("yfov", where: isPositive)),
                aspectRatio: view?.number("aspectRatio", where: isPositive),
                znear: view?.require("znear", view?.number("znear", where: isPositive)),
                zfar: view?.number("zfar", where: isPositive))
        case .orthographic:
            let view = object.require("orthographic", object.child("orthographic"))
            projection = .orthographic(
                xmag: view?.require("xmag", view?.number("xmag")), ymag: view?.require("ymag", view?.number("ymag")),
                znear: view?.require("znear", view?.number("znear", where: isNotNegative)),
                zfar: view?.require("zfar", view?.number("zfar", where: isPositive)))
        case nil:
            projection = nil
        }
    }
}
