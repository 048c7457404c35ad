#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An IPv4 or IPv6 address.
struct IPAddress: Hashable, Sendable {
    /// Four or sixteen bytes; an IPv4 address that is written inside an IPv6 one has four.
    let bytes: [UInt8]

    /// Takes the bytes of an address, most significant first.
    init(bytes: [UInt8]) {
        let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]
        self.bytes = bytes.count == 16 && bytes.starts(with: mapped) ? Array(bytes[12...]) : bytes
    }

    /// Reads the usual form, `192.0.2.1` or `2001:db8::1`; nil for anything else, names included.
    init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self.init(bytes: Array(bytes[..<4]))
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            self.init(bytes: bytes)
        } else {
            return nil
        }
    }

    /// Whether the address is this machine itself.
    var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes == Array(repeating: 0, count: 15) + [1]
    }

    /// Whether the address is one of the open Internet: neither this machine, nor a private network, nor a link, nor
    /// reserved (RFC 6890).
    var isPublic: Bool {
        if bytes.count == 4 { return !Self.reserved.contains { $0.contains(bytes) } }
        // Global unicast is 2000::/3; within it are addresses that carry an IPv4 one (6to4, Teredo) or documentation.
        if bytes[0] & 0xE0 == 0x20 {
            return !(bytes[0] == 0x20 && bytes[1] == 0x02)
                && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 0x02)
                && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == 0xB8)
        }
        // NAT64: the network in front of the IPv4 Internet; what it leads to is judged as IPv4.
        if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
            return IPAddress(bytes: Array(bytes[12...])).isPublic
        }
        return false
    }

    private struct Network {
        let prefix: [UInt8]
        let bits: Int

        func contains(_ address: [UInt8]) -> Bool {
            let whole = bits / 8
            guard address[..<whole] == prefix[..<whole] else { return false }
            let rest = bits % 8
            return rest == 0 || (address[whole] ^ prefix[whole]) >> (8 - rest) == 0
        }
    }

    private static let reserved = [
        Network(prefix: [0, 0, 0, 0], bits: 8), Network(prefix: [10, 0, 0, 0], bits: 8),
        Network(prefix: [100, 64, 0, 0], bits: 10), Network(prefix: [127, 0, 0, 0], bits: 8),
        Network(prefix: [169, 254, 0, 0], bits: 16), Network(prefix: [172, 16, 0, 0], bits: 12),
        Network(prefix: [192, 0, 0, 0], bits: 24), Network(prefix: [192, 0, 2, 0], bits: 24),
        Network(prefix: [192, 168, 0, 0], bits: 16), Network(prefix: [198, 18, 0, 0], bits: 15),
        Network(prefix: [198, 51, 100, 0], bits: 24), Network(prefix: [203, 0, 113, 0], bits: 24),
        Network(prefix: [224, 0, 0, 0], bits: 3),
    ]
}
