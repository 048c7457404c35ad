/// What accessors and buffer views are used for. The first use of each decides; another one contradicts it.
struct UseTable {
    /// What an accessor is used for.
    enum AccessorUse: String {
        case vertexAttribute = "vertex attribute", indices, inverseBindMatrices = "inverse bind matrices"
        case animationInput = "keyframe times", animationOutput = "keyframe values"
    }

    /// What a buffer view is used for.
    enum ViewUse: String {
        case vertices, indices, inverseBindMatrices = "inverse bind matrices", image, other = "other data"
    }

    private let validation: Validation
    private let document: Document
    private var accessors: [AccessorUse?]
    private var views: [ViewUse?]
    /// The accessor that reads vertices from each view first.
    private var vertexOwners: [Int?]
    /// Which accessors have been read as vertices: a second primitive that shares one adds nothing new.
    private var isRead: [Bool]

    init(_ validation: Validation, _ document: Document) {
        self.validation = validation
        self.document = document
        accessors = [AccessorUse?](repeating: nil, count: document.accessors.count)
        views = document.bufferViews.map { view in
            switch view.target {
            case .arrayBuffer: .vertices
            case .elementArrayBuffer: .indices
            case nil: nil
            }
        }
        vertexOwners = [Int?](repeating: nil, count: document.bufferViews.count)
        isRead = [Bool](repeating: false, count: document.accessors.count)
    }

    /// ACCESSOR_USAGE_OVERRIDE, BUFFER_VIEW_TARGET_OVERRIDE: remembers that the value at `place` uses an accessor, and
    /// with it its buffer view.
    mutating func use(accessor index: Int, as use: AccessorUse, at place: JSONPlace) {
        if let earlier = accessors[index], earlier != use {
            validation.report(
                .accessorUsageOverride, at: place,
                "accessor \(index) holds \(earlier.rawValue) already, so it cannot hold \(use.rawValue)")
        }
        accessors[index] = accessors[index] ?? use
        guard let view = document.accessors[index].bufferView else { return }
        self.use(view: view, as: use.viewUse, at: place)
    }

    /// BUFFER_VIEW_TARGET_OVERRIDE, BUFFER_VIEW_TARGET_MISSING: remembers that the value at `place` uses a buffer view.
    mutating func use(view index: Int, as use: ViewUse, at place: JSONPlace) {
        guard let earlier = views[index] else {
            views[index] = use
            if use == .vertices || use == .indices {
                validation.report(
                    .bufferViewTargetMissing, at: place,
                    "buffer view \(index) has no target although it holds \(use.rawValue)")
            }
            return
        }
        guard earlier != use else { return }
        validation.report(
            .bufferViewTargetOverride, at: place,
            "buffer view \(index) holds \(earlier.rawValue), so it cannot hold \(use.rawValue)")
    }

    /// MESH_PRIMITIVE_ACCESSOR_WITHOUT_BYTESTRIDE: remembers that an accessor reads vertices from its buffer view.
    mutating func useVertices(accessor index: Int, at place: JSONPlace) {
        guard !isRead[index], let view = document.accessors[index].bufferView,
            document.bufferViews[view].byteStride == nil
        else { return }
        isRead[index] = true
        if let owner = vertexOwners[view], owner != index {
            validation.report(
                .primitiveAccessorWithoutByteStride, at: place,
                "buffer view \(view) has no stride although accessors \(owner) and \(index) share it")
        }
        vertexOwners[view] = vertexOwners[view] ?? index
    }
}

extension UseTable.AccessorUse {
    fileprivate var viewUse: UseTable.ViewUse {
        switch self {
        case .vertexAttribute: .vertices
        case .indices: .indices
        case .inverseBindMatrices: .inverseBindMatrices
        case .animationInput, .animationOutput: .other
        }
    }
}
