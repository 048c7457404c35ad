/// The elements of an accessor that replace others, in the order of the indices that they replace.
struct SparseElements {
    /// The indices of the replaced elements, as far as they increase.
    private let indices: [Int]
    private let values: [UInt8]
    private let size: Int

    /// Reads indices and values; nil unless all of them are there.
    init?(_ file: AssetFile, _ sparse: Document.Sparse, of format: AccessorFormat) {
        guard let indices = Self.indices(file, sparse), let view = sparse.valuesBufferView,
            let source = try? file.data(ofBufferView: view)
        else { return nil }
        let length = format.byteCount.saturatingProduct(sparse.count)
        guard isWithin(sparse.valuesByteOffset, length, source.count),
            let values = try? source.read(sparse.valuesByteOffset..<sparse.valuesByteOffset + length)
        else { return nil }
        size = format.byteCount
        self.values = values
        let ordered = zip(indices, indices.dropFirst()).prefix { $0 < $1 }.count
        self.indices = Array(indices.prefix(ordered + 1))
    }

    /// The indices of the replaced elements, in the order of the file; nil unless all of them are there.
    static func indices(_ file: AssetFile, _ sparse: Document.Sparse) -> [Int]? {
        guard let view = sparse.indicesBufferView, let type = sparse.indicesComponentType, sparse.count > 0,
            let source = try? file.data(ofBufferView: view)
        else { return nil }
        let length = type.byteCount.saturatingProduct(sparse.count)
        guard isWithin(sparse.indicesByteOffset, length, source.count),
            let bytes = try? source.read(sparse.indicesByteOffset..<sparse.indicesByteOffset + length)
        else { return nil }
        let scalars = AccessorData(
            AccessorFormat(scalar: type), count: sparse.count, bytes: bytes, stride: type.byteCount)
        return scalars.unsignedIntegers()?.map(Int.init)
    }

    /// Puts the replacements among `number` elements from `first` on, which `bytes` holds.
    func replace(in bytes: inout [UInt8], _ first: Int, _ number: Int, stride: Int) {
        var cursor = indices.partitioningIndex { $0 >= first }
        while cursor < indices.count, indices[cursor] < first + number {
            let target = (indices[cursor] - first) * stride
            let source = cursor * size
            bytes.replaceSubrange(target..<target + size, with: values[source..<source + size])
            cursor += 1
        }
    }
}

extension [Int] {
    /// The first index at which a condition holds that holds for all later ones too.
    fileprivate func partitioningIndex(where belongs: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
