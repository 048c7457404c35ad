/// What the elements of accessors are used for, and where in the first buffer they lie: a change for one use must not
/// change what something else reads.
struct ElementUses {
    /// Bytes of the first buffer that something reads.
    private struct Extent {
        let range: Range<Int>
        let stride: Int
        let size: Int
        /// The accessor whose elements these are; nil for an image, a compressed stream and the like.
        let accessor: Int?
    }

    private var uses: [Set<String>]
    /// In the order of where they begin.
    private let extents: [Extent]
    /// The greatest end among the extents up to each.
    private let ends: [Int]
    private let places: [Int: Int]

    /// How many extents are compared with one accessor's; more than real files have.
    private static let limit = 4096

    init(_ document: Document) {
        uses = Self.uses(document)
        extents = Self.extents(document).sorted { $0.range.lowerBound < $1.range.lowerBound }
        var end = 0
        ends = extents.map { extent in
            end = max(end, extent.range.upperBound)
            return end
        }
        var places: [Int: Int] = [:]
        for (place, extent) in extents.enumerated() {
            if let accessor = extent.accessor { places[accessor] = place }
        }
        self.places = places
    }

    /// Whether an accessor is used for one thing only, and nothing else reads its bytes.
    ///
    /// - Parameter sharesWithTwins: whether other accessors may read the same elements for the same use.
    func isOnly(_ accessor: Int, _ use: String, sharesWithTwins: Bool = false) -> Bool {
        guard uses[accessor] == [use], let place = places[accessor] else { return false }
        let mine = extents[place]
        var (low, high) = (0, place)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] > mine.range.lowerBound { high = middle } else { low = middle + 1 }
        }
        for (count, other) in extents[low...].enumerated() {
            if other.range.lowerBound >= mine.range.upperBound { return true }
            guard count < Self.limit else { return false }
            guard other.accessor != accessor, other.range.overlaps(mine.range) else { continue }
            guard let number = other.accessor, other.stride == mine.stride else { return false }
            let shift = other.range.lowerBound - mine.range.lowerBound
            let offset = (shift % mine.stride + mine.stride) % mine.stride
            // Interleaved elements take turns.
            if offset >= mine.size, offset + other.size <= mine.stride { continue }
            guard sharesWithTwins, offset == 0, other.size == mine.size, uses[number] == [use] else { return false }
        }
        return true
    }

    private static func uses(_ document: Document) -> [Set<String>] {
        var uses = [Set<String>](repeating: [], count: document.accessors.count)
        for primitive in document.meshes.lazy.flatMap(\.primitives) {
            for attribute in primitive.attributes { uses[attribute.accessor].insert(attribute.name) }
            for attribute in primitive.targets.joined() { uses[attribute.accessor].insert("target") }
            if let indices = primitive.indices { uses[indices].insert("indices") }
        }
        for animation in document.animations {
            for sampler in animation.samplers {
                if let input = sampler.input { uses[input].insert("input") }
            }
            for channel in animation.channels {
                guard let sampler = channel.sampler.map({ animation.samplers[$0] }), let output = sampler.output else {
                    continue
                }
                uses[output].insert(use(of: channel.path, sampler.interpolation))
            }
        }
        for matrices in document.skins.lazy.compactMap(\.inverseBindMatrices) { uses[matrices].insert("skin") }
        for attribute in document.nodes.lazy.compactMap(\.instancing).flatMap(\.attributes) {
            uses[attribute.accessor].insert("instance")
        }
        return uses
    }

    /// What an animation's keyframes are used for.
    static func use(of path: Document.Path?, _ interpolation: Document.Interpolation) -> String {
        "\(path?.rawValue ?? "?") \(interpolation == .cubicSpline)"
    }

    private static func extents(_ document: Document) -> [Extent] {
        var extents: [Extent] = []
        var isElements = [Bool](repeating: false, count: document.bufferViews.count)
        for (index, accessor) in document.accessors.enumerated() {
            guard let number = accessor.bufferView else { continue }
            let view = document.bufferViews[number]
            guard let format = AccessorFormat(accessor), accessor.count > 0, view.buffer == 0 else { continue }
            isElements[number] = true
            let stride = view.byteStride ?? format.byteCount
            let start = view.byteOffset.saturatingSum(accessor.byteOffset)
            let length = stride.saturatingProduct(accessor.count - 1).saturatingSum(format.byteCount)
            extents.append(
                Extent(
                    range: start..<start.saturatingSum(length), stride: stride, size: format.byteCount, accessor: index)
            )
        }
        // Of what is no accessor's, all bytes count, whoever may read them.
        for view in document.images.lazy.compactMap(\.bufferView) { isElements[view] = false }
        for view in document.meshes.lazy.flatMap(\.primitives).compactMap(\.draco?.bufferView) {
            isElements[view] = false
        }
        for sparse in document.accessors.lazy.compactMap(\.sparse) {
            for view in [sparse.indicesBufferView, sparse.valuesBufferView] { view.map { isElements[$0] = false } }
        }
        func addAll(_ buffer: Int?, _ offset: Int, _ length: Int) {
            guard buffer == 0, length > 0 else { return }
            extents.append(Extent(range: offset..<offset.saturatingSum(length), stride: 1, size: 1, accessor: nil))
        }
        for (index, view) in document.bufferViews.enumerated() {
            if !isElements[index] { addAll(view.buffer, view.byteOffset, view.byteLength) }
            if let meshopt = view.meshopt { addAll(meshopt.buffer, meshopt.byteOffset, meshopt.byteLength) }
        }
        return extents
    }
}
