/// Which faults strike, where, and how often.
package struct FaultPlan: Sendable {
    /// One fault of the plan, and how many occasions it has met.
    struct Rule: Equatable, Sendable {
        /// As it was written.
        let text: String
        let fault: Fault
        /// What an occasion must bear, all of them; empty for every occasion.
        let place: Set<String>
        let frequency: Frequency
        fileprivate(set) var met = 0
        fileprivate(set) var struck = 0
    }

    enum Frequency: Equatable, Sendable {
        /// From which occasion to which, counted from 1.
        case occasions(ClosedRange<Int>)
        /// How likely each time, 0 to 1.
        case chance(Double)
    }

    private(set) var rules: [Rule]
    private var random: RandomNumbers

    init(rules: [Rule], seed: UInt64) {
        self.rules = rules
        random = RandomNumbers(seed: seed)
    }

    /// The plan by which nothing goes wrong.
    package static let none = FaultPlan(rules: [], seed: 0)

    /// The faults that strike at `point` on an occasion that bears `labels`.
    ///
    /// At most one of them ends the occasion in its own way; a later rule of that sort does not count it as met. So
    /// rules for the same place come one after the other, in the order in which they were written.
    mutating func strike(at point: Fault.Point, _ labels: Set<String>) -> [Fault] {
        var faults: [Fault] = []
        for index in rules.indices {
            let rule = rules[index]
            guard rule.fault.points.contains(point), rule.place.isSubset(of: labels) else { continue }
            if !rule.fault.isMild, faults.contains(where: { !$0.isMild }) { continue }
            rules[index].met += 1
            guard strikes(rules[index]) else { continue }
            rules[index].struck += 1
            faults.append(rule.fault)
        }
        return faults
    }

    private mutating func strikes(_ rule: Rule) -> Bool {
        switch rule.frequency {
        case .occasions(let range): range.contains(rule.met)
        case .chance(let chance): Double(random.next() >> 11) / Double(1 << 53) < chance
        }
    }
}
