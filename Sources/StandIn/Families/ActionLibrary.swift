import GLB

/// The movements that animation tasks can name.
enum ActionLibrary {
    struct Action: Sendable {
        let id: Int
        let key: String
        let category: String
        let group: String

        /// The key as people read it.
        var name: String { key.split(separator: "_").joined(separator: " ") }
    }

    /// The numbers that the service uses, gaps included.
    static let range = -2...696

    static func action(_ id: Int) -> Action? { all.first { $0.id == id } }

    static let all: [Action] = [
        Action(id: 0, key: "Idle", category: "DailyActions", group: "Idle"),
        Action(id: 1, key: "Walking", category: "WalkAndRun", group: "Walking"),
        Action(id: 2, key: "Running", category: "WalkAndRun", group: "Running"),
        Action(id: 4, key: "Looking_Around", category: "DailyActions", group: "LookingAround"),
        Action(id: 14, key: "Marching", category: "WalkAndRun", group: "Walking"),
        Action(id: 22, key: "Swaying", category: "Dancing", group: "Dancing"),
        Action(id: 30, key: "Bowing", category: "BodyMovements", group: "Acting"),
        Action(id: 64, key: "Punching", category: "Fighting", group: "Punching"),
        Action(id: 92, key: "Wave", category: "DailyActions", group: "Interacting"),
        Action(id: 466, key: "Jumping", category: "BodyMovements", group: "Acting"),
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
