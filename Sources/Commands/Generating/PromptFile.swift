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
    /// What is wrong with a line.
    struct Problem: Hashable {
        /// The line's number, counted from 1.
        let line: Int
        /// What it is.
        let text: String

        init(_ line: Int, _ text: String) {
            self.line = line
            self.text = text
        }
    }

    /// The file as the person named it.
    let name: String
    /// Its absolute path, which names the batch.
    let path: String
    /// The lines with their numbers, counted from 1.
    let lines: [(number: Int, line: PromptLine)]
    /// Lines that could not be read; they don't stop the others.
    let problems: [Problem]

    /// Reads a file.
    ///
    /// - Throws: if it cannot be read or its table has no column `prompt`.
    init(_ path: String) throws {
        let text: String
        do {
            let all = try String(contentsOf: URL(filePath: path), encoding: .utf8)
            // Some editors begin their files with a mark of the byte order.
            text = all.unicodeScalars.first == "\u{FEFF}" ? String(all.unicodeScalars.dropFirst()) : all
        } catch {
            throw Self.unreadable(path, error)
        }
        name = path
        self.path = URL(filePath: path).standardizedFileURL.path()
        var problems: [Problem] = []
        switch path.split(separator: ".").last?.lowercased() {
        case "csv": lines = try Self.table(text, path, &problems)
        case "jsonl", "ndjson": lines = Self.objects(text, &problems)
        default: lines = Self.plain(text)
        }
        self.problems = problems
    }

    private static func unreadable(_ path: String, _ error: any Error) -> CommandFailure {
        let name = DisplayText.safe(path)
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile?, .fileNoSuchFile?:
            return CommandFailure("there is no file \(name)", .noInput)
        case .fileReadNoPermission?: return CommandFailure("\(name): not allowed to read it", .notAllowed)
        case .fileReadInapplicableStringEncoding?, .fileReadCorruptFile?:
            return CommandFailure("\(name): is no text in UTF-8", .badData)
        default: return CommandFailure("\(name): cannot be read as text", .noInput)
        }
    }

    private static func plain(_ text: String) -> [(Int, PromptLine)] {
        rows(text).enumerated().compactMap { index, line in
            let words = line.trimmed
            return words.isEmpty || words.hasPrefix("#") ? nil : (index + 1, PromptLine(prompt: words))
        }
    }

    /// The lines of a text, however its system ends them: to Swift, carriage return and line feed are one character.
    private static func rows(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    private static func table(
        _ text: String, _ path: String, _ problems: inout [Problem]
    ) throws -> [(Int, PromptLine)] {
        var rows = CSV.rows(text)[...]
        guard let head = rows.popFirst()?.fields.map({ $0.trimmed.lowercased() }), head.contains("prompt") else {
            throw CommandFailure(
                "\(DisplayText.safe(path)): its first line names no column 'prompt'",
                hint: "a table begins with the names of its columns: prompt,title,tags,seed", .badData)
        }
        var lines: [(Int, PromptLine)] = []
        for row in rows where row.fields.contains(where: { !$0.trimmed.isEmpty }) {
            guard row.isClosed else {
                problems.append(
                    Problem(row.line, "a quotation mark is not closed; nothing from here to the end was read"))
                continue
            }
            guard row.fields.count <= head.count else {
                problems.append(Problem(row.line, "has more fields than the first line has columns"))
                continue
            }
            let members = Dictionary(zip(head, row.fields.map(\.trimmed)), uniquingKeysWith: { $1 })
            take(members, row.line, &lines, &problems)
        }
        return lines
    }

    private static func objects(_ text: String, _ problems: inout [Problem]) -> [(Int, PromptLine)] {
        var lines: [(Int, PromptLine)] = []
        for (index, line) in rows(text).enumerated() where !line.trimmed.isEmpty {
            do {
                let root = try JSONText(parsing: Array(line.utf8)).root
                guard root.kind == .object else {
                    problems.append(Problem(index + 1, "is no JSON object"))
                    continue
                }
                let odd = ["prompt", "title"].first { name in
                    root[name].map { $0.string == nil && $0.kind != .null } ?? false
                }
                if let odd {
                    problems.append(Problem(index + 1, "\(odd) is no text in quotation marks"))
                    continue
                }
                var members: [String: String] = [:]
                for member in root.members { members[member.name] = Self.text(member.value) }
                take(members, index + 1, &lines, &problems)
            } catch {
                problems.append(Problem(index + 1, "is not JSON: \(error)"))
            }
        }
        return lines
    }

    private static func take(
        _ members: [String: String], _ number: Int, _ lines: inout [(Int, PromptLine)], _ problems: inout [Problem]
    ) {
        var members = members
        guard let prompt = members.removeValue(forKey: "prompt"), !prompt.isEmpty else {
            problems.append(Problem(number, "has no prompt"))
            return
        }
        var line = PromptLine(prompt: prompt)
        line.title = members.removeValue(forKey: "title").flatMap { $0.isEmpty ? nil : $0 }
        line.tags = (members.removeValue(forKey: "tags") ?? "").split { " ,;".contains($0) }.map(String.init)
        // What decides how much is spent is not guessed.
        if let text = members.removeValue(forKey: "refine"), !text.isEmpty {
            guard let refine = flags[text.lowercased()] else {
                problems.append(Problem(number, "refine is yes or no, not '\(text)'"))
                return
            }
            line.refine = refine
        }
        if let text = members.removeValue(forKey: "count"), !text.isEmpty {
            guard let count = Int(text), (1...1000).contains(count) else {
                problems.append(Problem(number, "count is 1 to 1000, not '\(text)'"))
                return
            }
            line.count = count
        }
        line.parameters = members.filter { !$0.value.isEmpty }
        lines.append((number, line))
    }

    private static let flags = ["true": true, "yes": true, "1": true, "false": false, "no": false, "0": false]

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
