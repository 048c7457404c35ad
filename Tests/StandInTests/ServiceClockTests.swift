import Testing

@testable import StandIn

@Suite struct ServiceClockTests {
    @Test("time runs as many times as fast as it was told")
    func scale() {
        let clock = ServiceClock(scale: 100, wall: 1_000_000)
        #expect(clock.now(wall: 1_000_000) == 1_000_000)
        #expect(clock.now(wall: 1_000_550) == 1_055_000)
    }

    @Test("a wall clock that jumps back does not take time back")
    func backwards() {
        let clock = ServiceClock(scale: 10, wall: 1000)
        #expect(clock.now(wall: 400) == 1000)
    }

    @Test("putting it forward and changing its speed keep the time that was reached")
    func adjustments() {
        var clock = ServiceClock(scale: 10, wall: 0)
        clock.advance(by: 3 * 86_400_000)
        #expect(clock.now(wall: 100) == 259_201_000)
        clock.run(scale: 1, wall: 100)
        #expect(clock.now(wall: 100) == 259_201_000)
        #expect(clock.now(wall: 200) == 259_201_100)
    }

    @Test("no length of time overflows it")
    func limits() {
        var clock = ServiceClock(scale: 1_000_000, wall: 0)
        for _ in 0..<100 { clock.advance(by: .max) }
        #expect(clock.now(wall: .max) == 253_402_300_799_000)
    }

    @Test(
        "lengths of time are read as people write them",
        arguments: [
            ("250ms", 250), ("2s", 2000), ("1.5", 1500), ("5m", 300_000), ("12h", 43_200_000), ("3d", 259_200_000),
            ("0", 0),
        ])
    func lengths(text: String, length: Milliseconds) {
        #expect(DurationText.milliseconds(text) == length)
    }

    @Test(
        "what is not a length of time is refused", arguments: ["", "d", "-1s", "x", "1w", "nan", "inf", "1e99d", "3 d"])
    func noLengths(text: String) {
        #expect(DurationText.milliseconds(text) == nil)
    }
}
