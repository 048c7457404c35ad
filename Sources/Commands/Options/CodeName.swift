import Catalog
import GLB

extension Finding.Code {
    /// The code that a person named, in capitals or not.
    ///
    /// - Throws: a usage error that says which codes may have been meant.
    static func named(_ text: String) throws -> Finding.Code {
        let name = text.uppercased()
        if let code = Finding.Code(named: name) { return code }
        let names = table.map(\.name)
        var near = names.filter { name.count > 2 && $0.contains(name) }
        if near.isEmpty { near = Spelling.nearest(to: name, in: names).map { [$0] } ?? [] }
        let listed = near.prefix(3).joined(separator: ", ") + (near.count > 3 ? ", …" : "")
        throw CommandFailure(
            "there is no code '\(DisplayText.safe(text))'",
            hint: near.isEmpty ? "'meshy-lib explain' lists all codes" : "did you mean \(listed)?", .usage)
    }
}
