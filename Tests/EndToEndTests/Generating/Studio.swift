import Foundation
import TestSupport
import Testing

/// A library, a stand-in for the service, and the program between them.
struct Studio {
    let meshyLib: MeshyLib
    let standIn: StandInProcess
    /// A key that stands nowhere else, so that it can be looked for.
    static let key = "msy_S3CRET0key9never7shown"

    init(_ arguments: String..., library: MeshyLib? = nil) throws {
        meshyLib = try library ?? MeshyLib()
        standIn = try StandInProcess(["--key", Self.key, "--seed", "7", "--queue", "100"] + arguments)
        if !FileManager.default.fileExists(atPath: meshyLib.library) { try expectSuccess(meshyLib("init")) }
    }

    var environment: [String: String] { ["MESHY_API_URL": standIn.address, "MESHY_API_KEY": Self.key] }

    /// Runs a command to its end.
    func callAsFunction(_ arguments: String..., environment: [String: String] = [:]) throws -> CommandResult {
        try run(
            builtPrograms.appendingPathComponent("meshy-lib").path, arguments,
            environment: [
                "MESHY_LIBRARY": meshyLib.library, "NO_COLOR": "1", "COLUMNS": "160", "HOME": meshyLib.scratch.path,
                "TZ": "UTC",
            ].merging(self.environment) { $1 }.merging(environment) { $1 }, folder: packageRoot.path)
    }

    /// Runs a command on a terminal of its own, whose person types `answers`; what it shows is the result's output.
    func onTerminal(_ answers: String, _ arguments: String...) throws -> CommandResult {
        let terminal = """
            import os, pty, sys
            child, screen = pty.fork()
            if child == 0: os.execvp(sys.argv[2], sys.argv[2:])
            os.write(screen, sys.argv[1].encode())
            while True:
                try: shown = os.read(screen, 65536)
                except OSError: break
                if not shown: break
                sys.stdout.buffer.write(shown)
            sys.stdout.flush()
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            """
        let settings = [
            "MESHY_LIBRARY=\(meshyLib.library)", "HOME=\(meshyLib.scratch.path)", "NO_COLOR=1", "TERM=xterm",
        ]
        return try run(
            "python3",
            ["-c", terminal, answers, "env"] + settings + environment.map { "\($0)=\($1)" }
                + [builtPrograms.appendingPathComponent("meshy-lib").path] + arguments)
    }

    /// Starts a command and goes on.
    func start(_ arguments: [String], errors: ChildProcess.Output = .nowhere) throws -> ChildProcess {
        try ChildProcess(
            builtPrograms.appendingPathComponent("meshy-lib").path, arguments,
            environment: [
                "MESHY_LIBRARY": meshyLib.library, "HOME": meshyLib.scratch.path, "PATH": "/usr/bin:/bin",
            ]
            .merging(environment) { $1 }, errors: errors)
    }

    /// The bodies of the requests that made a task, each of which was charged once.
    func charges() throws -> [String] {
        let root = try JSONSerialization.jsonObject(with: Data(standIn.ledger().utf8)) as? [String: Any]
        let entries = try #require(root?["entries"] as? [[String: Any]])
        return try entries.filter { $0["kind"] as? String == "charge" }.map { entry in
            var request = try #require(entry["request"] as? [String: Any])
            // Which preview a refine works on differs from run to run; that there is one does not.
            if request["preview_task_id"] != nil { request["preview_task_id"] = "some" }
            let data = try JSONSerialization.data(withJSONObject: request, options: [.sortedKeys])
            return String(decoding: data, as: UTF8.self)
        }.sorted()
    }

    /// The SHA-256 of every model's main file, sorted: what the library holds, whatever the ids.
    func contents() throws -> [String] {
        let result = try self("search", "--limit", "10000", "--format", "csv")
        try expectSuccess(result)
        let rows = result.output.split(separator: "\n").dropFirst()
        return rows.compactMap { $0.split(separator: ",").last.map(String.init) }.sorted()
    }

    /// Tasks of the journal.
    func tasks(_ arguments: String...) throws -> [[String: Any]] {
        let result = try run(
            builtPrograms.appendingPathComponent("meshy-lib").path,
            ["tasks", "--limit", "10000", "--format", "json"] + arguments,
            environment: ["MESHY_LIBRARY": meshyLib.library])
        try expectSuccess(result)
        let root = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return root?["tasks"] as? [[String: Any]] ?? []
    }
}
