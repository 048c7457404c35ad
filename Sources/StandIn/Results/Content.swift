/// A file of a task: what it holds, and so what it is made of.
enum Content: Hashable, Sendable {
    case model(Blueprint, ModelFormat)
    /// The skeleton of a model and its movement, as a GLB.
    case armature(Blueprint)
    /// The materials of an OBJ.
    case materials(Blueprint)
    case texture(Blueprint, Channel)
    case thumbnail(Blueprint, Picture.View, isTransparent: Bool)
    case picture(Picture)
    case motion(Motion)

    /// The pictures that a surface consists of, by the name they have in `texture_urls`.
    enum Channel: String, CaseIterable, Sendable {
        case baseColour = "base_color"
        case metallic, roughness

        /// The name of the picture's file.
        var fileName: String { self == .baseColour ? "texture_0.png" : "texture_0_\(rawValue).png" }
    }
}

extension TaskRecord {
    /// The files of the task when it has succeeded, by name.
    var files: [String: Content] {
        switch product {
        case .model(let files): modelFiles(files)
        case .rig(let blueprint): Self.rigFiles(blueprint)
        case .animation(let blueprint, let name): ["Animation_\(name)_withSkin.glb": .model(blueprint, .glb)]
        case .motion(let motion): ["motion.bvh": .motion(motion)]
        case .pictures(let pictures):
            Dictionary(
                uniqueKeysWithValues: pictures.enumerated().map { (Self.pictureName($0.offset), .picture($0.element)) })
        case .printability: [:]
        }
    }

    /// The name of an image task's picture.
    static func pictureName(_ index: Int) -> String { index == 0 ? "image.png" : "image_\(index).png" }

    /// The formats of a model that exist as files.
    func formats(of files: ModelFiles) -> [ModelFormat] {
        files.formats.filter { $0.isWritten && !missingFormats.contains($0) }
    }

    /// The character as it stands, walks and runs.
    private static func rigFiles(_ blueprint: Blueprint) -> [String: Content] {
        func moving(_ clip: String) -> Blueprint {
            var moving = blueprint
            moving.clips = [clip]
            return moving
        }
        var files: [String: Content] = ["Character_output.glb": .model(moving("rig"), .glb)]
        for (name, clip) in [("Walking", "walk"), ("Running", "run")] {
            files["Animation_\(name)_withSkin.glb"] = .model(moving(clip), .glb)
            files["Animation_\(name)_armature.glb"] = .armature(moving(clip))
        }
        return files
    }

    private func modelFiles(_ files: ModelFiles) -> [String: Content] {
        let blueprint = files.blueprint
        var contents: [String: Content] = [:]
        for format in formats(of: files) {
            contents["model.\(format.rawValue)"] = .model(blueprint, format)
            if format == .obj, blueprint.surface != nil { contents["model.mtl"] = .materials(blueprint) }
        }
        if let before = files.before { contents["pre_remeshed_model.glb"] = .model(before, .glb) }
        guard files.hasPictures else { return contents }
        if let surface = blueprint.surface {
            for channel in surface.hasMaps ? Content.Channel.allCases : [.baseColour] {
                contents[channel.fileName] = .texture(blueprint, channel)
            }
        }
        contents["preview.png"] = .thumbnail(blueprint, .front, isTransparent: false)
        if files.hasTransparentThumbnail {
            contents["alpha_preview.png"] = .thumbnail(blueprint, .front, isTransparent: true)
        }
        if files.hasViews {
            for view in Picture.View.allCases {
                contents["\(view.rawValue).png"] = .thumbnail(blueprint, view, isTransparent: false)
            }
        }
        return contents
    }
}
