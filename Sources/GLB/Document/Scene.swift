extension Document {
    /// A set of nodes to show together.
    public struct Scene: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// The scene's root nodes.
        public let nodes: [Int]
    }
}

extension Document.Scene {
    init(_ object: ObjectReader) {
        common = object.common
        nodes = object.indices("nodes", of: .nodes)
    }
}
