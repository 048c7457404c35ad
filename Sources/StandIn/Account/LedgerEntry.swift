import GLB

/// A movement of credits. Every task has exactly one charge, even if it is of 0 credits: the charges are the list of
/// the POSTs that made a task.
struct LedgerEntry: Codable, Sendable {
    enum Kind: String, Codable, Sendable { case grant, charge, refund }

    let kind: Kind
    let account: Account
    let at: Milliseconds
    /// What is added to the balance; negative for a charge.
    let credits: Int
    /// What there is afterwards.
    let balance: Int
    /// The task that is paid or paid back; nil for a grant.
    let task: TaskID?
    let type: String?
    /// The body of the POST, long strings abridged; nil unless this is a charge.
    let request: JSON?
}

extension LedgerEntry: JSONWritable {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("kind", kind.rawValue)
            writer.member("account", account.rawValue)
            writer.member("at", at)
            writer.member("credits", credits)
            writer.member("balance", balance)
            writer.member(ifPresent: "task", task?.description)
            writer.member(ifPresent: "type", type)
            writer.member(ifPresent: "request", request)
        }
    }
}
