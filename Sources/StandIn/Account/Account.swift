/// Who pays: an account owns its tasks and has a balance and limits of its own.
enum Account: String, Codable, CaseIterable, Sendable {
    /// The one paying account.
    case paying = "stand-in"
    /// The account of the test-mode key: it has every credit in the world and pays none.
    case test

    /// The key of the test account.
    static let testKey = "msy_dummy_api_key_for_test_mode_12345678"

    /// The balance of an account that never pays.
    static let unlimited = 1_000_000_000
}
