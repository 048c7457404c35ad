/// Goes through a document's objects and reports what does not fit together.
///
/// Each rule looks only at objects that are valid by themselves; what is not has been reported by the schemas' walk.
struct DocumentLinks {
    let validation: Validation
    let document: Document
    let hierarchy: Hierarchy

    init(_ validation: Validation, _ document: Document) {
        self.validation = validation
        self.document = document
        hierarchy = Hierarchy(document)
    }

    func check() {
        var uses = UseTable(validation, document)
        validation.checkExtents(document.bufferViews, document.buffers)
        validation.checkExtents(document.accessors, document.bufferViews)
        validation.checkHierarchy(document.nodes, parents: document.parents, document.json)
        AccessorLinks(self).check(&uses)
        AnimationLinks(self).check(&uses)
        ImageLinks(self).check(&uses)
        MeshLinks(self).check(&uses)
        NodeLinks(self).check()
        SkinLinks(self).check(&uses)
        SceneLinks(self).check()
        UnusedObjects(self).check()
    }

    /// The JSON value of an object.
    func json(_ object: some DocumentObject) -> JSONValue { validation.json[object.place] }

    /// Reports something about an object or one of its members.
    func report(
        _ code: Finding.Code, _ object: some DocumentObject, _ member: String? = nil,
        _ message: @autoclosure () -> String
    ) {
        validation.report(code, at: object.place, member: member, message())
    }
}

/// A format of an accessor, as rules allow it.
struct AllowedFormat: Equatable, CustomStringConvertible {
    let type: Document.ElementType
    let componentType: Document.ComponentType
    var normalized = false

    /// Whether an accessor has this format.
    func matches(_ accessor: Document.Accessor) -> Bool {
        accessor.type == type && accessor.componentType == componentType && accessor.normalized == normalized
    }

    var description: String { "\(type.rawValue) of \(normalized ? "normalised " : "")\(componentType.name)" }
}

extension Document.Accessor {
    /// The format in words.
    var formatDescription: String {
        "\(type?.rawValue ?? "no valid type") of \(normalized ? "normalised " : "")\(componentType?.name ?? "no valid type")"
    }

    /// Whether minimum and maximum are there and have a number for each component.
    var hasBounds: Bool {
        guard let min, let max else { return false }
        return type.map { min.count == $0.componentCount && max.count == $0.componentCount } ?? true
    }
}

extension [AllowedFormat] {
    func contains(_ accessor: Document.Accessor) -> Bool { contains { $0.matches(accessor) } }

    var text: String { map(\.description).joined(separator: ", ") }
}
