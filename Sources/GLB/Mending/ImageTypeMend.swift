extension MendRule {
    /// States the format that an image's bytes have, and the extension that the format needs.
    static let imageTypes = MendRule(
        .imageMIMETypeInvalid, .imageNonEnabledMIMEType, .textureInvalidImageMIMEType
    ) { draft in
        for index in draft.document.images.indices {
            guard let head = try? draft.file.data(ofImage: index).prefix(12), let format = ImageFormat(head: head)
            else {
                continue
            }
            draft.state(format, ofImage: index)
            draft.enable(format, ofImage: index)
        }
    }
}

extension Draft {
    fileprivate mutating func state(_ format: ImageFormat, ofImage index: Int) {
        let image = document.images[index]
        guard image.mimeType != format.mimeType, image.mimeType != nil || image.bufferView != nil else { return }
        change(.images, index) { $0["mimeType"] = JSONTree(format.mimeType) }
        record(.imageMIMETypeInvalid, pointer(to: image), "stated '\(format.mimeType)', which the data is")
    }

    /// Moves the textures of an image in another format than PNG and JPEG into the extension for that format.
    fileprivate mutating func enable(_ format: ImageFormat, ofImage index: Int) {
        guard let name = KnownExtension.imageFormats.first(where: { $0.mimeType == format.mimeType })?.extension else {
            return
        }
        var isUsed = false
        for (number, texture) in document.textures.enumerated() where texture.source == index {
            isUsed = true
            change(.textures, number) { texture in
                texture["source"] = nil
                if texture["extensions"] == nil { texture["extensions"] = .object([]) }
                texture.withMember("extensions") { $0[name] = .text(#"{"source":\#(index)}"#) }
            }
            record(
                .textureInvalidImageMIMEType, pointer(to: texture),
                "named the image in '\(name)', which allows its format")
        }
        for list in isUsed ? ["extensionsUsed", "extensionsRequired"] : [] {
            let names = (list == "extensionsUsed" ? document.extensionsUsed : document.extensionsRequired)
            guard !names.contains(name) else { continue }
            json[list] = JSONTree(names + [name])
            record(.imageNonEnabledMIMEType, "/\(list)", "listed '\(name)'")
        }
    }
}
