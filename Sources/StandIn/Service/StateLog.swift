import Foundation

/// A state file that cannot be used: which, and why.
package struct StateLogError: Error, CustomStringConvertible {
    package let description: String
}

/// The file in which a state survives the end of its process: one line for each request that changed something.
///
/// A line is written in one go before the request is answered, so that whatever a client was told is there after a
/// crash. What a crash left of an unfinished line is cut off when the file is opened again.
struct StateLog: Sendable {
    private let path: String
    private let file: FileHandle

    /// Opens the file, or makes it, and reads what it tells.
    static func open(_ path: String) throws(StateLogError) -> (log: StateLog, history: [Change]) {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) || manager.createFile(atPath: path, contents: nil),
            let file = FileHandle(forUpdatingAtPath: path)
        else { throw StateLogError(description: "\(path): the state file cannot be opened for writing") }
        do {
            let content = try file.readToEnd() ?? Data()
            let complete = content.lastIndex(of: UInt8(ascii: "\n")).map { content[...$0] } ?? content.prefix(0)
            var history: [Change] = []
            for (number, line) in complete.split(separator: UInt8(ascii: "\n")).enumerated() {
                guard let changes = try? JSONDecoder().decode([Change].self, from: line) else {
                    throw StateLogError(description: "\(path): line \(number + 1) is not of a state file")
                }
                history += changes
            }
            try file.truncate(atOffset: UInt64(complete.count))
            return (StateLog(path: path, file: file), history)
        } catch let error as StateLogError {
            throw error
        } catch {
            throw StateLogError(description: "\(path): the state file cannot be read")
        }
    }

    /// Writes one line.
    func append(_ changes: [Change]) throws(StateLogError) {
        do {
            try file.write(contentsOf: try JSONEncoder().encode(changes) + [UInt8(ascii: "\n")])
        } catch {
            throw StateLogError(description: "\(path): the state file cannot be written")
        }
    }
}
