import GLB

/// What the tests ask about: the paying account's credits, every movement of credits, and every request.
struct Ledger: Sendable {
    let balance: Int
    let requests: [String: Int]
    let entries: [LedgerEntry]
}

extension Ledger: JSONWritable {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("balance", balance)
            writer.object("requests") { writer in
                for (name, count) in requests.sorted(by: { $0.key < $1.key }) { writer.member(name, count) }
            }
            writer.member("entries", entries)
        }
    }
}
