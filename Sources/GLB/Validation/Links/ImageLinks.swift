/// Rules between images and their buffer views (specification, section 3.8.3).
struct ImageLinks {
    private let links: DocumentLinks

    init(_ links: DocumentLinks) { self.links = links }

    func check(_ uses: inout UseTable) {
        for image in links.document.images {
            guard let view = image.bufferView, let place = links.json(image)["bufferView"]?.place else { continue }
            uses.use(view: view, as: .image, at: place)
            stride(view, place)
        }
    }

    /// IMAGE_BUFFER_VIEW_WITH_BYTESTRIDE
    private func stride(_ view: Int, _ place: JSONPlace) {
        guard let stride = links.document.bufferViews[view].byteStride else { return }
        links.validation.report(
            .imageBufferViewWithByteStride, at: place, "buffer view \(view) has a stride of \(stride)")
    }
}
