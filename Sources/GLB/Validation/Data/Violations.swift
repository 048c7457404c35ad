/// Elements that break a rule: all are counted, the first ones are kept.
struct Violations<Value> {
    private(set) var kept: [(element: Int, value: Value)] = []
    private(set) var total = 0
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    @inline(never)
    mutating func add(_ element: Int, _ value: Value) {
        total += 1
        if kept.count < limit { kept.append((element, value)) }
    }

    /// Reports the violations at each of the places.
    func report(
        _ code: Finding.Code, at places: [JSONPlace], to validation: Validation,
        _ message: (_ element: Int, _ value: Value) -> String
    ) {
        guard total > 0 else { return }
        for place in places {
            validation.report(code, times: total, at: place) { index in
                kept.indices.contains(index) ? message(kept[index].element, kept[index].value) : ""
            }
        }
    }
}

extension Validation {
    /// Reports something several times at one place; `message` is asked for those times that are kept.
    func report(_ code: Finding.Code, times: Int, at place: JSONPlace, _ message: (Int) -> String) {
        let room = min(times, findings.room(for: code))
        for index in 0..<room { report(code, at: place, message(index)) }
        count(code, times: times - room)
    }
}
