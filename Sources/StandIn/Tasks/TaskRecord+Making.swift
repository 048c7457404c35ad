extension TaskRecord {
    /// The task that an order becomes, with the fate that the faults give it.
    ///
    /// How long it waits and works differs a little from task to task; it depends on the identifier alone.
    init(
        _ order: Order, id: TaskID, account: Account, family: Family, now: Milliseconds, faults: [Fault]
    ) {
        var chance = RandomNumbers(seed: id.hash)
        var preceding = Int.random(in: 1...3, using: &chance)
        var wait = preceding * 1000 + Int.random(in: 0..<1000, using: &chance)
        var work = order.seconds * Int.random(in: 950...1050, using: &chance)
        var ending = Ending.success
        var missing: [ModelFormat] = []
        for fault in faults {
            switch fault {
            case .fail(let error): ending = .failure(error)
            case .stall: ending = .stall
            case .cancel: ending = .cancellation
            case .unknownStatus(let status): ending = .detour(status: status)
            case .missing(let formats): missing = formats
            case .slowQueue(let length): (preceding, wait) = (length, length * 20_000)
            default: break
            }
        }
        switch ending {
        case .failure, .cancellation: work = work * 2 / 5
        case .success, .stall, .detour: break
        }
        if order.isKnown, ending == .success { (wait, work) = (0, 0) }
        self.init(
            id: id, account: account, family: family, type: order.type, echo: order.echo, product: order.product,
            credits: order.credits, createdAt: now, startsAt: now + wait,
            endsAt: ending == .stall ? .max : now + wait + work, precedingTasks: preceding, ending: ending,
            missingFormats: missing)
    }
}
