import ArgumentParser
import Catalog
import Library
import MeshyAPI
import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "The API key, and what a library may spend.",
        subcommands: [ConfigShow.self, ConfigSetKey.self, ConfigForgetKey.self, ConfigCap.self],
        defaultSubcommand: ConfigShow.self)
}

struct ConfigShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show the settings, never the key.")

    @OptionGroup var service: ServiceOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        Console.line("api          \(try service.address())")
        let fromEnvironment = !(World.current.environment("MESHY_API_KEY") ?? "").isEmpty
        let inFile = try KeyFile.path.flatMap { try APIKey.read($0) } != nil
        let place = KeyFile.path.map { DisplayText.safe($0.string) } ?? ""
        Console.line(
            "key          "
                + (fromEnvironment ? "in MESHY_API_KEY" : inFile ? "in \(place)" : "none; 'meshy-lib config set-key'"))
        Console.line("library      \(DisplayText.safe(options.folder))")
        guard let catalog = try? options.open(for: .read).catalog else { return }
        for (name, title) in [("cap-day", "cap a day"), ("cap-library", "cap in all")] {
            let value = try catalog.setting(name).map { "\($0) credits" } ?? "none"
            Console.line(title.padding(to: 13) + value)
        }
    }
}

struct ConfigSetKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-key", abstract: "Keep the API key in a file that you alone can read.",
        discussion: "The key is read from the terminal without being shown, or from standard input.")

    func run() throws {
        guard let path = KeyFile.path else {
            throw CommandFailure("there is no home folder to keep the key in", hint: "set MESHY_API_KEY", .cannotCreate)
        }
        let isTerminal = World.current.inputIsTerminal
        if isTerminal { World.current.write(.errors, "API key: ") }
        let text = isTerminal ? Self.readUnseen() : readLine()
        if isTerminal { World.current.write(.errors, "\n") }
        let key = try APIKey(text ?? "")
        let folder = path.removingLastComponent()
        try Self.makeFolder(folder)
        try key.store(in: path)
        Console.note("the key is in \(DisplayText.safe(path.string)), for you alone to read")
    }

    /// Reads a line while the terminal shows nothing of it.
    private static func readUnseen() -> String? {
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return readLine() }
        var unseen = shown
        unseen.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown) }
        return readLine()
    }

    /// Makes a folder and those above it, for the user alone.
    private static func makeFolder(_ folder: FilePath) throws {
        if mkdir(folder.string, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, !folder.isEmpty else {
            throw CommandFailure(
                "\(DisplayText.safe(folder.string)) cannot be made: \(Errno(rawValue: errno))", .cannotCreate)
        }
        try makeFolder(folder.removingLastComponent())
        guard mkdir(folder.string, 0o700) == 0 || errno == EEXIST else {
            throw CommandFailure(
                "\(DisplayText.safe(folder.string)) cannot be made: \(Errno(rawValue: errno))", .cannotCreate)
        }
    }
}

struct ConfigForgetKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget-key", abstract: "Delete the file that holds the API key.")

    func run() throws {
        guard let path = KeyFile.path, unlink(path.string) == 0 else { return Console.note("there is no such file") }
        Console.note("the key is gone from \(DisplayText.safe(path.string))")
    }
}

struct ConfigCap: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cap", abstract: "Limit the credits that a library may spend.",
        discussion: """
            A cap holds whatever runs side by side and however it ends: 'meshy-lib config cap day 200' keeps every \
            process from spending more than 200 credits on one day (UTC). 'none' takes the cap away.
            """)

    enum Scope: String, ExpressibleByArgument, CaseIterable {
        case day, library
    }

    @Argument(help: "What the cap counts: day, or library for all time.")
    var scope: Scope

    @Argument(help: "How many credits, or none.")
    var credits: String

    @OptionGroup var options: LibraryOptions

    func run() throws {
        let catalog = try options.open(for: .write).catalog
        if credits == "none" {
            try catalog.set("cap-\(scope.rawValue)", to: nil)
            return Console.note("no cap \(scope == .day ? "a day" : "in all") any more")
        }
        guard let limit = Int(credits), limit >= 0 else {
            throw CommandFailure("'\(DisplayText.safe(credits))' is not a number of credits", .usage)
        }
        try catalog.set("cap-\(scope.rawValue)", to: String(limit))
        Console.note("no more than \(Figures.plural(limit, "credit")) \(scope == .day ? "a day" : "in all")")
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
