import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Ctrl-C during long work: the first asks for an orderly end, the second ends the process at once.
enum Interrupt {
    private static let wasAsked = Atomic(false)

    /// Whether the person asked for the end.
    static var isRequested: Bool { wasAsked.load(ordering: .relaxed) }

    /// Turns Ctrl-C (and a request to terminate) into an orderly end from now on.
    static func catchSignals() {
        // Whoever started the program may have had signals blocked, which is inherited.
        var wanted = sigset_t()
        sigemptyset(&wanted)
        for number in [SIGINT, SIGTERM] { sigaddset(&wanted, number) }
        pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                if Interrupt.wasAsked.exchange(true, ordering: .relaxed) { _exit(128 + number) }
            }
        }
    }
}
