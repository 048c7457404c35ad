/// A file that a task made and that can be downloaded while its link is good.
package struct TaskFile: Hashable, Sendable {
    /// What a file is to its task.
    package enum Role: Hashable, Sendable {
        /// The model itself.
        case model
        /// The dense mesh from before remeshing.
        case preRemeshedModel
        /// One channel of a texture, such as `base_color`; textures are counted from 0.
        case texture(Int, channel: String)
        /// The small picture of the model.
        case thumbnail
        /// The small picture from one side: `front`, `right`, `back`, `left`.
        case view(String)
        /// The small picture with a transparent background.
        case alphaThumbnail
        /// A picture that was asked for; counted from 0.
        case image(Int)
        /// A moving picture.
        case video
        /// The model with its skeleton.
        case riggedModel
        /// A clip on the model, such as `walking`.
        case clip(String)
        /// A clip with its skeleton alone.
        case armatureClip(String)
        /// A clip without any figure.
        case motion
        /// Something that came after this program was made, by the service's name for it.
        case other(String)
    }

    /// What it is.
    package let role: Role
    /// The format by its usual extension in lower case.
    package let format: String
    /// Where it lies; the query holds a signature that expires.
    package let url: String
    /// The name that the service itself gives such a file, safe to use: letters, digits, `_` and `.` only.
    package let name: String
    /// The place of the link in the task's JSON, as `model_urls.glb`: the same after the task was read again.
    package let key: String
}

extension MeshyTask {
    /// Every file that the task offers, models first.
    package var files: [TaskFile] {
        var links = FileLinks()
        for (format, link) in json["model_urls"]?.members.sortedByName ?? [] { links.addModel(format, link) }
        links.addResult(json["result"]?.members ?? [:], motionFormat: json["result"]?["motion_format"]?.text)
        links.addTextures(json["texture_urls"])
        links.add(json["thumbnail_url"], .thumbnail, "preview", format: "png", key: "thumbnail_url")
        for (side, link) in json["thumbnail_urls"]?.members.sortedByName ?? [] {
            links.add(link, .view(side), "preview_\(side)", format: "png", key: "thumbnail_urls.\(side)")
        }
        links.add(
            json["alpha_thumbnail_url"], .alphaThumbnail, "preview_alpha", format: "png", key: "alpha_thumbnail_url")
        if kind != .multiImageTo3D { links.addImages(json["image_urls"]) }
        links.add(json["video_url"], .video, "video", format: "mp4", key: "video_url")
        links.addUnknown(json.members)
        return links.files
    }
}

/// Gathers the links of a task.
private struct FileLinks {
    private(set) var files: [TaskFile] = []

    mutating func addModel(_ format: String, _ link: JSON) {
        if format == "pre_remeshed_glb" {
            add(link, .preRemeshedModel, "pre_remeshed_model", format: "glb", key: "model_urls.\(format)")
        } else if format.contains("_") {
            // A newer kind of file whose format only its URL can tell, such as `lamp_stl`.
            add(link, .other(format), format, format: nil, key: "model_urls.\(format)")
        } else {
            add(link, .model, "model", format: format, key: "model_urls.\(format)", isFormatSure: true)
        }
    }

    /// The results of rigging, animation and motion tasks: links by names of their own, in up to two levels.
    mutating func addResult(_ members: [String: JSON], motionFormat: String?, path: String = "result") {
        for (key, value) in members.sortedByName {
            if case .object(let inner) = value, path == "result" {
                addResult(inner, motionFormat: nil, path: "\(path).\(key)")
            } else if key.hasSuffix("_url") {
                let (role, name, format) = Self.resultFile(String(key.dropLast("_url".count)))
                add(value, role, name, format: format ?? motionFormat?.lowercased(), key: "\(path).\(key)")
            }
        }
    }

