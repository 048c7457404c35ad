/// Rules about the bytes of buffers and images, in the file and beside it.
struct ResourceRules {
    private let file: AssetFile
    private let links: DocumentLinks
    private var validation: Validation { links.validation }
    private var document: Document { links.document }

    init(_ file: AssetFile, _ links: DocumentLinks) {
        self.file = file
        self.links = links
    }

    /// Checks all resources; how many bytes the buffers have together.
    func check() -> Int {
        for (index, buffer) in document.buffers.enumerated() { check(buffer, index) }
        let formats = document.images.map { check($0) }
        for texture in document.textures { check(texture, formats) }
        return document.buffers.indices.reduce(0) { $0.saturatingSum(file.data(ofBuffer: $1)?.count ?? 0) }
    }

    // MARK: - Buffers

    /// BUFFER_MISSING_GLB_DATA, BUFFER_BYTE_LENGTH_MISMATCH, IO_ERROR, BUFFER_GLB_CHUNK_TOO_BIG
    private func check(_ buffer: Document.Buffer, _ index: Int) {
        var findings = Findings(limit: 1)
        _ = file.resources.buffer(buffer, index: index, document, &findings)
        for finding in findings.kept where finding.code != .invalidURI {
            guard case .pointer(let pointer) = finding.location else { continue }
            validation.report(finding.code, at: pointer, finding.message)
        }
        guard buffer.uri == nil, index == 0, let chunk = file.container.binary, buffer.byteLength > 0 else { return }
        // Up to three bytes pad the chunk.
        let extra = chunk.count - buffer.byteLength
        guard extra > 3 else { return }
        links.report(.bufferGLBChunkTooBig, buffer, nil, "the BIN chunk has \(extra) bytes more than the buffer")
    }

    // MARK: - Images

    /// IO_ERROR, IMAGE_UNRECOGNIZED_FORMAT, IMAGE_UNEXPECTED_EOS, IMAGE_DATA_INVALID: the format of an image's data;
    /// nil if it cannot be told.
    private func check(_ image: Document.Image) -> ImageFormat? {
        do throws(GLBError) {
            guard let source = try data(of: image) else { return nil }
            return check(image, source)
        } catch {
            if case .invalidURI = error { return nil }
            links.report(.inputOutputError, image, "uri", error.description)
            return nil
        }
    }

    private func check(_ image: Document.Image, _ source: ByteSource) -> ImageFormat? {
        do throws(ImageHeader.Failure) {
            let profile = try ImageProfile(reading: source)
            guard isEnabled(profile.header.format) || profile.header.format == .webp else { throw .unrecognized }
            check(image, profile)
            return profile.header.format
        } catch {
            switch error {
            case .unrecognized: links.report(.imageUnrecognizedFormat, image, nil, "the image's format is not known")
            case .truncated: links.report(.imageUnexpectedEnd, image, nil, "the image ends inside its header")
            case .invalid(let reason): links.report(.imageDataInvalid, image, nil, reason)
            case .unreadable(let error): links.report(.inputOutputError, image, nil, error.description)
            }
            return nil
        }
    }

    /// IMAGE_MIME_TYPE_INVALID, IMAGE_NON_ENABLED_MIME_TYPE, IMAGE_NPOT_DIMENSIONS, IMAGE_FEATURES_UNSUPPORTED
    private func check(_ image: Document.Image, _ profile: ImageProfile) {
        let header = profile.header
        if let stated = image.mimeType, stated != header.format.mimeType {
            links.report(
                .imageMIMETypeInvalid, image, image.bufferView == nil ? "uri" : "bufferView",
                "the document states '\(stated)', the data is \(header.format.mimeType)")
        }
        if !isEnabled(header.format) {
            links.report(
                .imageNonEnabledMIMEType, image, nil, "'\(header.format.mimeType)' needs an extension that is not declared")
        }
        if header.width.nonzeroBitCount != 1 || header.height.nonzeroBitCount != 1 {
            links.report(.imageNonPowerOfTwo, image, nil, "the image has \(header.width) × \(header.height) pixels")
        }
        if profile.hasUnsupportedFeatures {
            links.report(
                .imageFeaturesUnsupported, image, nil, "the image has a colour profile, oblong pixels or an animation")
        }
    }

    /// Whether images of a format may be in this asset.
    private func isEnabled(_ format: ImageFormat) -> Bool {
        format == .png || format == .jpeg
            || KnownExtension.imageFormats.contains {
                $0.mimeType == format.mimeType && validation.extensionsUsed.contains($0.extension)
            }
    }

    /// The bytes of an image; nil if they are within a buffer that is not there, which has been reported.
    private func data(of image: Document.Image) throws(GLBError) -> ByteSource? {
        if let view = image.bufferView { return try? file.data(ofBufferView: view) }
        return try image.uri.map { uri throws(GLBError) in try file.resources.open(uri) }
    }

    // MARK: - Textures

    /// TEXTURE_INVALID_IMAGE_MIME_TYPE
    private func check(_ texture: Document.Texture, _ formats: [ImageFormat?]) {
        let json = links.json(texture)
        check(json["source"], formats, allowed: ["image/jpeg", "image/png"])
        for format in KnownExtension.imageFormats where validation.extensionsUsed.contains(format.extension) {
            check(json["extensions"]?[format.extension]?["source"], formats, allowed: [format.mimeType])
        }
    }

    private func check(_ source: JSONValue?, _ formats: [ImageFormat?], allowed: [String]) {
        guard let source, let index = source.integer, validation.contains(index, in: .images),
            let mimeType = formats[index]?.mimeType ?? document.images[index].mimeType, !allowed.contains(mimeType)
        else { return }
        validation.report(
            .textureInvalidImageMIMEType, at: source.place,
            "image \(index) is \(mimeType) instead of \(allowed.joined(separator: " or "))")
    }
}
