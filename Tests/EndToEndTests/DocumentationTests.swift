import Foundation
import TestSupport
import Testing

@Suite("Documentation", .blocking)
struct DocumentationTests {
    let meshyLib: MeshyLib

    init() throws { meshyLib = try MeshyLib() }

    /// The commands that `--help` lists.
    private var commands: [String] {
        get throws {
            let help = try meshyLib("--help").output
            return help.split(separator: "\n").filter {
                $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  -")
            }
            .compactMap { $0.split(separator: " ").first.map(String.init) }.filter { $0 != "See" }
        }
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: packageRoot.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("every command and every option is described")
    func descriptions() throws {
        let commands = try commands
        #expect(commands.count >= 19)
        for command in commands {
            let help = try meshyLib(command, "--help")
            try expectSuccess(help)
            #expect(help.output.hasPrefix("OVERVIEW: "), "\(command) has no abstract")
            // An option without a description ends its line; the description may stand on the next.
            let lines = help.output.components(separatedBy: "\n")
            for (index, line) in lines.enumerated() where line.hasPrefix("  -") {
                let described = line.contains(/[\w>] +[A-Z]/) || lines[index + 1].hasPrefix("           ")
                #expect(described, "\(command): \(line)")
            }
        }
    }

    @Test("what the documents tell people to type are commands that exist")
    func commandsExist() throws {
        let known = Set(try commands)
        for path in [
            "README.md", "docs/query-language.md", "docs/library-layout.md", "docs/sidecar.md", "scripts/demo",
        ] {
            for line in try text(path).split(separator: "\n") {
                for piece in line.components(separatedBy: "meshy-lib ").dropFirst()
                where line.contains("$ ") || line.hasPrefix("meshy-lib") || line.hasPrefix("show") {
                    let word = piece.prefix { $0.isLetter || $0 == "-" }
                    if word.isEmpty || word.hasPrefix("-") { continue }
                    #expect(known.contains(String(word)), "\(path): \(line)")
                }
            }
        }
    }

    @Test("links between documents lead somewhere")
    func links() throws {
        for path in ["README.md", "CONTRIBUTING.md"] + (try documents) {
            let folder = packageRoot.appendingPathComponent(path).deletingLastPathComponent()
            for match in try text(path).matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
                let target = folder.appendingPathComponent(String(match.1))
                #expect(FileManager.default.fileExists(atPath: target.path), "\(path): \(match.1)")
            }
        }
    }

    private var documents: [String] {
        get throws {
            try FileManager.default.subpathsOfDirectory(atPath: packageRoot.appendingPathComponent("docs").path)
                .filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }
        }
    }

    @Test("the manual page is the one that the commands' help makes")
    func manual() throws {
        let result = try run(
            "python3", ["scripts/manual", builtPrograms.appendingPathComponent("meshy-lib").path],
            folder: packageRoot.path)
        try expectSuccess(result)
        #expect(
            result.output == (try text("docs/meshy-lib.1")),
            "run 'scripts/manual .build/debug/meshy-lib >docs/meshy-lib.1'")
    }

    @Test("the version is one of semantic versioning")
    func version() throws {
        let version = try meshyLib("--version")
        try expectSuccess(version)
        #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    @Test("completions exist for the usual shells", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let result = try meshyLib("--generate-completion-script", shell)
        try expectSuccess(result)
        for command in try commands { #expect(result.output.contains(command)) }
    }
}
