extension MendRule {
    /// Brings into the file what is beside it or written as text, so that the file stands for itself.
    static let resources = MendRule(.uriInGLB, .dataURIInGLB) { (draft: inout Draft) throws(GLBError) in
        try draft.packBuffers()
        var views: [String: PackedImage] = [:]
        for index in draft.document.images.indices { try draft.packImage(index, &views) }
    }
}

/// An image that was put into the binary chunk.
private struct PackedImage {
    let view: Int
    let format: ImageFormat
    let byteCount: Int
}

extension Draft {
    /// Puts the bytes of all buffers one after another into the first.
    fileprivate mutating func packBuffers() throws(GLBError) {
        let buffers = document.buffers
        guard let first = buffers.first, buffers.contains(where: { $0.uri != nil }) || original.container.kind == .gltf
        else {
            return
        }
        guard first.uri != nil || binary.count >= first.byteLength else {
            throw original.unavailable(first, "the buffer has no data, so there is no GLB to make")
        }
        // Without bytes, or with more to say than how many, a buffer stays as it is.
        var starts = [Int?](repeating: nil, count: buffers.count)
        for (index, buffer) in buffers.enumerated() {
            guard let uri = buffer.uri else {
                if index == 0 { starts[0] = 0 }
                continue
            }
            guard
                index == 0
                    || document.json[buffer.place].members.allSatisfy({ ["uri", "byteLength"].contains($0.name) })
            else {
                guard DataURI.isDataURI(uri) else {
                    throw original.unavailable(buffer, "the buffer cannot be joined with the first one")
                }
                continue
            }
            guard let source = file.data(ofBuffer: index), source.count >= buffer.byteLength else {
                throw original.unavailable(buffer, "the buffer's data cannot be read")
            }
            try admit(source, buffer)
            starts[index] = append(try source.read(0..<source.count))
            record(.uriInGLB, pointer(to: buffer), "put the buffer's \(source.count) bytes into the binary chunk")
        }
        var renumbered = [Int?](repeating: nil, count: buffers.count)
        var kept = 1
        for index in buffers.indices {
            renumbered[index] = starts[index] == nil ? kept : 0
            if starts[index] == nil { kept += 1 }
        }
        json.withMember("buffers") { list in
            list.withElement(0) { $0["uri"] = nil }
            list.update { (elements: inout [JSONTree]) in
                elements = elements.enumerated().filter { $0.offset == 0 || starts[$0.offset] == nil }.map(\.element)
            }
        }
        for index in document.bufferViews.indices {
            change(.bufferViews, index) { view in
                Self.move(&view, starts, renumbered)
                view.withMember("extensions") { extensions in
                    for name in ["EXT_meshopt_compression", "KHR_meshopt_compression"] {
                        extensions.withMember(name) { Self.move(&$0, starts, renumbered) }
                    }
                }
            }
        }
    }

    /// Lets an object with a buffer and an offset name the joined buffer.
    private static func move(_ view: inout JSONTree, _ starts: [Int?], _ renumbered: [Int?]) {
        guard let buffer = view["buffer"]?.integer, starts.indices.contains(buffer), let number = renumbered[buffer]
        else {
            return
        }
        if number != buffer { view["buffer"] = JSONTree(number) }
        guard let start = starts[buffer], start > 0 else { return }
        view["byteOffset"] = JSONTree(start.saturatingSum(view["byteOffset"]?.integer ?? 0))
    }

    /// How many bytes are brought into a file at most.
    private static let packedLimit = 1 << 30

    /// Puts an image into the binary chunk; `views` remembers the images of each URI, which are read once.
    fileprivate mutating func packImage(_ index: Int, _ views: inout [String: PackedImage]) throws(GLBError) {
        let image = document.images[index]
        guard let uri = image.uri, image.bufferView == nil else { return }
        if views[uri] == nil { views[uri] = try pack(uri, image) }
        guard let packed = views[uri] else { return }
        change(.images, index) { image in
            image["uri"] = nil
            image["bufferView"] = JSONTree(packed.view)
            image["mimeType"] = JSONTree(packed.format.mimeType)
        }
        record(
            DataURI.isDataURI(uri) ? .dataURIInGLB : .uriInGLB, pointer(to: image),
            "put the image's \(packed.byteCount) bytes into the binary chunk")
    }

    /// Puts the bytes behind an image's URI into the binary chunk; nil if they are no image, and can stay where they are.
    private mutating func pack(_ uri: String, _ image: Document.Image) throws(GLBError) -> PackedImage? {
        let source = try original.resources.open(uri)
        try admit(source, image)
        let bytes = try source.read(0..<source.count)
        guard let format = ImageFormat(head: bytes) else {
            guard DataURI.isDataURI(uri) else {
                throw original.unavailable(image, "the image's format is not known, so it cannot be put into the file")
            }
            return nil
        }
        return PackedImage(view: addBufferView(append(bytes), bytes.count), format: format, byteCount: bytes.count)
    }

    private func admit(_ source: ByteSource, _ object: some DocumentObject) throws(GLBError) {
        guard source.count <= Self.packedLimit - min(binary.count, Self.packedLimit) else {
            throw original.unavailable(object, "the files together are too large for one")
        }
    }

    /// Puts bytes behind the first buffer's, at a multiple of eight.
    ///
    /// - Returns: where they begin.
    mutating func append(_ bytes: [UInt8]) -> Int {
        binary.append(contentsOf: repeatElement(0, count: (8 - binary.count % 8) % 8))
        let start = binary.count
        binary.append(contentsOf: bytes)
        return start
    }

    /// Adds a buffer view of the first buffer, which is made if there is none; its index.
    mutating func addBufferView(_ start: Int, _ length: Int) -> Int {
        let numbers = [("buffer", 0), ("byteOffset", start), ("byteLength", length)]
        let added = JSONTree.object(numbers.map { JSONTree.Member(name: $0.0, value: JSONTree($0.1)) })
        if json["buffers"] == nil { json["buffers"] = .array([.object([])]) }
        guard let count = json["bufferViews"]?.count else {
            json["bufferViews"] = .array([added])
            return 0
        }
        json.withMember("bufferViews") { $0.update { (views: inout [JSONTree]) in views.append(added) } }
        return count
    }
}
