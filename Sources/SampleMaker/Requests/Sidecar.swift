package import GLB

/// What is known about a model beyond its file: written beside it as `NAME.json` (`meshy-lib.sidecar/1`).
package struct Sidecar: JSONWritable, Sendable {
    /// What a model was made from, and how.
    package struct Parent: Sendable {
        var id: String
        var relation: String
    }

    package var id: String?
    package var title: String
    package var kind: String
    package var request: SampleRequest
    package var taskID: String?
    package var parents: [Parent] = []
    package var tags: [String] = []
    package var rating = 0
    package var review = "draft"
    package var notes = ""
    /// In ISO 8601, UTC.
    package var created: String

    package func write(to writer: inout JSONWriter) {
        writer.object { object in
            object.member("schema", "meshy-lib.sidecar/1")
            object.member(ifPresent: "id", id)
            object.member("title", title)
            object.member("kind", kind)
            object.member("prompt", request.prompt)
            object.member(ifPresent: "texturePrompt", request.texturePrompt)
            object.member("artStyle", Self.artStyle)
            object.member("aiModel", Self.aiModel)
            object.member("seed", Int64(bitPattern: request.seed))
            object.member(ifPresent: "taskId", taskID)
            if !parents.isEmpty {
                object.array("parents") { list in
                    for parent in parents {
                        list.object {
                            $0.member("id", parent.id)
                            $0.member("relation", parent.relation)
                        }
                    }
                }
            }
            object.object("parameters") { writeParameters(to: &$0) }
            object.member("tags", tags)
            object.member("rating", rating)
            object.member("review", review)
            object.member(ifPresent: "notes", notes.isEmpty ? nil : notes)
            object.member("created", created)
        }
    }

    private static let artStyle = "realistic"
    private static let aiModel = "sample-maker"

    /// The request in the service's own words.
    private func writeParameters(to object: inout JSONWriter) {
        object.member("mode", request.stage == .preview ? "preview" : request.stage == .refine ? "refine" : "animation")
        object.member("prompt", request.prompt)
        object.member(ifPresent: "texture_prompt", request.texturePrompt)
        object.member("art_style", Self.artStyle)
        object.member("ai_model", Self.aiModel)
        object.member("seed", Int64(bitPattern: request.seed))
        object.member("target_polycount", request.triangles)
        if request.stage != .preview {
            object.member("enable_pbr", request.isPBR)
            object.member("texture_size", request.textureSize)
        }
        if request.stage.isRigged { object.member("clip", request.stage.rawValue) }
    }
}
