extension Document {
    /// Joints that deform a mesh.
    public struct Skin: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// The accessor with a matrix for each joint that brings the mesh into the joint's space; nil for identities.
        public let inverseBindMatrices: Int?
        /// The node that is the joints' common root, if the document names it.
        public let skeleton: Int?
        /// The nodes that are the joints, in the order in which vertices refer to them; nil for one that does not exist.
        public let joints: [Int?]
    }
}

extension Document.Skin {
    init(_ object: ObjectReader) {
        common = object.common
        inverseBindMatrices = object.index("inverseBindMatrices", of: .accessors)
        skeleton = object.index("skeleton", of: .nodes)
        let count = object.decoder.count(of: .nodes)
        joints = (object.elements("joints")).map { object.decoder.index($0, below: count) }
        _ = object.require("joints", object.member("joints"))
    }
}
