import GLB

/// A task as the API shows it at some moment.
struct TaskObject {
    let task: TaskRecord
    let now: Milliseconds
    let links: Links
    /// What the analysis of the model found; counts only for tasks that analyse one.
    var printability: Printability?

    var standing: Standing { task.standing(at: now) }
    var hasSucceeded: Bool { task.hasSucceeded(at: now) }
    var isFinished: Bool { standing.phase == .finished }

    /// The three members that events carry while a task runs.
    var brief: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", task.id.description)
            writer.member("progress", standing.progress)
            writer.member("status", standing.status)
        }
        return writer.text
    }

    /// The address of one of the task's files; empty if there is no such file (yet).
    private func address(_ file: String) -> String {
        hasSucceeded && task.files[file] != nil ? links.address(of: file, task: task, at: now) : ""
    }
}

extension TaskObject: JSONWritable {
    func write(to writer: inout JSONWriter) {
        let standing = standing
        writer.object { writer in
            writer.member("id", task.id.description)
            writer.member("type", task.type)
            writer.member("status", standing.status)
            writer.member("progress", standing.progress)
            writer.member("preceding_tasks", standing.precedingTasks)
            writer.member("created_at", task.createdAt)
            writer.member("started_at", standing.phase == .queued ? 0 : task.startsAt)
            writer.member("finished_at", standing.phase == .finished ? task.endsAt : 0)
            // The previews are the one kind whose documented object has no such member.
            if task.type != "text-to-3d-preview" {
                writer.member("expires_at", standing.phase == .finished ? task.expiresAt : 0)
            }
            for (name, value) in task.echo.sorted(by: { $0.key < $1.key }) { writer.member(name, value) }
            writeResults(to: &writer)
            writeError(standing, to: &writer)
            writer.member("consumed_credits", standing.status == "FAILED" ? 0 : task.credits)
        }
    }

    private func writeError(_ standing: Standing, to writer: inout JSONWriter) {
        writer.key("task_error")
        guard standing.phase == .finished else { return writer.null() }
        if case .failure(let error) = task.ending {
            writer.value(error)
        } else {
            writer.object { $0.member("message", "") }
        }
    }

    private func writeResults(to writer: inout JSONWriter) {
        switch task.product {
        case .model(let files): writeModel(files, to: &writer)
        case .rig: writeResult(to: &writer, writeRig)
        case .animation(_, let name):
            writeResult(to: &writer) { writer in
                writer.member("animation_glb_url", address("Animation_\(name)_withSkin.glb"))
                writer.member("animation_fbx_url", "")
            }
        case .motion(let motion):
            writeResult(to: &writer) { writer in
                writer.member("motion_url", address("motion.bvh"))
                writer.member("motion_format", "bvh")
                writer.member("duration_ms", motion.duration)
                writer.member("mode", motion.mode)
            }
        case .pictures(let pictures):
            let names = pictures.indices.map(TaskRecord.pictureName)
            writer.member("image_urls", hasSucceeded ? names.map(address) : [])
        case .printability:
            writer.member("printability", hasSucceeded ? printability : nil)
        }
    }

    private func writeResult(to writer: inout JSONWriter, _ body: (inout JSONWriter) -> Void) {
        if hasSucceeded {
            writer.object("result", body)
        } else {
            writer.member("result", String?.none)
        }
    }

    private func writeRig(to writer: inout JSONWriter) {
        writer.member("rigged_character_glb_url", address("Character_output.glb"))
        writer.member("rigged_character_fbx_url", "")
        writer.object("basic_animations") { writer in
            for (name, clip) in [("walking", "Walking"), ("running", "Running")] {
                writer.member("\(name)_glb_url", address("Animation_\(clip)_withSkin.glb"))
                writer.member("\(name)_fbx_url", "")
                writer.member("\(name)_armature_glb_url", address("Animation_\(clip)_armature.glb"))
            }
        }
    }

    private func writeModel(_ files: ModelFiles, to writer: inout JSONWriter) {
        writer.object("model_urls") { writer in
            guard hasSucceeded else { return }
            let formats = task.formats(of: files)
            for format in formats { writer.member(format.rawValue, address("model.\(format.rawValue)")) }
            if formats.contains(.obj), files.blueprint.surface != nil { writer.member("mtl", address("model.mtl")) }
            if files.before != nil { writer.member("pre_remeshed_glb", address("pre_remeshed_model.glb")) }
            if files.namesEveryFormat {
                for format in ModelFormat.allCases where !formats.contains(format) {
                    writer.member(format.rawValue, "")
                }
            }
        }
        guard files.hasPictures else { return }
        writer.array("texture_urls") { writer in
            guard hasSucceeded, let surface = files.blueprint.surface else { return }
            writer.object { writer in
                for channel in surface.hasMaps ? Content.Channel.allCases : [.baseColour] {
                    writer.member(channel.rawValue, address(channel.fileName))
                }
            }
        }
        writer.member("thumbnail_url", address(files.hasViews ? "front.png" : "preview.png"))
        if files.hasTransparentThumbnail { writer.member("alpha_thumbnail_url", address("alpha_preview.png")) }
        if files.hasViews {
            writer.object("thumbnail_urls") { writer in
                for view in Picture.View.allCases { writer.member(view.rawValue, address("\(view.rawValue).png")) }
            }
        }
    }
}
