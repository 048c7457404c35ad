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

    /// Checks all resources, and says what was found of them.
    func check() -> [ValidatedResource] {
        let buffers = document.buffers.enumerated().map { check($1, $0) }
        let images = document.images.map { check($0) }
        for texture in document.textures { check(texture, images) }
        return buffers + images
    }

    // MARK: - Buffers

    /// BUFFER_MISSING_GLB_DATA, BUFFER_BYTE_LENGTH_MISMATCH, IO_ERROR, BUFFER_GLB_CHUNK_TOO_BIG
    private func check(_ buffer: Document.Buffer, _ index: Int) -> ValidatedResource {
        var resource = ValidatedResource(pointer: validation.pointer(to: buffer.place))
        resource.mimeType = "application/gltf-buffer"
        guard buffer.byteLength > 0 else { return resource }
        if let uri = buffer.uri {
            guard isWellFormed(uri) else { return resource }
            (resource.storage, resource.uri) = DataURI.isDataURI(uri) ? (.dataURI, nil) : (.external, uri)
        } else if file.container.kind == .glb, index == 0 {
            resource.storage = .glb
        }
        var findings = Findings(limit: 1)
        resource.byteCount = file.resources.buffer(buffer, index: index, document, &findings)?.count
        for finding in findings.kept {
            guard case .pointer(let pointer) = finding.location else { continue }
            if finding.code == .invalidURI, resource.storage == .dataURI {
                // That the text of a data URI is no base64 has been reported.
                resource.storage = nil
            } else {
                validation.report(finding.code, at: pointer, finding.message)
            }
        }
        guard buffer.uri == nil, index == 0, let chunk = file.container.binary else { return resource }
        resource.byteCount = chunk.count
        // Up to three bytes pad the chunk.
        let extra = chunk.count - buffer.byteLength
        if extra > 3 {
            links.report(.bufferGLBChunkTooBig, buffer, nil, "the BIN chunk has \(extra) bytes more than the buffer")
        }
        return resource
    }

    /// Whether a buffer's URI leads to its bytes; what is wrong with others has been reported.
    private func isWellFormed(_ uri: String) -> Bool {
        guard DataURI.isDataURI(uri) else { return URIRules.Reference(uri) != nil }
        return DataURI(uri, limit: 0).map { BufferRules.mediaTypes.contains($0.mediaType) } ?? false
    }

    // MARK: - Images

    /// IO_ERROR
    private func check(_ image: Document.Image) -> ValidatedResource {
        var resource = ValidatedResource(pointer: validation.pointer(to: image.place))
        do throws(GLBError) {
            if let view = image.bufferView {
                resource.storage = .bufferView
                // A buffer that is not there has been reported.
                if let source = try? file.data(ofBufferView: view) { check(image, source, &resource) }
            } else if let uri = image.uri {
                if DataURI.isDataURI(uri) {
                    guard ImageRules.hasStatedFormat(uri, validation) else { return resource }
                    resource.storage = .dataURI
                } else {
                    guard URIRules.Reference(uri) != nil else { return resource }
                    (resource.storage, resource.uri) = (.external, uri)
                }
                check(image, try file.resources.open(uri), &resource)
            }
        } catch {
            links.report(.inputOutputError, image, "uri", error.description)
        }
        return resource
    }

    /// IMAGE_UNRECOGNIZED_FORMAT, IMAGE_UNEXPECTED_EOS, IMAGE_DATA_INVALID
    private func check(_ image: Document.Image, _ source: ByteSource, _ resource: inout ValidatedResource) {
        do throws(ImageHeader.Failure) {
            let profile = try ImageProfile(reading: source)
            guard profile.header.format.isRecognised(by: validation) else { throw .unrecognized }
            resource.mimeType = profile.header.format.mimeType
            resource.image = profile
            check(image, profile)
        } catch {
            switch error {
            case .unrecognized: links.report(.imageUnrecognizedFormat, image, nil, "the image's format is not known")
            case .truncated: links.report(.imageUnexpectedEnd, image, nil, "the image ends inside its header")
            case .invalid(let reason): links.report(.imageDataInvalid, image, nil, reason)
            case .unreadable(let error): links.report(.inputOutputError, image, nil, error.description)
            }
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
        if !header.format.isEnabled(in: validation) {
            links.report(
                .imageNonEnabledMIMEType, image, nil,
                "'\(header.format.mimeType)' needs an extension that is not declared")
        }
        if header.width.nonzeroBitCount != 1 || header.height.nonzeroBitCount != 1 {
            links.report(.imageNonPowerOfTwo, image, nil, "the image has \(header.width) × \(header.height) pixels")
        }
        if profile.hasUnsupportedFeatures {
            links.report(
                .imageFeaturesUnsupported, image, nil, "the image has a colour profile, oblong pixels or an animation")
        }
    }

    // MARK: - Textures

    /// TEXTURE_INVALID_IMAGE_MIME_TYPE
    private func check(_ texture: Document.Texture, _ images: [ValidatedResource]) {
        let json = links.json(texture)
        check(json["source"], images, allowed: ["image/jpeg", "image/png"])
        for format in KnownExtension.imageFormats where validation.extensionsUsed.contains(format.extension) {
            check(json["extensions"]?[format.extension]?["source"], images, allowed: [format.mimeType])
        }
    }

    private func check(_ source: JSONValue?, _ images: [ValidatedResource], allowed: [String]) {
        guard let source, let index = source.integer, validation.contains(index, in: .images),
            let mimeType = document.images[index].mimeType ?? images[index].mimeType, !allowed.contains(mimeType)
        else { return }
        validation.report(
            .textureInvalidImageMIMEType, at: source.place,
            "image \(index) is \(mimeType) instead of \(allowed.joined(separator: " or "))")
    }
}
