/// One of the service's collections of tasks: a task can be read only through the one that made it.
package enum TaskCollection: String, CaseIterable, Hashable, Sendable {
    case textTo3D = "text-to-3d"
    case imageTo3D = "image-to-3d"
    case multiImageTo3D = "multi-image-to-3d"
    case retexture
    case remesh
    case convert
    case resize
    case uvUnwrap = "uv-unwrap"
    case rigging
    case animation = "animations"
    case textToMotion = "text-to-motion"
    case textToImage = "text-to-image"
    case imageToImage = "image-to-image"
    case printAnalyze = "print/analyze"
    case printRepair = "print/repair"
    case printMultiColor = "print/multi-color"

    /// The path below the base URL, with its leading slash.
    package var path: String {
        // Text to 3D alone has moved to the second version of the API.
        "/openapi/\(self == .textTo3D ? "v2" : "v1")/\(rawValue)"
    }

    /// Whether every account has it and can list it; the others were switched on account by account.
    package var isOfferedToAll: Bool {
        switch self {
        case .textTo3D, .imageTo3D, .multiImageTo3D, .retexture, .remesh, .rigging, .animation: true
        case .convert, .resize, .uvUnwrap, .textToMotion, .textToImage, .imageToImage, .printAnalyze, .printRepair,
            .printMultiColor:
            false
        }
    }
}

/// A task on the account: its id, and the collection through which it can be read.
package struct TaskReference: Hashable, Sendable, CustomStringConvertible {
    /// The collection that made the task.
    package let collection: TaskCollection
    /// The service's id, whose form is not relied upon.
    package let id: String

    /// Names a task.
    package init(_ id: String, in collection: TaskCollection) {
        self.id = id
        self.collection = collection
    }

    /// The task's path without the host.
    package var description: String { "\(collection.path)/\(id)" }
}
