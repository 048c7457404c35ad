/// Rules between accessors and their buffer views (specification, section 3.6.2).
struct AccessorLinks {
    private let links: DocumentLinks
    private var document: Document { links.document }

    init(_ links: DocumentLinks) { self.links = links }

    func check(_ uses: inout UseTable) {
        for accessor in document.accessors {
            stride(accessor)
            // An offset that is wrong by itself has been reported.
            if let type = accessor.componentType, accessor.byteOffset.isMultiple(of: type.byteCount) {
                alignment(accessor.bufferView, accessor.byteOffset, type, accessor.place)
            }
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

    /// ACCESSOR_TOTAL_OFFSET_ALIGNMENT
    private func alignment(
        _ view: Int?, _ offset: Int, _ type: Document.ComponentType, _ place: JSONPlace
    ) {
        guard let view else { return }
        let (total, overflow) = document.bufferViews[view].byteOffset.addingReportingOverflow(offset)
        guard !overflow, !total.isMultiple(of: type.byteCount) else { return }
        links.validation.report(
            .accessorTotalOffsetAlignment, at: place,
            "the offsets add up to \(total), which is not a multiple of \(type.byteCount)")
    }

    /// ACCESSOR_TOTAL_OFFSET_ALIGNMENT of the elements that replace others, and what their buffer views are used for.
    private func sparse(_ accessor: Document.Accessor, _ uses: inout UseTable) {
        guard let sparse = accessor.sparse else { return }
        let json = links.validation.json[sparse.place]
        // The values' offset by itself is checked here only, since their type is the accessor's.
        let indicesType = sparse.indicesComponentType.flatMap {
            sparse.indicesByteOffset.isMultiple(of: $0.byteCount) ? $0 : nil
        }
        let parts = [
            ("indices", sparse.indicesBufferView, sparse.indicesByteOffset, indicesType),
            ("values", sparse.valuesBufferView, sparse.valuesByteOffset, accessor.componentType),
        ]
        for (name, view, offset, type) in parts {
            guard let view, let part = json[name], let place = part["bufferView"]?.place else { continue }
            if let type { alignment(view, offset, type, part.place) }
            uses.use(view: view, as: .other, at: place)
        }
    }
}

/// Whether `length` bytes from `offset` on are within `available`, whatever numbers a file states.
func isWithin(_ offset: Int, _ length: Int, _ available: Int) -> Bool {
    offset <= available && length <= available - offset
}
