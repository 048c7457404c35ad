/// A pattern for file names, such as `{kind}/{title}-{id}.{ext}`.
///
/// Text in braces is a field, by the names of the query language; `{{` and `}}` are braces. `/` makes folders. Every
/// value becomes safe as one file name, so that no title can lead out of the folder.
package struct NameTemplate: Equatable, Sendable {
    /// What is wrong with a template, and where.
    package struct Fault: Error, Equatable, Sendable, CustomStringConvertible {
        /// Where, counted in characters from 1.
        package let column: Int
        /// A sentence for people.
        package let description: String
    }

    /// The pattern used where none is given.
    package static let standard = NameTemplate(parts: [
        .field("title"), .text("-"), .field("id"), .text("."), .field("ext"),
    ])

    private enum Part: Equatable, Sendable {
        case text(String)
        case field(String)

        /// The text, or the field's name or value.
        var text: String {
            switch self {
            case .text(let text), .field(let text): text
            }
        }
    }

    private let parts: [Part]
    /// The longest file or folder name, in bytes.
    private static let limit = 120

    private init(parts: [Part]) { self.parts = parts }

    /// Reads a pattern.
    ///
    /// - Parameter isField: whether a name in braces is a field.
    package init(_ pattern: String, isField: (String) -> Bool) throws(Fault) {
        var parts: [Part] = []
        var text = ""
        var rest = pattern[...]
        func column(_ rest: Substring) -> Int { pattern.count - rest.count + 1 }
        while let character = rest.first {
            if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
                text.append(character)
                rest.removeFirst(2)
            } else if character == "{" {
                guard let end = rest.firstIndex(of: "}") else {
                    throw Fault(column: column(rest), description: "the brace is never closed; write '{{' for a brace")
                }
                let name = String(rest[rest.index(after: rest.startIndex)..<end])
                guard isField(name) else {
                    throw Fault(column: column(rest), description: "there is no field '\(name)'")
                }
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
                parts.append(.field(name))
                rest = rest[rest.index(after: end)...]
            } else if character == "}" {
                throw Fault(
                    column: column(rest), description: "a brace closes that none opened; write '}}' for a brace")
            } else {
                text.append(character)
                rest.removeFirst()
            }
        }
        if !text.isEmpty { parts.append(.text(text)) }
        guard !parts.isEmpty else { throw Fault(column: 1, description: "the pattern is empty") }
        try Self.checkFolders(pattern)
        self.parts = parts
    }

    /// Refuses a pattern whose own words lead out of the folder; what values hold becomes safe.
    private static func checkFolders(_ pattern: String) throws(Fault) {
        if pattern.first == "/" {
            throw Fault(column: 1, description: "the pattern is absolute; names are below the folder of the export")
        }
        var column = 1
        for name in pattern.split(separator: "/", omittingEmptySubsequences: false) {
            if name == ".." || name == "." {
                throw Fault(
                    column: column, description: "'\(name)' is no name; names are below the folder of the export")
            }
            column += name.count + 1
        }
    }

    /// The relative path that the pattern gives, with `/` between folders; never absolute, never through `..`.
    func path(value: (String) -> String) -> String {
        var names: [[Part]] = [[]]
        for part in parts {
            switch part {
            case .text(let text):
                for (index, piece) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
                    if index > 0 { names.append([]) }
                    names[names.count - 1].append(.text(String(piece)))
                }
            // A value is one name: what is a slash in it must not become a folder.
            case .field(let name): names[names.count - 1].append(.field(SafeFileName.make(value(name))))
            }
        }
        let path = names.filter { $0.contains { !$0.text.isEmpty } }.map(Self.name)
        return path.isEmpty ? "untitled" : path.joined(separator: "/")
    }

    /// One name out of texts and values, the longest value cut so far that all the others fit.
    private static func name(_ parts: [Part]) -> String {
        var parts = parts
        while case let excess = parts.reduce(0, { $0 + $1.text.utf8.count }) - limit, excess > 0 {
            let values = parts.indices.filter { if case .field = parts[$0] { true } else { false } }
            guard let longest = values.max(by: { parts[$0].text.utf8.count < parts[$1].text.utf8.count }),
                parts[longest].text.count > 1
            else { break }
            let room = parts[longest].text.utf8.count - excess
            var text = parts[longest].text
            while text.utf8.count > room, text.count > 1 { text.removeLast() }
            parts[longest] = .field(text)
        }
        return SafeFileName.make(parts.map(\.text).joined(), limit: limit)
    }
}

/// Paths given out so far, so that no two files share a name, nor two sidecars.
struct UniquePaths {
    /// The number to try next for a path that is taken. Paths that differ only in their extension would share a
    /// sidecar, and those that differ only in case are the same to macOS and Windows: here all of them are the same.
    private var next: [String: Int] = [:]

    /// The path itself if it is free, else with `-2`, `-3`, … before the extension.
    mutating func claim(_ path: String) -> String {
        let (stem, end) = Self.split(path)
        guard var number = next[stem.lowercased()] else {
            next[stem.lowercased()] = 2
            return path
        }
        while true {
            let candidate = "\(stem)-\(number)"
            number += 1
            if next[candidate.lowercased()] == nil {
                next[stem.lowercased()] = number
                next[candidate.lowercased()] = 2
                return candidate + end
            }
        }
    }

    /// The path of the sidecar of the file at `path`.
    static func sidecar(of path: String) -> String { split(path).stem + ".json" }

    /// A path without its extension, and the extension with its dot.
    private static func split(_ path: String) -> (stem: Substring, end: Substring) {
        let folderEnd = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        let dot = path[folderEnd...].lastIndex(of: ".") ?? path.endIndex
        return (path[..<dot], path[dot...])
    }
}
