/// The order in which news of a task arrives: as it happens, unless faults disturb it.
struct EventOrder: Sendable {
    private let isDisturbed: Bool
    private let isDoubled: Bool
    private var previous: String?

    init(_ faults: [Fault]) {
        isDisturbed = faults.contains(.outOfOrder)
        isDoubled = faults.contains(.duplicate)
    }

    /// What is sent when `event` happens. Disturbed, the event before it comes once more, after it.
    mutating func next(_ event: String) -> [String] {
        defer { previous = event }
        if isDoubled { return [event, event] }
        return [event] + (isDisturbed ? [previous].compactMap(\.self) : [])
    }
}
