import GLB

/// The movements that animation tasks can name.
enum ActionLibrary {
    struct Action: Sendable {
        let id: Int
        let key: String
        let category: String
        let group: String
        /// The sample maker's name for it.
        let clip: String

        /// The key as people read it.
        var name: String { key.split(separator: "_").joined(separator: " ") }
    }

    /// The numbers that the service uses, gaps included.
    static let range = -2...696

    static func action(_ id: Int) -> Action? { all.first { $0.id == id } }

    /// The movements that the sample maker knows; the service has hundreds.
    static let all: [Action] = [
        Action(id: 1, key: "Walking", category: "WalkAndRun", group: "Walking", clip: "walk"),
        Action(id: 2, key: "Running", category: "WalkAndRun", group: "Running", clip: "run"),
        Action(id: 92, key: "Wave", category: "DailyActions", group: "Interacting", clip: "wave"),
    ]
}

extension ActionLibrary.Action: JSONWritable {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("action_id", id)
            writer.member("name", name)
            writer.member("key", key)
            writer.member("category", category)
            writer.member("sub_category", group)
            writer.member("preview_url", "")
        }
    }
}
