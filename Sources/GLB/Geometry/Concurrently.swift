#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Does two things at the same time, one of them on a thread of its own, and gives both results.
///
/// Two threads are what most machines can spare while others wait for the result too; the steps of measuring a mesh fall
/// into two halves of about the same work.
///
/// - Parameter isWorthIt: whether the work is worth a thread; if not, one thing is done after the other.
func concurrently<First: Sendable, Second: Sendable>(
    if isWorthIt: Bool, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    guard isWorthIt else { return (first(), second()) }
    return withoutActuallyEscaping(second) { second in
        let job = Job(second)
        guard let thread = start(job) else { return (first(), second()) }
        let result = first()
        pthread_join(thread, nil)
        // The thread has ended and set the result.
        return (result, job.result ?? second())
    }
}

/// What a thread does and where it leaves its result.
///
/// Sending it to the thread is safe, since nobody looks at it between starting the thread and its end.
private final class Job<Result>: Runnable, @unchecked Sendable {
    private let work: @Sendable () -> Result
    private(set) var result: Result?

    init(_ work: @escaping @Sendable () -> Result) { self.work = work }

    func run() { result = work() }
}

private protocol Runnable: AnyObject {
    func run()
}

/// Starts a thread; nil if the system has none to give.
private func start(_ job: some Runnable) -> pthread_t? {
    let context = Unmanaged.passRetained(Box(job))
    #if canImport(Glibc)
        var thread = pthread_t()
    #else
        var thread: pthread_t?
    #endif
    let status = pthread_create(&thread, nil, { context in Box.run(context) }, context.toOpaque())
    guard status == 0 else {
        context.release()
        return nil
    }
    return thread
}

/// A job without its type, which C cannot carry.
private final class Box {
    private let job: any Runnable

    init(_ job: some Runnable) { self.job = job }

    static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let context else { return nil }
        Unmanaged<Box>.fromOpaque(context).takeRetainedValue().job.run()
        return nil
    }
}
