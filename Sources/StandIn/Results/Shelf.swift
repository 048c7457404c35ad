/// Keeps the last values that were made, and those that are being made, so that nothing is made twice at a time.
struct Shelf<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let size: Int
    private var making: [Key: Task<Value, any Error>] = [:]
    /// The keys from the one used longest ago to the last.
    private var uses: [Key] = []

    /// A shelf for `size` values.
    init(size: Int) { self.size = size }

    /// The task that makes or made the value for `key`.
    mutating func task(
        for key: Key, _ make: @escaping @Sendable () async throws -> Value
    ) -> Task<Value, any Error> {
        uses.removeAll { $0 == key }
        uses.append(key)
        if let known = making[key] { return known }
        let task = Task { try await make() }
        making[key] = task
        if uses.count > size { making[uses.removeFirst()] = nil }
        return task
    }
}
