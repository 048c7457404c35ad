import Hummingbird

/// The answer to a download: the whole file or the part that is asked for, and what faults make of it.
struct Download: Sendable {
    private let bytes: [UInt8]
    private let tag: String
    private let type: String
    private let faults: [Fault]

    init(_ file: MadeFile, name: String, faults: [Fault]) {
        var bytes = file.bytes
        if faults.contains(.wrongMagic) { bytes.replaceSubrange(..<min(4, bytes.count), with: "oops".utf8) }
        if faults.contains(.corrupt) {
            // The head of the file, so that readers notice, and its middle.
            for start in [4, bytes.count / 2] {
                for index in start..<start + 16 where bytes.indices.contains(index) { bytes[index] = ~bytes[index] }
            }
        }
        self.bytes = bytes
        self.faults = faults
        tag = file.tag
        type = Self.types[String(name.split(separator: ".").last ?? "")] ?? "application/octet-stream"
    }

    private static let types = [
        "glb": "model/gltf-binary", "png": "image/png", "obj": "model/obj", "mtl": "model/mtl", "stl": "model/stl",
        "3mf": "model/3mf",
    ]

    func response(to request: Request) -> Response {
        var headers: HTTPFields = [.contentType: type, .eTag: tag, .acceptRanges: "bytes"]
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        let isSame = request.headers[.ifRange].map { $0 == tag } ?? true
        guard isSame, let text = request.headers[.range], let asked = ByteRange(text) else {
            return response(.ok, headers, bytes[...])
        }
        guard let range = asked.range(of: bytes.count) else {
            headers[.contentRange] = "bytes */\(bytes.count)"
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
        headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"
        return response(.partialContent, headers, bytes[range])
    }

    private func response(_ status: HTTPResponse.Status, _ headers: HTTPFields, _ content: ArraySlice<UInt8>)
        -> Response
    {
        var headers = headers
        var stated = content.count
        var sent = content
        for fault in faults {
            if case .wrongLength(let difference) = fault { stated = max(0, stated + difference) }
            if case .truncate = fault { sent = sent.prefix(sent.count / 2) }
        }
        guard stated != sent.count else {
            return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: sent)))
        }
        headers[.contentLength] = String(stated)
        let buffer = ByteBuffer(bytes: sent)
        return Response(
            status: status, headers: headers,
            body: ResponseBody { writer in
                try await writer.write(buffer)
                throw Incomplete()  // closes the connection: the next answer would not be where the client looks for it
            })
    }

    private struct Incomplete: Error {}
}

/// A `Range` header that asks for one range of bytes (RFC 9110, section 14.1.2).
struct ByteRange: Equatable {
    private let first: Int?
    private let last: Int?

    /// Reads the header; nil for more than one range or another unit, in which case the whole file is sent.
    init?(_ text: String) {
        let sides = text.split(separator: "=", maxSplits: 1)
        guard sides.count == 2, sides[0] == "bytes" else { return nil }
        let ends = sides[1].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        (first, last) = (Int(ends[0]), Int(ends[1]))
        guard ends[0].isEmpty ? last != nil : first != nil && (ends[1].isEmpty || last != nil) else { return nil }
        if let first, let last, last < first { return nil }
    }

    /// The bytes of a file of `count`; nil if there are none of those.
    func range(of count: Int) -> Range<Int>? {
        guard let first else {
            let length = min(last ?? 0, count)
            return length > 0 ? count - length..<count : nil
        }
        guard first < count else { return nil }
        return first..<min(last.map { $0 < count ? $0 + 1 : count } ?? count, count)
    }
}
