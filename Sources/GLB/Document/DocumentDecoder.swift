/// What the readers of one document's objects share: the text, the findings, and how long the document's arrays are.
///
/// Lives only while a document is decoded.
final class DocumentDecoder {
    let text: JSONText
    let nodes: [JSONTape.Node]
    private(set) var findings: Findings
    private var pointers = JSONPointers()
    private var counts = [Int](repeating: 0, count: DocumentArray.allCases.count)

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

    func count(of collection: DocumentArray) -> Int { counts[collection.rawValue] }

    /// States how many elements an array has, before anything that refers to them is decoded.
    func setCount(_ count: Int, of collection: DocumentArray) { counts[collection.rawValue] = count }

    func value(_ place: JSONPlace) -> JSONValue { text[place] }

    func string(_ node: Int) -> String { text.storage.text(nodes[node]) }

    func excerpt(_ place: JSONPlace) -> String { text.excerpt(of: place) }

    func report(_ code: Finding.Code, _ place: JSONPlace, _ message: @autoclosure () -> String) {
        report(code, at: place, member: nil, message())
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

extension DocumentDecoder: FindingReporter {
    func report(_ code: Finding.Code, at place: JSONPlace, member: String?, _ message: @autoclosure () -> String) {
        let way = member.map { "/" + $0 } ?? ""
        findings.add(code, at: .pointer(pointers.pointer(to: place, in: text) + way), message())
    }
}