    private static func resultFile(_ key: String) -> (TaskFile.Role, String, String?) {
        var words = key.split(separator: "_").map(String.init)
        let format = words.last.flatMap { ["glb", "fbx", "usdz", "bvh", "stl"].contains($0) ? $0 : nil }
        if format != nil { words.removeLast() }
        switch words {
        case ["rigged", "character"]: return (.riggedModel, "Character_output", format)
        case ["motion"]: return (.motion, "motion", format)
        case ["animation"]: return (.clip("animation"), "Animation_withSkin", format)
        case ["processed"]: return (.clip("processed"), "processed", format)
        case ["processed", "armature"]: return (.armatureClip("processed"), "processed_armature", format)
        case ["processed", "animation", "fps"]: return (.clip("processed_fps"), "processed_fps", format)
        default: break
        }
        guard let clip = words.first else { return (.other(key), key, format) }
        if words.count == 2, words[1] == "armature" {
            return (.armatureClip(clip), "Animation_\(clip.capitalizedFirst)_armature", format)
        }
        if words.count == 1, format != nil {
            return (.clip(clip), "Animation_\(clip.capitalizedFirst)_withSkin", format)
        }
        return (.other(key), key, format)
    }

    /// An array of objects, or the single object that live answers have also had.
    mutating func addTextures(_ json: JSON?) {
        let isSingle = json?.members.isEmpty == false
        let textures = isSingle ? json.map { [$0] } ?? [] : json?.elements ?? []
        for (index, texture) in textures.enumerated() {
            for (channel, link) in texture.members.sortedByName {
                let name = channel == "base_color" ? "texture_\(index)" : "texture_\(index)_\(channel)"
                add(
                    link, .texture(index, channel: channel), name, format: "png",
                    key: isSingle ? "texture_urls.\(channel)" : "texture_urls[\(index)].\(channel)")
            }
        }
    }

    mutating func addImages(_ json: JSON?) {
        for (index, link) in (json?.elements ?? []).enumerated() {
            add(
                link, .image(index), index == 0 ? "image" : "image_\(index)", format: "png", key: "image_urls[\(index)]"
            )
        }
    }

    /// Links that came after this program was made; what the request handed in is no result.
    mutating func addUnknown(_ members: [String: JSON]) {
        for (key, value) in members.sortedByName where !Self.known.contains(key) {
            if key.hasSuffix("_url") {
                let name = String(key.dropLast("_url".count))
                add(value, .other(name), name, format: nil, key: key)
            } else if key.hasSuffix("_urls") {
                let name = String(key.dropLast("_urls".count))
                for (index, link) in value.elements.enumerated() {
                    add(link, .other(name), "\(name)_\(index)", format: nil, key: "\(key)[\(index)]")
                }
                for (member, link) in value.members.sortedByName {
                    add(link, .other("\(name)_\(member)"), "\(name)_\(member)", format: nil, key: "\(key).\(member)")
                }
            }
        }
    }

    private static let known: Set<String> = [
        "model_urls", "texture_urls", "thumbnail_url", "thumbnail_urls", "alpha_thumbnail_url", "image_urls",
        "video_url",
        "image_url", "model_url", "texture_image_url", "texture_image_urls", "image_style_url", "multiview_image_urls",
        "reference_image_urls", "doc_url",
    ]

    /// Adds a link unless it is empty.
    ///
    /// - Parameters:
    ///   - format: what such a file usually is; the URL's own extension wins unless `isFormatSure`.
    mutating func add(
        _ link: JSON?, _ role: TaskFile.Role, _ name: String, format: String?, key: String, isFormatSure: Bool = false
    ) {
        guard let url = link?.text, let address = WebAddress(url) else { return }
        let stated = address.pathExtension.flatMap { $0.utf8.count <= 8 ? $0.safeName : nil }
        let format = (isFormatSure ? format : stated ?? format)?.safeName ?? "bin"
        files.append(
            TaskFile(role: role, format: format, url: url, name: "\(name.safeName ?? "file").\(format)", key: key))
    }
}

extension [String: JSON] {
    fileprivate var sortedByName: [(key: String, value: JSON)] { sorted { $0.key < $1.key } }
}

extension String {
    /// The letters, digits and `_` of the text, at most sixty; nil if nothing is left.
    fileprivate var safeName: String? {
        let kept = unicodeScalars.filter {
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9") ~= $0 || $0 == "_")
        }
        return kept.isEmpty ? nil : String(String.UnicodeScalarView(kept.prefix(60)))
    }

    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
