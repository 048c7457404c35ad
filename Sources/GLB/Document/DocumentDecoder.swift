/// What the readers of one document's objects share: the text, the findings, and how long the document's arrays are.
///
/// Lives only while a document is decoded.
final class DocumentDecoder {
    /// The arrays of a document that others refer to by index.
    enum Collection: Int, CaseIterable {
        case accessors, animations, buffers, bufferViews, cameras, images, materials, meshes, nodes, samplers, scenes
        case skins, textures, lights, variants
    }

    let text: JSONText
    let nodes: [JSONTape.Node]
    private(set) var findings: Findings
    private var pointers = JSONPointers()
    private var counts = [Int](repeating: 0, count: Collection.allCases.count)

    init(_ text: JSONText, findings: Findings, objectLimit: Int) {
        self.text = text
        nodes = text.storage.nodes
        self.findings = findings
        self.objectLimit = objectLimit
    }

    /// Whether there were more objects than allowed. Decoding goes on without the rest; the document is refused
    /// at the end.
    private(set) var isTooLarge = false
    private var objectCount = 0
    private let objectLimit: Int

    /// Makes room for the objects of an array; says whether there is any.
    func admit(_ count: Int) -> Bool {
        objectCount += count
        isTooLarge = objectCount > objectLimit
        return !isTooLarge
    }

    func count(of collection: Collection) -> Int { counts[collection.rawValue] }

    /// States how many elements an array has, before anything that refers to them is decoded.
    func setCount(_ count: Int, of collection: Collection) { counts[collection.rawValue] = count }

    func value(_ place: JSONPlace) -> JSONValue { text[place] }

    func string(_ node: Int) -> String { text.storage.text(nodes[node]) }

    func isName(_ node: JSONTape.Node, _ name: StaticString) -> Bool {
        node.kind == .key
            ? text.storage.hasText(node, name) : text.storage.text(node) == "\(name)"
    }

    /// The start of a value as it is written, for messages.
    func excerpt(_ place: JSONPlace) -> String {
        let raw = text[place].rawBytes
        return String(decoding: raw.prefix(40), as: UTF8.self) + (raw.count > 40 ? "…" : "")
    }

    func report(_ code: Finding.Code, _ place: JSONPlace, _ message: @autoclosure () -> String) {
        findings.add(code, at: .pointer(pointers.pointer(to: place, in: text)), message())
    }

    /// Reports something about a member that may be absent.
    func report(_ code: Finding.Code, _ place: JSONPlace, member: String, _ message: @autoclosure () -> String) {
        let way = member.isEmpty ? "" : "/" + member
        findings.add(code, at: .pointer(pointers.pointer(to: place, in: text) + way), message())
    }

    func reportMismatch(_ place: JSONPlace, _ expected: String) {
        report(.typeMismatch, place, "\(excerpt(place)) is not \(expected)")
    }

    /// An index that must be less than `count`.
    func index(_ place: JSONPlace, below count: Int, mismatch: Finding.Code = .typeMismatch) -> Int? {
        let value = value(place)
        if let index = value.integer, (0..<count).contains(index) { return index }
        if value.kind != .number || value.double.map({ $0 != $0.rounded() }) ?? false {
            report(mismatch, place, "\(excerpt(place)) is not a whole number")
        } else if value.rawBytes.first == UInt8(ascii: "-") {
            report(.invalidIndex, place, "the index \(excerpt(place)) is negative")
        } else {
            report(.unresolvedReference, place, "there is no element \(excerpt(place)): the array has \(count)")
        }
        return nil
    }
}
