import Formats
import GLB

import Foundation

/// What one line of a file of prompts asks for.
struct PromptLine: Hashable {
    /// The words.
    var prompt: String
    /// The model's title; nil for none.
    var title: String?
    /// Tags.
    var tags: [String] = []
    /// Whether it is refined; nil for what the command says.
    var refine: Bool?
    /// How many to make; nil for what the command says.
    var count: Int?
    /// Parameters of the API, by name.
    var parameters: [String: String] = [:]
}

/// A file with many prompts: one a line, a table, or an object a line.
struct PromptFile {
    /// Its absolute path, which names the batch.
    let path: String
    /// The lines with their numbers, counted from 1.
    let lines: [(number: Int, line: PromptLine)]
    /// Lines that could not be read; they don't stop the others.
    let problems: [String]

    /// Reads a file.
    ///
    /// - Throws: if it cannot be read or its table has no column `prompt`.
    init(_ path: String) throws {
        let text: String
        do { text = try String(contentsOf: URL(filePath: path), encoding: .utf8) } catch {
            throw CommandFailure("\(DisplayText.safe(path)): cannot be read as text", .noInput)
        }
        self.path = URL(filePath: path).standardizedFileURL.path()
        var problems: [String] = []
        switch path.split(separator: ".").last?.lowercased() {
        case "csv": lines = try Self.table(text, path, &problems)
        case "jsonl", "ndjson": lines = Self.objects(text, path, &problems)
        default: lines = Self.plain(text)
        }
        self.problems = problems
    }

    private static func plain(_ text: String) -> [(Int, PromptLine)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let words = line.trimmed
            return words.isEmpty || words.hasPrefix("#") ? nil : (index + 1, PromptLine(prompt: words))
        }
    }

    private static func table(_ text: String, _ path: String, _ problems: inout [String]) throws -> [(Int, PromptLine)]
    {
        var rows = CSV.rows(text)[...]
        guard let head = rows.popFirst()?.fields.map({ $0.trimmed.lowercased() }), head.contains("prompt") else {
            throw CommandFailure(
                "\(DisplayText.safe(path)): its first line names no column 'prompt'",
                hint: "a table begins with the names of its columns: prompt,title,tags,seed", .badData)
        }
        var lines: [(Int, PromptLine)] = []
        for row in rows where row.fields.contains(where: { !$0.trimmed.isEmpty }) {
            guard row.fields.count <= head.count else {
                problems.append("\(path):\(row.line): has more fields than the first line has columns")
                continue
            }
            let members = Dictionary(zip(head, row.fields.map(\.trimmed)), uniquingKeysWith: { $1 })
            take(members, row.line, path, &lines, &problems)
        }
        return lines
    }

    private static func objects(_ text: String, _ path: String, _ problems: inout [String]) -> [(Int, PromptLine)] {
        var lines: [(Int, PromptLine)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.trimmed.isEmpty {
            do {
                let root = try JSONText(parsing: Array(line.utf8)).root
                guard root.kind == .object else {
                    problems.append("\(path):\(index + 1): is no JSON object")
                    continue
                }
                var members: [String: String] = [:]
                for member in root.members { members[member.name] = Self.text(member.value) }
                take(members, index + 1, path, &lines, &problems)
            } catch {
                problems.append("\(path):\(index + 1): is not JSON: \(error)")
            }
        }
        return lines
    }

    private static func take(
        _ members: [String: String], _ number: Int, _ path: String, _ lines: inout [(Int, PromptLine)],
        _ problems: inout [String]
    ) {
        var members = members
        guard let prompt = members.removeValue(forKey: "prompt"), !prompt.isEmpty else {
            problems.append("\(path):\(number): has no prompt")
            return
        }
        var line = PromptLine(prompt: prompt)
        line.title = members.removeValue(forKey: "title").flatMap { $0.isEmpty ? nil : $0 }
        line.tags = (members.removeValue(forKey: "tags") ?? "").split { " ,;".contains($0) }.map(String.init)
        line.refine = members.removeValue(forKey: "refine").flatMap {
            $0.isEmpty ? nil : ["true", "yes", "1"].contains($0.lowercased())
        }
        line.count = members.removeValue(forKey: "count").flatMap { Int($0) }.flatMap {
            (1...1000).contains($0) ? $0 : nil
        }
        line.parameters = members.filter { !$0.value.isEmpty }
        lines.append((number, line))
    }

    private static func text(_ value: JSONValue) -> String {
        if let text = value.string { return text }
        if let flag = value.bool { return flag ? "true" : "false" }
        if let number = value.integer { return String(number) }
        if let number = value.double { return String(number) }
        return value.elements.map(text).joined(separator: ",")
    }
}

extension Substring {
    fileprivate var trimmed: String { String(self).trimmed }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
