/// Rules between buffer views and their buffers (specification, section 3.6.1).
struct BufferViewLinks {
    let links: DocumentLinks

    init(_ links: DocumentLinks) { self.links = links }

    func check() {
        for view in links.document.bufferViews { fits(view) }
    }

    /// BUFFER_VIEW_TOO_LONG
    private func fits(_ view: Document.BufferView) {
        guard let buffer = view.buffer, view.byteLength > 0 else { return }
        let length = links.document.buffers[buffer].byteLength
        guard !isWithin(view.byteOffset, view.byteLength, length) else { return }
        links.report(
            .bufferViewTooLong, view, view.byteOffset >= length ? "byteOffset" : "byteLength",
            "\(view.byteLength) bytes at \(view.byteOffset) do not fit the \(length) bytes of buffer \(buffer)")
    }
}

/// Whether `length` bytes from `offset` on are within `available`, whatever numbers a file states.
func isWithin(_ offset: Int, _ length: Int, _ available: Int) -> Bool {
    offset <= available && length <= available - offset
}
