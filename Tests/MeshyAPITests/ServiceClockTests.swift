import Testing

@testable import MeshyAPI

@Suite("The service's clock")
struct ServiceClockTests {
    @Test(
        "dates of HTTP are read",
        arguments: [
            ("Sat, 28 Nov 2026 17:21:25 GMT", 1_795_886_485_000), ("Thu, 29 Feb 2024 00:00:00 GMT", 1_709_164_800_000),
            ("Fri, 31 Dec 2100 23:59:59 GMT", 4_133_980_799_000),
        ])
    func reads(text: String, milliseconds: Int64) {
        #expect(ServiceClock.milliseconds(text) == milliseconds)
    }

    @Test(
        "what is no date, or of a clock that was never set, tells nothing",
        arguments: [
            "", "now", "Thu, 01 Jan 1970 00:00:00 GMT", "Sat, 31 Feb 2026 00:00:00 GMT",
            "Saturday, 28-Nov-26 17:21:25 GMT", "Sat, 28 Nov 2026 17:21 GMT", "Sat, 28 Nov 2026 25:00:00 GMT",
            "Sat, 28 Nov 2026 17:21:25 CET",
        ])
    func passesOver(text: String) {
        let clock = ServiceClock()
        clock.learn(text)
        #expect(clock.now == nil)
    }

    @Test("time goes on from the last date")
    func goesOn() throws {
        let clock = ServiceClock()
        clock.learn("Sat, 28 Nov 2026 17:21:25 GMT")
        let now = try #require(clock.now)
        #expect(now >= 1_795_886_485_000)
        clock.learn("nonsense")
        #expect(try #require(clock.now) >= now)
    }
}
