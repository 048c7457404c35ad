/// Where an asset's bytes go. Bytes that serve several purposes are counted once.
public struct ByteShares: Equatable, Sendable {
    /// Vertices, indices, morph targets and instances.
    public internal(set) var geometry = 0
    /// Images.
    public internal(set) var textures = 0
    /// Keyframes and inverse bind matrices.
    public internal(set) var animation = 0
    /// The document, without what data URIs hold.
    public internal(set) var json = 0
    /// Everything else: headers, padding, bytes that nothing refers to, and what base64 adds.
    public internal(set) var other = 0

    /// All bytes: those of the file, and those of the neighbouring files that it names.
    public var total: Int { geometry + textures + animation + json + other }
}

extension ByteShares {
    private enum Purpose: Int, CaseIterable { case geometry, textures, animation }

    /// Adds up the parts of a file.
    ///
    /// - Parameter images: how many bytes each image has that is not in a buffer view.
    init(of file: AssetFile, images: [Int?]) {
        let document = file.document
        var parts = BufferParts(document)
        for mesh in document.meshes {
            for primitive in mesh.primitives {
                parts.mark(primitive.attributes.map(\.accessor), .geometry)
                parts.mark(primitive.targets.joined().map(\.accessor), .geometry)
                if let indices = primitive.indices { parts.mark([indices], .geometry) }
                if let view = primitive.draco?.bufferView { parts.markView(view, .geometry) }
            }
        }
        for node in document.nodes {
            if let instancing = node.instancing { parts.mark(instancing.attributes.map(\.accessor), .geometry) }
        }
        for skin in document.skins {
            if let matrices = skin.inverseBindMatrices { parts.mark([matrices], .animation) }
        }
        for sampler in document.animations.lazy.flatMap(\.samplers) {
            parts.mark([sampler.input, sampler.output].compactMap { $0 }, .animation)
        }
        for image in document.images {
            if let view = image.bufferView { parts.markView(view, .textures) }
        }
        let sums = parts.sums { file.data(ofBuffer: $0)?.count ?? 0 }
        geometry = sums[Purpose.geometry.rawValue]
        animation = sums[Purpose.animation.rawValue]
        textures = sums[Purpose.textures.rawValue] + images.reduce(0) { $0 + ($1 ?? 0) }

        let uris = document.buffers.map(\.uri) + document.images.map(\.uri)
        let inline = uris.lazy.compactMap { $0 }.filter(DataURI.isDataURI).reduce(0) { $0 + $1.utf8.count }
        json = max(0, file.container.json.count - inline)
        let neighbours = Set(
            zip(document.buffers.indices, document.buffers).compactMap { index, buffer in
                buffer.uri.flatMap {
                    DataURI.isDataURI($0) ? nil : Neighbour(uri: $0, size: file.data(ofBuffer: index)?.count)
                }
            }
                + zip(document.images, images).compactMap { image, size in
                    image.uri.flatMap { DataURI.isDataURI($0) ? nil : Neighbour(uri: $0, size: size) }
                })
        let all = file.container.byteCount + neighbours.reduce(0) { $0 + ($1.size ?? 0) }
        other = max(0, all - geometry - textures - animation - json)
    }

    private struct Neighbour: Hashable {
        let uri: String
        let size: Int?
    }

    /// The parts of buffers that have a purpose.
    private struct BufferParts {
        private let document: Document
        private var ranges: [[(range: Range<Int>, purpose: Purpose)]]
        private var isMarked: [Bool]

        init(_ document: Document) {
            self.document = document
            ranges = [[(range: Range<Int>, purpose: Purpose)]](repeating: [], count: document.buffers.count)
            isMarked = [Bool](repeating: false, count: document.accessors.count)
        }

        /// Marks the bytes of accessors, the first time that they are used.
        mutating func mark(_ accessors: some Sequence<Int>, _ purpose: Purpose) {
            for index in accessors where !isMarked[index] {
                isMarked[index] = true
                let accessor = document.accessors[index]
                if let sparse = accessor.sparse {
                    for view in [sparse.indicesBufferView, sparse.valuesBufferView] {
                        if let view { markView(view, purpose) }
                    }
                }
                guard let view = accessor.bufferView, let size = accessor.elementByteCount else { continue }
                let stride = document.bufferViews[view].byteStride ?? size
                guard document.bufferViews[view].meshopt == nil, accessor.count > 0 else {
                    markView(view, purpose)
                    continue
                }
                markView(
                    view, purpose, offset: accessor.byteOffset,
                    length: stride.saturatingProduct(accessor.count - 1).saturatingSum(size))
            }
        }

        /// Marks a buffer view's bytes or some of them; of a compressed one, the compressed bytes.
        mutating func markView(_ index: Int, _ purpose: Purpose, offset: Int = 0, length: Int = .max) {
            let view = document.bufferViews[index]
            if let meshopt = view.meshopt {
                add(meshopt.buffer, meshopt.byteOffset, meshopt.byteLength, purpose)
            } else {
                let start = min(offset, view.byteLength)
                add(
                    view.buffer, view.byteOffset.saturatingSum(start), min(length, view.byteLength - start), purpose)
            }
        }

        private mutating func add(_ buffer: Int?, _ start: Int, _ length: Int, _ purpose: Purpose) {
            guard let buffer, length > 0 else { return }
            ranges[buffer].append((start..<start.saturatingSum(length), purpose))
        }

        /// How many bytes each purpose has; a byte belongs to the part that begins first.
        func sums(_ byteCount: (Int) -> Int) -> [Int] {
            var sums = [Int](repeating: 0, count: Purpose.allCases.count)
            for (buffer, parts) in ranges.enumerated() {
                let end = byteCount(buffer)
                var covered = 0
                for part in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
                    let start = max(part.range.lowerBound, covered)
                    let stop = min(part.range.upperBound, end)
                    guard start < stop else { continue }
                    sums[part.purpose.rawValue] += stop - start
                    covered = stop
                }
            }
            return sums
        }
    }
}
