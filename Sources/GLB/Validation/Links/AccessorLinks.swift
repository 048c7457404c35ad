/// Rules between accessors and their buffer views (specification, section 3.6.2).
struct AccessorLinks {
    private let links: DocumentLinks
    private var document: Document { links.document }

    init(_ links: DocumentLinks) { self.links = links }

    func check(_ uses: inout UseTable) {
        for accessor in document.accessors {
            stride(accessor)
            extent(accessor)
            sparse(accessor, &uses)
        }
    }

    /// ACCESSOR_SMALL_BYTESTRIDE
    private func stride(_ accessor: Document.Accessor) {
        guard let view = accessor.bufferView, let stride = document.bufferViews[view].byteStride,
            let size = accessor.elementByteCount, stride < size
        else { return }
        links.report(
            .accessorSmallByteStride, accessor, nil,
            "an element takes \(size) bytes, the stride of buffer view \(view) is \(stride)")
    }

    /// ACCESSOR_TOO_LONG, ACCESSOR_TOTAL_OFFSET_ALIGNMENT of the accessor's own elements.
    private func extent(_ accessor: Document.Accessor) {
        guard let index = accessor.bufferView, let size = accessor.elementByteCount,
            let componentType = accessor.componentType
        else { return }
        let stride = document.bufferViews[index].byteStride ?? size
        let elements = Elements(
            view: index, offset: accessor.byteOffset, count: accessor.count, size: size, stride: stride,
            alignment: componentType.byteCount)
        check(elements, accessor.place)
    }

    /// ACCESSOR_TOO_LONG, ACCESSOR_TOTAL_OFFSET_ALIGNMENT of the elements that replace others.
    private func sparse(_ accessor: Document.Accessor, _ uses: inout UseTable) {
        guard let sparse = accessor.sparse else { return }
        let json = links.validation.json[sparse.place]
        if let view = sparse.indicesBufferView, let type = sparse.indicesComponentType, let indices = json["indices"] {
            let elements = Elements(
                view: view, offset: sparse.indicesByteOffset, count: sparse.count, size: type.byteCount,
                stride: type.byteCount, alignment: type.byteCount)
            check(elements, indices.place)
            if let place = indices["bufferView"]?.place { uses.use(view: view, as: .other, at: place) }
        }
        if let view = sparse.valuesBufferView, let size = accessor.elementByteCount,
            let type = accessor.componentType, let values = json["values"]
        {
            let elements = Elements(
                view: view, offset: sparse.valuesByteOffset, count: sparse.count, size: size, stride: size,
                alignment: type.byteCount)
            check(elements, values.place)
            if let place = values["bufferView"]?.place { uses.use(view: view, as: .other, at: place) }
        }
    }

    /// Elements in a buffer view.
    private struct Elements {
        let view: Int
        let offset: Int
        let count: Int
        let size: Int
        let stride: Int
        let alignment: Int

        /// How many bytes there are from the first to the last; more than any view has if the number is too large.
        var byteCount: Int {
            stride.saturatingProduct(count - 1).saturatingSum(size)
        }
    }

    private func check(_ elements: Elements, _ place: JSONPlace) {
        let view = document.bufferViews[elements.view]
        let (total, overflow) = view.byteOffset.addingReportingOverflow(elements.offset)
        if !overflow, elements.offset.isMultiple(of: elements.alignment), !total.isMultiple(of: elements.alignment) {
            links.validation.report(
                .accessorTotalOffsetAlignment, at: place,
                "the offsets add up to \(total), which is not a multiple of \(elements.alignment)")
        }
        guard elements.count > 0, !isWithin(elements.offset, elements.byteCount, view.byteLength) else { return }
        links.validation.report(
            .accessorTooLong, at: place, member: elements.offset >= view.byteLength ? "byteOffset" : nil,
            "\(elements.count) elements at byte \(elements.offset) take \(elements.byteCount) bytes, "
                + "buffer view \(elements.view) has \(view.byteLength)")
    }
}
