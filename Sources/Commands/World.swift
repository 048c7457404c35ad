import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a command needs from the world around it: where its words go, and what it may know of its surroundings.
///
/// The running program gives the real one; tests give one that records.
struct World: Sendable {
    /// Where words go.
    enum Stream: Int32, Sendable {
        /// Results, and nothing else: what another program would read.
        case output = 1
        /// Everything for people beside the results: notes, progress, errors.
        case errors = 2
    }

    /// The value of one of the environment's variables.
    var environment: @Sendable (String) -> String?
    /// Whether a person reads the results on a terminal.
    var outputIsTerminal: Bool
    /// Whether a person reads the notes on a terminal.
    var errorsAreTerminal: Bool
    /// Whether a person can answer questions.
    var inputIsTerminal: Bool
    /// The terminal's width in columns.
    var width: Int
    /// Takes text.
    var write: @Sendable (Stream, String) -> Void

    /// The world of the command that runs now.
    @TaskLocal static var current = World(
        environment: { _ in nil }, outputIsTerminal: false, errorsAreTerminal: false, inputIsTerminal: false, width: 80,
        write: { _, text in preconditionFailure("a command spoke outside of a world: \(text)") })

    /// Whether colours help here: on a terminal, unless the person asked for none (no-color.org).
    var usesColour: Bool {
        outputIsTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }
}

extension World {
    /// The process's own world, whose results are gathered and written in large pieces.
    ///
    /// - Returns: the world, and what writes the last results; it gives the system's error if some could not be written.
    static func process() -> (world: World, flush: @Sendable () -> Int32?) {
        let output = BufferedOutput()
        let outputIsTerminal = isatty(STDOUT_FILENO) == 1
        let world = World(
            environment: { name in getenv(name).map { String(cString: $0) } }, outputIsTerminal: outputIsTerminal,
            errorsAreTerminal: isatty(STDERR_FILENO) == 1, inputIsTerminal: isatty(STDIN_FILENO) == 1,
            width: width(),
            write: { stream, text in
                switch stream {
                case .output: output.write(text)
                case .errors:
                    // Results said before a note stand before it, should both go to one place.
                    output.flush()
                    BufferedOutput.write(Array(text.utf8), to: stream.rawValue)
                }
            })
        return (world, { output.flush() })
    }

    private static func width() -> Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return getenv("COLUMNS").flatMap { Int(String(cString: $0)) }.map { max(20, $0) } ?? 120
    }
}

/// Standard output, written in large pieces.
private final class BufferedOutput: Sendable {
    private struct State {
        var pending: [UInt8] = []
        /// Why the last write failed; nothing is written after it.
        var failure: Int32?
    }

    private let state = Mutex(State())

    func write(_ text: String) {
        state.withLock { state in
            state.pending.append(contentsOf: text.utf8)
            if state.pending.count >= 1 << 16 { Self.flush(&state) }
        }
    }

    /// Writes what waits.
    ///
    /// - Returns: the system's error, if something could not be written. A reader that went away (`… | head`) is none: it
    ///   has read what it wanted, and the command goes on without it.
    @discardableResult
    func flush() -> Int32? {
        state.withLock { state in
            Self.flush(&state)
            return state.failure == EPIPE ? nil : state.failure
        }
    }

    private static func flush(_ state: inout State) {
        if state.failure == nil { state.failure = write(state.pending, to: STDOUT_FILENO) }
        state.pending.removeAll(keepingCapacity: true)
    }

    /// Writes all bytes; gives the system's error if it cannot.
    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                return errno
            }
            rest = rest.dropFirst(count)
        }
        return nil
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
        Darwin.write(descriptor, bytes, count)
    #elseif canImport(Glibc)
        Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
        Musl.write(descriptor, bytes, count)
    #endif
}
