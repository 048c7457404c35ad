/// Everything that the service knows. A value: what happens to it follows from the requests and the time alone.
///
/// `wall` is always the wall clock's time; the service's own is derived from it.
struct ServiceState: Sendable {
    let settings: Settings
    private(set) var clock: ServiceClock
    private(set) var ledger: [LedgerEntry] = []
    var faults: FaultPlan
    /// How often each operation was asked for, refused ones included.
    private(set) var requests: [String: Int] = [:]
    /// What has changed since the last time it was taken away.
    private var changes: [Change] = []

    private var tasks: [TaskID: TaskRecord] = [:]
    /// All tasks in the order of their making.
    private var order: [TaskID] = []
    /// The tasks whose end was not dealt with yet.
    private var open: Set<TaskID> = []
    private var balances: [Account: Int] = [:]
    private var rates: [Account: RateWindow] = [:]
    private var identifiers: TaskIDSource
    private var random: RandomNumbers

    /// A service that goes on where `history` ends; an empty one makes a new account.
    init(_ settings: Settings, history: [Change] = [], wall: Milliseconds) {
        self.settings = settings
        faults = settings.faults
        clock = ServiceClock(scale: settings.timeScale, wall: wall)
        identifiers = TaskIDSource(seed: settings.seed)
        random = RandomNumbers(seed: settings.seed &+ 1)
        for change in history { apply(change) }
        if history.isEmpty {
            record(.clock(clock))
            move(settings.credits, .grant, of: .paying, at: clock.now(wall: wall))
        } else if clock.scale != settings.timeScale {
            clock.run(scale: settings.timeScale, wall: wall)
            record(.clock(clock))
        }
    }

    func balance(of account: Account) -> Int { account == .test ? Account.unlimited : balances[account] ?? 0 }

    /// The account's task, unless it is unknown, removed or past its time.
    func task(_ id: TaskID, of account: Account, at now: Milliseconds) -> TaskRecord? {
        guard let task = tasks[id], task.account == account, now < task.expiresAt else { return nil }
        return task
    }

    /// The account's tasks of one family, oldest first.
    func tasks(of account: Account, in family: Family, at now: Milliseconds) -> [TaskRecord] {
        order.compactMap { id in
            guard let task = tasks[id], task.family == family else { return nil }
            return self.task(id, of: account, at: now)
        }
    }

    /// All tasks of all accounts that are not past their time.
    func allTasks(at now: Milliseconds) -> [TaskRecord] {
        order.compactMap { tasks[$0] }.filter { now < $0.expiresAt }
    }

    /// Whether a finished task has analysed that model before.
    func hasAnalysed(_ blueprint: Blueprint, at now: Milliseconds) -> Bool {
        tasks.values.contains { task in
            guard case .printability(let known) = task.product else { return false }
            return known == blueprint && task.hasSucceeded(at: now)
        }
    }

    // MARK: Requests

    /// Counts a request and gives the faults that strike it on arrival.
    mutating func arrive(_ operation: String, _ labels: Set<String>) -> [Fault] {
        requests[operation, default: 0] += 1
        return faults.strike(at: .arrival, labels)
    }

    /// The account whose key it is, if it may make one more request now.
    mutating func admit(key: String?, wall: Milliseconds) throws(Refusal) -> Account {
        let account: Account
        switch key {
        case settings.key: account = .paying
        case Account.testKey where settings.acceptsTestKey: account = .test
        default: throw .invalidKey
        }
        guard rates[account, default: RateWindow()].admit(at: wall, limit: settings.requestsPerSecond) else {
            throw .rateLimit
        }
        return account
    }

    /// Makes a task and takes its price.
    mutating func create(
        _ family: Family, _ body: JSON, by account: Account, wall: Milliseconds
    ) throws(Refusal) -> TaskRecord {
        let now = settle(wall: wall)
        let intake = Intake(
            fields: try family.fields(body), account: account, now: now, state: self,
            freshSeed: Int(random.next() & 0x7FFF_FFFF))
        var order = try family.order(intake)
        if account == .test { (order.credits, order.product) = (0, order.product.sample) }
        let price = order.credits
        guard balance(of: account) >= price else { throw .insufficientCredits }
        guard !family.isQueued || queued(of: account, at: now) < settings.queueLength else { throw .queueFull }

        let struck = faults.strike(at: .birth, ["create", family.label, order.type])
        let task = TaskRecord(
            order, id: identifiers.next(at: now), account: account, family: family, now: now, faults: struck)
        record(.created(task))
        move(-price, .charge, of: account, at: now, for: task, request: body.abridged)
        return task
    }

    /// Removes a task with its files; a queued one is paid back.
    mutating func delete(_ id: TaskID, by account: Account, wall: Milliseconds) throws(Refusal) {
        let now = settle(wall: wall)
        guard let task = task(id, of: account, at: now) else { throw .taskNotFound }
        switch task.standing(at: now).phase {
        case .running: throw .inProgress
        case .queued:
            record(.removed(id))
            move(task.credits, .refund, of: account, at: now, for: task)
        case .finished: record(.removed(id))
        }
    }

    /// Pays back what has failed since the last time, and gives the service's time.
    @discardableResult
    mutating func settle(wall: Milliseconds) -> Milliseconds {
        let now = clock.now(wall: wall)
        let ended = open.compactMap { tasks[$0] }.filter { $0.endsAt <= now }
        for task in ended.sorted(by: { ($0.endsAt, $0.id.description) < ($1.endsAt, $1.id.description) }) {
            record(.settled(task.id))
            if case .failure = task.ending { move(task.credits, .refund, of: task.account, at: task.endsAt, for: task) }
        }
        return now
    }

    /// Puts the clock forward.
    mutating func advance(by length: Milliseconds) {
        clock.advance(by: length)
        record(.clock(clock))
    }

    /// The changes that were not written down yet.
    mutating func takeChanges() -> [Change] {
        defer { changes = [] }
        return changes
    }

    // MARK: Changes

    private func queued(of account: Account, at now: Milliseconds) -> Int {
        open.count { id in
            guard let task = tasks[id] else { return false }
            return task.account == account && task.family.isQueued && now < task.endsAt
        }
    }

    private mutating func move(
        _ credits: Int, _ kind: LedgerEntry.Kind, of account: Account, at moment: Milliseconds,
        for task: TaskRecord? = nil, request: JSON? = nil
    ) {
        record(
            .entry(
                LedgerEntry(
                    kind: kind, account: account, at: moment, credits: credits,
                    balance: balance(of: account) + (account == .test ? 0 : credits), task: task?.id,
                    type: task?.type, request: request)))
    }

    private mutating func record(_ change: Change) {
        apply(change)
        changes.append(change)
    }

    private mutating func apply(_ change: Change) {
        switch change {
        case .clock(let clock): self.clock = clock
        case .entry(let entry):
            ledger.append(entry)
            balances[entry.account, default: 0] += entry.credits
        case .created(let task):
            tasks[task.id] = task
            order.append(task.id)
            open.insert(task.id)
        case .settled(let id): open.remove(id)
        case .removed(let id):
            tasks[id] = nil
            open.remove(id)
        }
    }
}
