import Crypto
import Foundation

/// Makes and checks the signed addresses of files.
struct Links: Sendable {
    /// Scheme, host and port, without a path.
    let base: String
    /// How long a signature lives.
    let life: Milliseconds
    private let secret: SymmetricKey

    /// Signs with a secret that belongs to the account's key, so that addresses outlive a restart.
    init(base: String, life: Milliseconds, key: String) {
        self.base = base
        self.life = life
        secret = SymmetricKey(data: SHA256.hash(data: Data("file links of \(key)".utf8)))
    }

    /// The address of a task's file, signed now.
    func address(of file: String, task: TaskRecord, at now: Milliseconds) -> String {
        let path = Self.path(account: task.account, task: task.id, file: file)
        let expiry = (now + life) / 1000
        return "\(base)\(path)?Expires=\(expiry)&Signature=\(signature(path, expiry))"
    }

    /// Whether the path was signed by us, with a life that has not run out.
    func isValid(path: String, expires: some StringProtocol, signature: some StringProtocol, at now: Milliseconds)
        -> Bool
    {
        guard let expiry = Int(expires), now / 1000 < expiry else { return false }
        return self.signature(path, expiry) == signature
    }

    private static func path(account: Account, task: TaskID, file: String) -> String {
        "/files/\(account.rawValue)/tasks/\(task)/output/\(file)"
    }

    private func signature(_ path: String, _ expiry: Int) -> String {
        HMAC<SHA256>.authenticationCode(for: Data("\(path)?\(expiry)".utf8), using: secret)
            .prefix(20).map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    }
}
