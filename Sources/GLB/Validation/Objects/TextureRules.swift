extension Schema {
    /// An image with a way to sample it.
    static let texture = Schema(
        of: .texture, hasName: true,
        [
            .optional("sampler", .index(.samplers)),
            .optional("source", .index(.images)),
        ])

    /// How a texture is filtered and repeated.
    static let sampler = Schema(
        of: .sampler, hasName: true,
        [
            .optional("magFilter", .integerIn([9728, 9729])),
            .optional("minFilter", .integerIn(Document.Filter.allCases.map(\.rawValue))),
            .optional("wrapS", .integerIn(Document.Wrap.allCases.map(\.rawValue))),
            .optional("wrapT", .integerIn(Document.Wrap.allCases.map(\.rawValue))),
        ])

    /// A picture.
    static let image = Schema(
        of: .image, hasName: true,
        [
            .optional("uri", .uri),
            .optional(
                "mimeType",
                .stringIn(
                    ["image/jpeg", "image/png"],
                    extended: KnownExtension.imageFormats.map { ($0.extension, $0.mimeType) })),
            .optional("bufferView", .index(.bufferViews), needs: "mimeType"),
        ],
        checks: [ImageRules.source, ImageRules.dataURI, URIRules.uriInGLB])

    /// A use of a texture.
    static let textureInfo = Schema(of: .textureInfo, textureInfoMembers)
    static let normalTextureInfo = Schema(
        of: .textureInfo, textureInfoMembers + [.optional("scale", .number(.any))])
    static let occlusionTextureInfo = Schema(
        of: .textureInfo, textureInfoMembers + [.optional("strength", .number(.fraction))])

    private static let textureInfoMembers: [Member] = [
        .required("index", .index(.textures)),
        .optional("texCoord", .integer(atLeast: 0)),
    ]
}

/// Rules of images (specification, section 3.8.3).
enum ImageRules {
    /// ONE_OF_MISMATCH
    static let source: Schema.Check = { image in
        let members = image.validation.json[image.place]
        guard (members["uri"] == nil) == (members["bufferView"] == nil) else { return }
        image.report(.oneOfMismatch, nil, "an image has either a URI or a buffer view")
    }

    /// INVALID_URI: a data URI states the format that its data has.
    static let dataURI: Schema.Check = { image in
        guard let uri = image["uri"]?.string, DataURI.isDataURI(uri), !hasStatedFormat(uri) else { return }
        image.report(.invalidURI, "uri", "the data has another format than the data URI states")
    }

    /// Whether the data of a well-formed data URI has the format that the URI states.
    static func hasStatedFormat(_ uri: String) -> Bool {
        DataURI(uri, limit: 12).map { ImageFormat(head: $0.bytes)?.mimeType == $0.mediaType } ?? false
    }
}
