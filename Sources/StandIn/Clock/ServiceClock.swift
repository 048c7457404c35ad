/// A length of time, or a moment counted from 1970-01-01T00:00:00Z, in milliseconds.
package typealias Milliseconds = Int

/// The time that the service lives in: it starts at the wall clock's and runs `scale` times as fast.
struct ServiceClock: Codable, Equatable, Sendable {
    /// Seconds that pass in the service while one passes outside.
    private(set) var scale: Double
    private var wallOrigin: Milliseconds
    private var serviceOrigin: Milliseconds

    /// The year 9999: no later moment can be reached, so that sums of moments and lengths cannot overflow.
    private static let end: Milliseconds = 253_402_300_799_000

    init(scale: Double, wall: Milliseconds) {
        self.scale = scale
        wallOrigin = wall
        serviceOrigin = wall
    }

    /// The service's time when the wall clock shows `wall`.
    func now(wall: Milliseconds) -> Milliseconds {
        let elapsed = Double(max(0, wall - wallOrigin)) * scale
        return elapsed >= Double(Self.end - serviceOrigin) ? Self.end : serviceOrigin + Int(elapsed)
    }

    /// Puts the clock forward.
    mutating func advance(by length: Milliseconds) {
        serviceOrigin = length >= Self.end - serviceOrigin ? Self.end : serviceOrigin + max(0, length)
    }

    /// Goes on from the time it shows, at another speed.
    mutating func run(scale: Double, wall: Milliseconds) {
        (serviceOrigin, wallOrigin) = (now(wall: wall), wall)
        self.scale = scale
    }
}
