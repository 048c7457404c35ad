/// UNUSED_OBJECT: elements of the document's arrays to which nothing refers.
struct UnusedObjects {
    private let links: DocumentLinks

    /// The arrays whose elements are only there to be referred to: scenes and animations stand for themselves.
    private static let arrays: [DocumentArray] = [
        .accessors, .buffers, .bufferViews, .cameras, .images, .materials, .meshes, .nodes, .samplers, .skins,
        .textures,
        .lights, .variants,
    ]

    init(_ links: DocumentLinks) { self.links = links }

    func check() {
        let validation = links.validation
        for array in Self.arrays {
            for index in 0..<validation.count(of: array)
            where validation.contains(index, in: array) && !validation.isUsed(index, in: array) {
                validation.report(
                    .unusedObject, at: validation.place(of: index, in: array), "nothing refers to this object")
            }
        }
    }
}
