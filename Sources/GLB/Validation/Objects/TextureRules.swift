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
        guard let uri = image["uri"]?.string, DataURI.isDataURI(uri), !hasStatedFormat(uri, image.validation) else {
            return
        }
        image.report(.invalidURI, "uri", "the data has another format than the data URI states")
    }

    /// Whether the data of a well-formed data URI has the format that the URI states, and that images can have.
    static func hasStatedFormat(_ uri: String, _ validation: Validation) -> Bool {
        guard let data = DataURI(uri, limit: 12), let format = ImageFormat(head: data.bytes) else { return false }
        return format.mimeType == data.mediaType && format.isRecognised(by: validation)
    }
}

extension ImageFormat {
    /// Whether images of the format may be in this asset: PNG, JPEG, and what declared extensions allow.
    func isEnabled(in validation: Validation) -> Bool {
        self == .png || self == .jpeg
            || KnownExtension.imageFormats.contains {
                $0.mimeType == mimeType && validation.extensionsUsed.contains($0.extension)
            }
    }

    /// Whether the format is told apart from unknown ones: WebP is even where it is not enabled.
    func isRecognised(by validation: Validation) -> Bool { self == .webp || isEnabled(in: validation) }
}
