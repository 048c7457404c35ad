/// Counts the requests of the last second.
struct RateWindow: Sendable {
    private var times: [Milliseconds] = []

    /// Whether one more request is within `limit` a second; one that is not does not count.
    mutating func admit(at wall: Milliseconds, limit: Int) -> Bool {
        times.removeAll { wall - $0 >= 1000 || $0 > wall }
        guard times.count < limit else { return false }
        times.append(wall)
        return true
    }
}
