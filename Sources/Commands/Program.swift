import ArgumentParser
import Catalog

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The command-line program.
public enum Program {
    /// The program's version, by semantic versioning.
    public static let version = "0.1.0"

    /// Runs the command that the process's arguments name, and ends the process.
    public static func main() -> Never {
        // A reader that went away is noticed where we write; the default would kill us in the middle of a transaction.
        signal(SIGPIPE, SIG_IGN)
        let (world, flush) = World.process()
        let status = run(Array(CommandLine.arguments.dropFirst()), in: world)
        if let failure = flush() {
            World.$current.withValue(world) {
                Console.note("error: the results cannot be written: \(String(cString: strerror(failure)))")
            }
            exit(ExitStatus.ioError.rawValue)
        }
        exit(status)
    }

    /// Runs the command that `arguments` name and gives the exit code.
    static func run(_ arguments: [String], in world: World) -> Int32 {
        World.$current.withValue(world) {
            do {
                if let plain = plainCommand(arguments) {
                    try plain()
                } else {
                    var command = try MeshyLib.parseAsRoot(arguments)
                    try command.run()
                }
                return ExitStatus.success.rawValue
            } catch let ending as Ending {
                return ending.status.rawValue
            } catch let failure as any UserFacing {
                Console.report(failure)
                return failure.exitStatus.rawValue
            } catch {
                return parserEnding(error, of: arguments)
            }
        }
    }

    /// Commands without options, which are run in loops over thousands of files: parsing them takes the argument parser
    /// longer than carrying them out (docs/decisions/0006).
    private static func plainCommand(_ arguments: [String]) -> (() throws -> Void)? {
        switch arguments.first {
        case "--version" where arguments.count == 1:
            return { Console.line(version) }
        case "inspect" where arguments.count > 1 && !arguments.contains(where: { $0.hasPrefix("-") }):
            return { try InspectCall(files: Array(arguments.dropFirst())).run() }
        case "validate" where arguments.count > 1 && !arguments.contains(where: { $0.hasPrefix("-") }):
            return { try ValidateCall(files: Array(arguments.dropFirst())).run() }
        default:
            return nil
        }
    }

    /// Help, the version, and wrong usage come from the argument parser as errors.
    private static func parserEnding(_ error: any Error, of arguments: [String]) -> Int32 {
        let status = MeshyLib.exitCode(for: error)
        // The parser speaks of unexpected arguments where the command's own name is not known.
        if !status.isSuccess, let name = arguments.first, !name.hasPrefix("-"), let unknown = unknownCommand(name) {
            Console.report(unknown)
            return unknown.exitStatus.rawValue
        }
        let message = MeshyLib.fullMessage(for: error)
        // The parser's own errors read like ours.
        if status.isSuccess {
            Console.line(message)
        } else {
            Console.note(message.replacing("Error: ", with: "error: ", maxReplacements: 1))
        }
        return status.rawValue
    }
}

extension Program {
    /// What to say of a command's name; nil if there is such a command.
    private static func unknownCommand(_ name: String) -> CommandFailure? {
        let commands = MeshyLib.configuration.groupedSubcommands.flatMap { $0.subcommands }
        let names = commands.compactMap { $0.configuration.commandName } + ["help"]
        guard !names.contains(name) else { return nil }
        let nearest = Spelling.nearest(to: name, in: names)
        return CommandFailure(
            "there is no command '\(DisplayText.safe(name))'",
            hint: nearest.map { "did you mean 'meshy-lib \($0)'?" } ?? "'meshy-lib --help' lists the commands", .usage)
    }
}

/// In this module a flag is one of the command line, not one of the query language.
typealias Flag = ArgumentParser.Flag

/// The root of all commands.
struct MeshyLib: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meshy-lib",
        abstract: "The library of your generated 3D models.",
        version: Program.version,
        groupedSubcommands: [
            CommandGroup(
                name: "Look",
                subcommands: [
                    Search.self, Show.self, Inspect.self, Validate.self, Explain.self, Check.self,
                    Lineage.self, Diff.self, Tags.self, Searches.self, Stats.self,
                ]),
            CommandGroup(
                name: "Generate",
                subcommands: [
                    Generate.self, Refine.self, Retexture.self, Remesh.self, Rig.self, Animate.self, Image.self,
                    Regenerate.self,
                ]),
            CommandGroup(
                name: "The service",
                subcommands: [
                    Tasks.self, Resume.self, Cancel.self, Sync.self, Balance.self, Receipts.self, Clips.self,
                    Parameters.self, Retirements.self, Config.self,
                ]),
            CommandGroup(name: "Bring in and take out", subcommands: [Init.self, Import.self, Export.self]),
            CommandGroup(
                name: "Curate",
                subcommands: [
                    Tag.self, Rename.self, Note.self, Rate.self, Review.self, Collection.self, Trash.self, Restore.self,
                    Undo.self,
                ]),
            CommandGroup(name: "Care", subcommands: [Verify.self, CollectGarbage.self]),
        ])
}
