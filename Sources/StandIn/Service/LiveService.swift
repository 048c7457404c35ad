/// The one place where the state lives while the server runs: each call is one step, written down before it returns.
actor LiveService {
    nonisolated let settings: Settings
    private var state: ServiceState
    private let log: StateLog?
    private let wall: @Sendable () -> Milliseconds
    /// Where the server can be reached.
    private var base = "http://127.0.0.1"

    init(_ settings: Settings, log: (log: StateLog, history: [Change])?, wall: @escaping @Sendable () -> Milliseconds)
        throws
    {
        self.settings = settings
        self.log = log?.log
        self.wall = wall
        state = ServiceState(settings, history: log?.history ?? [], wall: wall())
        try Self.writeDown(&state, in: log?.log)
    }

    func listens(at base: String) { self.base = base }

    // MARK: Admission

    /// Counts a request and gives the faults that strike it on arrival.
    func arrive(_ operation: String, _ labels: Set<String>) -> [Fault] { state.arrive(operation, labels) }

    func strike(at point: Fault.Point, _ labels: Set<String>) -> [Fault] { state.faults.strike(at: point, labels) }

    func admit(key: String?) throws(Refusal) -> Account { try state.admit(key: key, wall: wall()) }

    // MARK: Tasks

    /// Makes a task and gives its identifier, with the faults that strike now that it is made.
    func create(_ family: Family, _ body: JSON, by account: Account) throws -> (id: TaskID, faults: [Fault]) {
        let task = try step { state throws(Refusal) in try state.create(family, body, by: account, wall: wall()) }
        return (task.id, state.faults.strike(at: .created, ["create", family.label, task.type]))
    }

    /// A task as it is now, if it is of that family.
    func object(_ id: TaskID, of account: Account, in family: Family) throws(Refusal) -> TaskObject {
        let now = state.clock.now(wall: wall())
        guard let task = state.task(id, of: account, at: now), task.family == family else { throw .taskNotFound }
        return object(task, at: now)
    }

    /// One page of a family's tasks.
    func page(_ page: Page, of account: Account, in family: Family) -> [TaskObject] {
        let now = state.clock.now(wall: wall())
        let tasks = state.tasks(of: account, in: family, at: now)
        return page.cut(tasks).map { object($0, at: now) }
    }

    func delete(_ id: TaskID, by account: Account) throws {
        try step { state throws(Refusal) in try state.delete(id, by: account, wall: wall()) }
    }

    func balance(of account: Account) throws -> Int {
        try step { state throws(Refusal) in
            state.settle(wall: wall())
            return state.balance(of: account)
        }
    }

    // MARK: Files

    /// What a signed address leads to.
    func content(account: Account, id: TaskID, file: String) throws(Refusal) -> Content {
        let now = state.clock.now(wall: wall())
        guard let task = state.task(id, of: account, at: now), task.hasSucceeded(at: now),
            let content = task.files[file]
        else { throw .taskNotFound }
        return content
    }

    func isSigned(path: String, expires: some StringProtocol, signature: some StringProtocol) -> Bool {
        links.isValid(path: path, expires: expires, signature: signature, at: state.clock.now(wall: wall()))
    }

    // MARK: Control

    /// Everything that money did, and how often each operation was asked for.
    func ledger() throws -> Ledger {
        try step { state throws(Refusal) in
            state.settle(wall: wall())
            return Ledger(
                balance: state.balance(of: .paying), requests: state.requests, entries: state.ledger)
        }
    }

    func faultRules() -> [FaultPlan.Rule] { state.faults.rules }

    func replaceFaults(by plan: FaultPlan) { state.faults = plan }

    func now() -> Milliseconds { state.clock.now(wall: wall()) }

    /// Puts the clock forward; what ended or expired meanwhile is dealt with.
    func advance(by length: Milliseconds) throws {
        try step { state throws(Refusal) in
            state.advance(by: length)
            state.settle(wall: wall())
        }
    }

    /// All tasks as they are now.
    func everything() -> [TaskObject] {
        let now = state.clock.now(wall: wall())
        return state.allTasks(at: now).map { object($0, at: now) }
    }

    private var links: Links { Links(base: base, life: settings.linkLife, key: settings.key) }

    private func object(_ task: TaskRecord, at now: Milliseconds) -> TaskObject {
        TaskObject(task: task, now: now, links: links)
    }

    /// Changes the state and writes the changes down, those of a refused request too: others may have ended meanwhile.
    private func step<Result>(_ body: (inout ServiceState) throws(Refusal) -> Result) throws -> Result {
        let result = Swift.Result { try body(&state) }
        try Self.writeDown(&state, in: log)
        return try result.get()
    }

    private static func writeDown(_ state: inout ServiceState, in log: StateLog?) throws(StateLogError) {
        let changes = state.takeChanges()
        if !changes.isEmpty { try log?.append(changes) }
    }
}
