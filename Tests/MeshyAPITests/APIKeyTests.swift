import Foundation
import SystemPackage
import Testing
import TestSupport

@testable import MeshyAPI

@Suite("The key is kept by those who need it")
struct APIKeyTests {
    static let secret = "msy_EXAMPLE-9f8e7d"

    @Test("it prints nowhere") func printing() throws {
        let key = try APIKey(Self.secret)
        var dumped = ""
        dump(key, to: &dumped)
        var configuration = ClientConfiguration(key: key, userAgent: "test/1")
        configuration.requestsPerSecond = 3
        var dumpedConfiguration = ""
        dump(configuration, to: &dumpedConfiguration)
        let texts = [
            "\(key)", String(describing: key), String(reflecting: key), "\([key])", "\(Optional(key) as Any)", dumped,
            "\(configuration)", String(reflecting: configuration), dumpedConfiguration,
            "\(Mirror(reflecting: key).children.map(\.value))",
        ]
        for text in texts { #expect(!text.contains("EXAMPLE"), "\(text)") }
    }

    @Test("white space around it goes; what could not stand in a header is refused") func forms() throws {
        #expect(try APIKey(" \(Self.secret)\r\n").authorization == "Bearer \(Self.secret)")
        #expect(throws: APIKeyError.empty) { try APIKey(" \n") }
        for text in ["a b", "a\r\nX-Other: b", "a\u{0}", "schlüssel"] {
            #expect(throws: APIKeyError.notPrintable) { try APIKey(text) }
        }
    }

    @Test("what repeats it loses it") func removed() throws {
        let key = try APIKey("msy_aa")
        func clean(_ text: String) -> String { String(decoding: key.removed(from: Array(text.utf8)), as: UTF8.self) }
        #expect(clean("key msy_aa is wrong, msy_aamsy_aa") == "key [API key] is wrong, [API key][API key]")
        #expect(clean("nothing") == "nothing")
        #expect(clean("") == "")
    }

    @Test("the file is its owner's alone, and comes back") func file() throws {
        let scratch = try Scratch()
        let path = FilePath(scratch.file("key"))
        #expect(try APIKey.read(path) == nil)
        try APIKey(Self.secret).store(in: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path.string)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try APIKey.read(path)?.authorization == "Bearer \(Self.secret)")
        try APIKey("msy_other").store(in: path)
        #expect(try APIKey.load(environment: [:], file: path).authorization == "Bearer msy_other")
        #expect(
            try APIKey.load(environment: ["MESHY_API_KEY": "msy_env"], file: path).authorization == "Bearer msy_env")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["key"])
    }

    @Test("a file that others can read is refused, with the remedy", arguments: [0o640, 0o604, 0o666, 0o601])
    func exposed(permissions: Int) throws {
        let scratch = try Scratch()
        let path = try scratch.write("key", Array(Self.secret.utf8))
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
        let error = #expect(throws: APIKeyError.self) { try APIKey.read(FilePath(path)) }
        #expect(error == .exposed(file: path))
        #expect(error?.description.contains("chmod 600") == true)
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
        #expect(try APIKey.read(FilePath(path)) != nil)
    }

    @Test("what is no file, or holds no key, is refused") func odd() throws {
        let scratch = try Scratch()
        #expect(throws: APIKeyError.foreign(file: scratch.path)) { try APIKey.read(FilePath(scratch.path)) }
        let empty = try scratch.write("empty", [])
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: empty)
        #expect(throws: APIKeyError.empty) { try APIKey.read(FilePath(empty)) }
        #expect(throws: APIKeyError.missing(file: nil)) {
            try APIKey.load(environment: ["MESHY_API_KEY": ""], file: nil)
        }
        #expect(throws: APIKeyError.self) {
            try APIKey(Self.secret).store(in: FilePath(scratch.file("no/such/folder")))
        }
    }
}
