import Catalog
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Library

/// A library of its own for a test, and models to bring into it.
struct TestLibrary {
    let scratch: Scratch
    let library: Library

    init() throws {
        scratch = try Scratch()
        library = try Library.create(at: scratch.file("library"))
    }

    /// A model that differs from those of other numbers.
    static func glb(_ number: Int = 0) -> [UInt8] {
        var json = #"{"asset":{"version":"2.0","generator":"test \#(number)"}}"#
        while json.utf8.count % 4 != 0 { json += " " }
        func word(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
        return Array("glTF".utf8) + word(2) + word(20 + json.utf8.count) + word(json.utf8.count) + Array("JSON".utf8)
            + Array(json.utf8)
    }

    /// Imports files and gives what became of each.
    @discardableResult
    func importFiles(_ paths: String..., by transfer: ObjectStore.Transfer = .copy) throws -> [Library.ImportedFile] {
        var options = Library.ImportOptions()
        options.transfer = transfer
        var files: [Library.ImportedFile] = []
        try library.importFiles(paths, options: options) { file, _, _ in files.append(file) }
        return files
    }

    /// Imports one file and gives its model.
    func add(_ number: Int, as name: String = "in.glb", record: String? = nil) throws -> Model {
        let path = try scratch.write("in\(number)/\(name)", Self.glb(number))
        if let record { try scratch.write("in\(number)/\(FilePath(name).stem ?? "").json", record.utf8) }
        let outcome = try #require(try importFiles(path).first).outcome
        return try library.catalog.model(outcome.get().id).model
    }

    /// Replaces a stored file's last byte, which is white space.
    func damage(_ model: Model) throws {
        let path = try library.path(of: model).string
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[bytes.count - 1] ^= 1
        try FileManager.default.removeItem(atPath: path)
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The files below a folder of the scratch folder.
    func names(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: scratch.file(folder)).sorted()
    }
}
