/// What the rules share while one file is validated: the document's text, what was found, and which objects are used.
final class Validation: FindingReporter {
    let json: JSONText
    /// Whether the document stands in a GLB.
    let isGLB: Bool
    /// The extensions that the document declares.
    let extensionsUsed: Set<String>
    private(set) var findings: Findings
    private var pointers = JSONPointers()
    /// The elements of each of the document's arrays, by ``DocumentArray``.
    private let elements: [[JSONPlace]]
    /// Which of them something refers to.
    private var used: [[Bool]]
    private var sceneBounds: SceneBounds?

    init(_ json: JSONText, isGLB: Bool, findings: Findings) {
        self.json = json
        self.isGLB = isGLB
        self.findings = findings
        let root = json.root
        extensionsUsed = Set(root["extensionsUsed"]?.elements.compactMap(\.string) ?? [])
        let extensions = extensionsUsed
        elements = DocumentArray.allCases.map { collection in
            let owner = collection.owner.map { extensions.contains($0) ? root["extensions"]?[$0] : nil } ?? root
            return owner?["\(collection)"]?.elements.map(\.place) ?? []
        }
        used = elements.map { [Bool](repeating: false, count: $0.count) }
    }

    /// Reports something about a value, or about one of an object's members, which may be absent.
    func report(_ code: Finding.Code, at place: JSONPlace, member: String?, _ message: @autoclosure () -> String) {
        report(code, at: pointer(to: place, member: member), message())
    }

    /// Reports something about a value.
    func report(_ code: Finding.Code, at place: JSONPlace, _ message: @autoclosure () -> String) {
        report(code, at: place, member: nil, message())
    }

    /// Reports something at a JSON pointer.
    func report(_ code: Finding.Code, at pointer: @autoclosure () -> String, _ message: @autoclosure () -> String) {
        findings.add(code, at: .pointer(pointer()), message())
    }

    /// Counts findings that are not kept.
    func count(_ code: Finding.Code, times: Int) { findings.count(code, times: times) }

    /// The JSON pointer to a value or an object's member; the whole document is `/`, as in the reports of the
    /// reference validator.
    func pointer(to place: JSONPlace, member: String? = nil) -> String {
        guard let member else { return place == .root ? "/" : pointers.pointer(to: place, in: json) }
        return pointers.pointer(to: place, in: json) + "/" + member
    }

    /// The box around what the scene draws; vertices may have to be read for it, so rules share it.
    func bounds(of file: AssetFile) -> SceneBounds {
        let bounds = sceneBounds ?? SceneBounds(of: file, SceneWalk(file.document))
        sceneBounds = bounds
        return bounds
    }

    /// The document's own object of an extension that it declares.
    func rootExtension(_ name: String) -> JSONValue? {
        extensionsUsed.contains(name) ? json.root["extensions"]?[name] : nil
    }
}

// MARK: - The document's arrays

extension Validation {
    /// How many elements an array has.
    func count(of collection: DocumentArray) -> Int { elements[collection.rawValue].count }

    /// Where an element stands.
    func place(of index: Int, in collection: DocumentArray) -> JSONPlace { elements[collection.rawValue][index] }

    /// Whether there is such an element and it is an object.
    func contains(_ index: Int, in collection: DocumentArray) -> Bool {
        let places = elements[collection.rawValue]
        return places.indices.contains(index) && json[places[index]].kind == .object
    }

    /// Remembers that something refers to an element.
    func markUsed(_ index: Int, in collection: DocumentArray) { used[collection.rawValue][index] = true }

    /// Whether something refers to an element.
    func isUsed(_ index: Int, in collection: DocumentArray) -> Bool { used[collection.rawValue][index] }
}
