extension FaultRule {
    /// MESHY_WIDE_INDICES: indices of four bytes where two suffice.
    static let wideIndices = FaultRule(code: .meshyWideIndices) { file, validation, _ in
        for index in file.document.wideIndices {
            let accessor = file.document.accessors[index]
            validation.report(
                .meshyWideIndices, at: accessor.place, member: "componentType",
                "two bytes suffice for each of the \(accessor.count) indices; \(2 * accessor.count) bytes are too many")
        }
    } mend: { draft, _ in
        // The old indices must be left out then, or the file would grow.
        guard draft.knowsAllReferences else { return }
        for index in draft.document.wideIndices { draft.narrow(index) }
    }
}

extension Document {
    /// Accessors of four-byte indices, all of whose primitives have few vertices.
    fileprivate var wideIndices: [Int] {
        var fits: [Int: Bool] = [:]
        for primitive in meshes.lazy.flatMap(\.primitives) where primitive.draco == nil {
            guard let indices = primitive.indices else { continue }
            // The greatest number of a type begins a new strip, so it is no index.
            let isSmall = primitive["POSITION"].map { accessors[$0].count <= 0xFFFF } ?? false
            fits[indices] = (fits[indices] ?? true) && isSmall
        }
        return fits.keys.sorted().filter { index in
            let accessor = accessors[index]
            guard fits[index] == true, accessor.componentType == .unsignedInt, accessor.type == .scalar,
                accessor.sparse == nil, let view = accessor.bufferView
            else { return false }
            return bufferViews[view].meshopt == nil
        }
    }
}

extension Draft {
    fileprivate mutating func narrow(_ index: Int) {
        let accessor = document.accessors[index]
        // Accessors that share their bytes would each get a copy.
        guard budget.take(accessor.count.saturatingProduct(64)), elements(of: index) != nil,
            let values = try? file.data(ofAccessor: index).unsignedIntegers(),
            values.allSatisfy({ $0 < 0xFFFF })
        else { return }
        let bytes = values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let view = addBufferView(append(bytes), bytes.count)
        change(.bufferViews, view) { $0["target"] = JSONTree(Document.Target.elementArrayBuffer.rawValue) }
        change(.accessors, index) { accessor in
            accessor["bufferView"] = JSONTree(view)
            accessor["byteOffset"] = nil
            accessor["componentType"] = JSONTree(Document.ComponentType.unsignedShort.rawValue)
        }
        record(.meshyWideIndices, pointer(to: accessor), "wrote \(values.count) indices with two bytes each")
    }
}
