#if DEBUG
    #if canImport(Darwin)
        import Darwin
    #elseif canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif
#endif

/// The moments between two steps of the journal, at which tests kill the process.
///
/// Builds for debugging die (SIGKILL) at the moment that `MESHY_LIB_CRASH_AT` names; other builds know nothing of it.
enum CrashPoint: String, CaseIterable {
    case planned
    case sending
    case answered
    case accepted
    case finished
    case succeeded
    case downloaded
    case published
    case fetched
    case added
    case stored

    /// Comes past the moment.
    func pass() {
        #if DEBUG
            if let wanted = getenv("MESHY_LIB_CRASH_AT"), String(cString: wanted) == rawValue {
                kill(getpid(), SIGKILL)
            }
        #endif
    }
}
