extension MendRule {
    /// States the format that an image's bytes have, and the extension that the format needs.
    static let imageTypes = MendRule(
        .imageMIMETypeInvalid, .imageNonEnabledMIMEType, .textureInvalidImageMIMEType
    ) { draft in
        var names: [String] = []
        let textures = Dictionary(
            grouping: draft.document.textures.enumerated().filter { $0.element.source != nil }.map(\.offset)
        ) { draft.document.textures[$0].source }
        for index in draft.document.images.indices {
            guard let head = try? draft.file.data(ofImage: index).prefix(12), let format = ImageFormat(head: head)
            else {
                continue
            }
            draft.state(format, ofImage: index)
            if let name = draft.enable(format, ofImage: index, textures[index] ?? []), !names.contains(name) {
                names.append(name)
            }
        }
        draft.list(names)
    }
}

extension Draft {
    fileprivate mutating func state(_ format: ImageFormat, ofImage index: Int) {
        let image = document.images[index]
        guard image.mimeType != format.mimeType, image.mimeType != nil || image.bufferView != nil else { return }
        change(.images, index) { $0["mimeType"] = JSONTree(format.mimeType) }
        record(.imageMIMETypeInvalid, pointer(to: image), "stated '\(format.mimeType)', which the data is")
    }

    /// Moves the textures of an image in another format than PNG and JPEG into the extension for that format; its name,
    /// if there were some. A texture that names another image there stays as it is.
    fileprivate mutating func enable(_ format: ImageFormat, ofImage index: Int, _ textures: [Int]) -> String? {
        guard let name = KnownExtension.imageFormats.first(where: { $0.mimeType == format.mimeType })?.extension else {
            return nil
        }
        var isUsed = false
        for number in textures {
            let texture = document.textures[number]
            guard document.json[texture.place]["extensions"]?[name] == nil else { continue }
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
        return isUsed ? name : nil
    }

    /// Lists extensions that are used and needed now.
    fileprivate mutating func list(_ names: [String]) {
        for (list, listed) in [
            ("extensionsUsed", document.extensionsUsed), ("extensionsRequired", document.extensionsRequired),
        ] {
            let added = names.filter { !listed.contains($0) }
            guard !added.isEmpty else { continue }
            json[list] = JSONTree(listed + added)
            for name in added { record(.imageNonEnabledMIMEType, "/\(list)", "listed '\(name)'") }
        }
    }
}
