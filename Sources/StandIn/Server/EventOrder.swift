/// The order in which news of a task arrives: as it happens, unless faults disturb it.
struct EventOrder: Sendable {
    private var isDisturbed = false
    private var isDoubled = false
    private var previous: String?

    init(_ faults: [Fault] = []) { disturb(by: faults) }

    /// Lets faults strike from the next event on.
    mutating func disturb(by faults: [Fault]) {
        isDisturbed = isDisturbed || faults.contains(.outOfOrder)
        isDoubled = isDoubled || faults.contains(.duplicate)
    }

    /// What is sent when `event` happens. Disturbed, the event before it comes once more, after it.
    mutating func next(_ event: String) -> [String] {
        defer { previous = event }
        if isDoubled { return [event, event] }
        return [event] + (isDisturbed ? [previous].compactMap(\.self) : [])
    }
}
