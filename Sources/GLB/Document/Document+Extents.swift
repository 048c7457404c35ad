extension FindingReporter {
    /// Reports buffer views that do not fit their buffers, and accessors that do not fit their buffer views.
    func checkExtents(_ views: [Document.BufferView], _ buffers: [Document.Buffer]) {
        for view in views {
            guard let buffer = view.buffer else { continue }
            let length = buffers[buffer].byteLength
            guard !isWithin(view.byteOffset, view.byteLength, length) else { continue }
            report(
                .bufferViewTooLong, at: view.place, member: view.byteOffset >= length ? "byteOffset" : "byteLength",
                "\(view.byteLength) bytes at \(view.byteOffset) do not fit the \(length) bytes of buffer \(buffer)")
        }
    }

    /// Reports accessors and their sparse parts that do not fit their buffer views.
    func checkExtents(_ accessors: [Document.Accessor], _ views: [Document.BufferView]) {
        for accessor in accessors {
            if let index = accessor.bufferView, let size = accessor.elementByteCount {
                check(
                    accessor.place, count: accessor.count, size: size, at: accessor.byteOffset,
                    stride: views[index].byteStride, in: views[index], index)
            }
            guard let sparse = accessor.sparse else { continue }
            if let index = sparse.indicesBufferView, let type = sparse.indicesComponentType {
                check(
                    sparse.place, member: "indices", count: sparse.count, size: type.byteCount,
                    at: sparse.indicesByteOffset, stride: nil, in: views[index], index)
            }
            if let index = sparse.valuesBufferView, let size = accessor.elementByteCount {
                check(
                    sparse.place, member: "values", count: sparse.count, size: size, at: sparse.valuesByteOffset,
                    stride: nil, in: views[index], index)
            }
        }
    }

    private func check(
        _ place: JSONPlace, member: String? = nil, count: Int, size: Int, at offset: Int, stride: Int?,
        in view: Document.BufferView, _ index: Int
    ) {
        guard count > 0 else { return }
        let (spread, overflow) = (stride ?? size).multipliedReportingOverflow(by: count - 1)
        let (length, carry) = spread.addingReportingOverflow(size)
        guard overflow || carry || !isWithin(offset, length, view.byteLength) else { return }
        let way = [member, offset >= view.byteLength ? "byteOffset" : nil].compactMap { $0 }
        report(
            .accessorTooLong, at: place, member: way.isEmpty ? nil : way.joined(separator: "/"),
            "\(count) elements at byte \(offset) do not fit the \(view.byteLength) bytes of buffer view \(index)")
    }
}
