extension Schema {
    /// Raw bytes.
    static let buffer = Schema(
        of: .buffer, hasName: true,
        [
            .optional("uri", .uri),
            .required("byteLength", .integer(atLeast: 1)),
        ],
        checks: [BufferRules.mediaType, URIRules.uriInGLB])

    /// A part of a buffer.
    static let bufferView = Schema(
        of: .bufferView, hasName: true,
        [
            .required("buffer", .index(.buffers)),
            .optional("byteOffset", .integer(atLeast: 0)),
            .required("byteLength", .integer(atLeast: 1)),
            .optional("byteStride", .integer(4...252, multipleOf: 4)),
            .optional("target", .integerIn(Document.Target.allCases.map(\.rawValue))),
        ],
        checks: [BufferRules.strideLength, BufferRules.strideUse])
}

/// Rules of buffers and buffer views by themselves (specification, section 3.6.1).
enum BufferRules {
    /// The media types that a buffer's data URI may state.
    static let mediaTypes = ["application/octet-stream", "application/gltf-buffer"]

    /// BUFFER_DATA_URI_MIME_TYPE_INVALID
    static let mediaType: Schema.Check = { buffer in
        guard let uri = buffer["uri"]?.string, let data = DataURI(uri, limit: 0), !mediaTypes.contains(data.mediaType)
        else {
            return
        }
        buffer.report(
            .bufferDataURIMIMETypeInvalid, "uri",
            "the media type is '\(data.mediaType)' instead of '\(mediaTypes[0])' or '\(mediaTypes[1])'")
    }

    /// BUFFER_VIEW_TOO_BIG_BYTE_STRIDE
    static let strideLength: Schema.Check = { view in
        guard let stride = view["byteStride"]?.integer, let length = view["byteLength"]?.integer, stride > length else {
            return
        }
        view.report(
            .bufferViewTooBigByteStride, "byteStride", "a stride of \(stride) is longer than the \(length) bytes")
    }

    /// BUFFER_VIEW_INVALID_BYTE_STRIDE
    static let strideUse: Schema.Check = { view in
        guard view["byteStride"] != nil, view["target"]?.integer == Document.Target.elementArrayBuffer.rawValue else {
            return
        }
        view.report(.bufferViewInvalidByteStride, "byteStride", "only vertex attributes can have a stride, not indices")
    }
}
