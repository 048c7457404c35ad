import Foundation
import Testing
import TestSupport

@testable import StandIn

/// A client that nobody here wrote: Python's `requests`.
@Suite(.blocking) struct QuickstartTests {
    /// The calls of a first program for the API, in their order, as a stranger would write it.
    private static let program = """
        import os, sys, time, requests

        service = os.environ["MESHY_API_URL"] + "/openapi/v2/text-to-3d"
        login = {"Authorization": "Bearer " + os.environ["MESHY_API_KEY"]}

        def generate(wanted, file):
            answer = requests.post(service, headers=login, json=wanted)
            answer.raise_for_status()
            name = answer.json()["result"]
            while True:
                answer = requests.get(service + "/" + name, headers=login)
                answer.raise_for_status()
                task = answer.json()
                if task["status"] == "SUCCEEDED":
                    break
                print(task["status"], task["progress"])
                time.sleep(0.02)
            model = requests.get(task["model_urls"]["glb"])
            model.raise_for_status()
            with open(file, "wb") as out:
                out.write(model.content)
            return name

        first = generate({"mode": "preview", "prompt": "a monster mask", "negative_prompt": "blurry, ugly",
            "art_style": "realistic", "should_remesh": True}, "preview_model.glb")
        generate({"mode": "refine", "preview_task_id": first}, "refined_model.glb")
        """

    @Test("a program in Python goes from a prompt to a refined model")
    func python() throws {
        try check(Self.program, "--time-scale", "500")
    }

    /// The documentation's own program, whose text lost its indentation on the way here.
    private static let documentation = packageRoot.deletingLastPathComponent().appending(
        path: "shared/seed-quickstart.txt")

    @Test(
        "the documentation's own program runs with nothing but its host changed",
        .enabled(
            if: FileManager.default.fileExists(atPath: documentation.path),
            "the documentation's text is absent (expected at \(documentation.path))"))
    func documented() throws {
        let text = try String(contentsOf: Self.documentation, encoding: .utf8)
        let start = try #require(text.range(of: "Put It Together")?.upperBound)
        let lines = text[start...].split(separator: "\n").drop { $0 != "import requests" }
        let end = try #require(lines.firstIndex { $0.contains("Refined model downloaded") })
        // The program waits five seconds between two looks at a task.
        try check(Self.indented(lines[...end]), "--time-scale", "2000")
    }

    /// Puts back the indentation: blocks begin after a colon, and each kind of block here has its own last line.
    private static func indented(_ lines: ArraySlice<Substring>) -> String {
        var depth = 0
        var text = ""
        for line in lines {
            text += String(repeating: "    ", count: depth) + line + "\n"
            if line.hasSuffix(":") { depth += 1 }
            if line == "break" || line.hasPrefix("time.sleep") || line.hasPrefix("f.write") { depth -= 1 }
        }
        return text
    }

    private func check(_ program: String, _ arguments: String...) throws {
        let python = try PythonEnvironment(packages: ["requests"])
        let standIn = try StandInProcess(arguments)
        let scratch = try Scratch()
        let script = program.replacing("https://api.meshy.ai", with: standIn.address)
        let path = try scratch.write("api_request.py", script.utf8)
        let result = try python.run(
            [path], folder: scratch.path,
            environment: ["MESHY_API_KEY": "msy-stand-in", "MESHY_API_URL": standIn.address])
        #expect(result.status == 0, "\(result.errors)")
        let models = try ["preview", "refined"].map { name in
            try Data(contentsOf: URL(filePath: scratch.file("\(name)_model.glb")))
        }
        #expect(models.allSatisfy { $0.starts(with: "glTF".utf8) })
        #expect(models[1].count > models[0].count)
        let ledger = try JSON(parsing: standIn.ledger().utf8)
        #expect(ledger["balance"]?.integer == 970)
        #expect(ledger["requests"]?["download-with-key"] == nil)
    }
}
