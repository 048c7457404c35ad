import ArgumentParser
import Foundation
import MeshyAPI
import SystemPackage

/// Which table says what the service has retired.
struct RetirementOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A newer table of retired AI models and parameters (default: retirements.json beside the key's file, else the built-in one).",
            valueName: "file"),
        completion: .file(extensions: ["json"]))
    var retirements: String?

    /// The file that counts; nil for the built-in table.
    var file: String? {
        if let retirements { return retirements }
        guard let path = KeyFile.path?.removingLastComponent().appending("retirements.json").string,
            FileManager.default.fileExists(atPath: path)
        else { return nil }
        return path
    }

    /// The table that counts.
    ///
    /// - Throws: if its file cannot be read or understood.
    func table() throws -> RetirementTable {
        guard let file else { return .current }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("\(DisplayText.safe(file)): cannot be read", .noInput)
        }
        do { return try RetirementTable(parsing: Array(data)) } catch {
            throw InFile(path: file, cause: error)
        }
    }
}
