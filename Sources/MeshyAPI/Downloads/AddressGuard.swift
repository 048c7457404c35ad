internal import NIOPosix

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Decides where downloads may go: to the open Internet by `https`, and to this machine only if the API is there too.
///
/// Links come from the service's answers and its redirections; none of them may make this program reach into the
/// network that it runs in.
struct AddressGuard: Sendable {
    /// Whether this machine itself is allowed.
    let allowsLoopback: Bool

    /// What forbids an address, as words; nil if nothing does.
    ///
    /// - Parameter resolves: whether names are looked up here; a proxy looks them up itself.
    func objection(to address: WebAddress, resolves: Bool) async -> String? {
        if let objection = objection(toWritten: address) { return objection }
        guard resolves, !address.isLoopback, IPAddress(address.host) == nil else { return nil }
        let addresses = await Self.addresses(of: address.host)
        return addresses.allSatisfy(\.isPublic) ? nil : "\(address.host) lies in a private network"
    }

    /// What forbids an address as it is written.
    func objection(toWritten address: WebAddress) -> String? {
        if address.isLoopback { return allowsLoopback ? nil : "\(address.host) is this machine" }
        guard address.isSecure else { return "\(address) is not encrypted" }
        guard let literal = IPAddress(address.host), !literal.isPublic else { return nil }
        return "\(address.host) lies in a private network"
    }

    /// The addresses of a name; none if it leads nowhere, which the connection then finds out by itself.
    private static func addresses(of host: String) async -> [IPAddress] {
        let found = try? await NIOThreadPool.singleton.runIfActive { () -> [IPAddress] in
            var hints = addrinfo()
            #if canImport(Glibc)
                hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
            #else
                hints.ai_socktype = SOCK_STREAM
            #endif
            var first: UnsafeMutablePointer<addrinfo>?
            guard getaddrinfo(host, nil, &hints, &first) == 0 else { return [] }
            defer { freeaddrinfo(first) }
            var addresses: [IPAddress] = []
            var entry = first
            while let info = entry?.pointee {
                var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
                if getnameinfo(
                    info.ai_addr, info.ai_addrlen, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0
                {
                    let text = name.withUnsafeBufferPointer { buffer in
                        String(
                            decoding: buffer.prefix { $0 != 0 && $0 != 0x25 }.map(UInt8.init(bitPattern:)),
                            as: UTF8.self)
                    }
                    if let address = IPAddress(text) { addresses.append(address) }
                }
                entry = info.ai_next
            }
            return addresses
        }
        return found ?? []
    }
}
