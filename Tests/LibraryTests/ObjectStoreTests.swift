import Dispatch
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Library

@Suite("The object store")
struct ObjectStoreTests {
    let scratch: Scratch
    let store: ObjectStore

    init() throws {
        scratch = try Scratch()
        store = ObjectStore(library: FilePath(scratch.file("library")))
        try store.create()
    }

    /// SHA-256 of "abc" (FIPS 180-2, appendix B.1).
    private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test("a file lies under its SHA-256, read-only, and its source is untouched")
    func copy() throws {
        let source = try scratch.write("a.glb", "abc".utf8)
        let stored = try store.store(FilePath(source), format: "glb", by: .copy)
        #expect(stored.hash == abc && stored.bytes == 3 && !stored.wasPresent)
        let path = store.path(hash: abc, format: "glb")
        #expect(path.string.hasSuffix("/objects/ba/\(abc).glb"))
        #expect(try String(contentsOfFile: path.string, encoding: .utf8) == "abc")
        #expect(try Stat(path).permissions == [.ownerRead, .groupRead, .otherRead])
        #expect(FileManager.default.fileExists(atPath: source))
        #expect(try ObjectStore.rehash(path) == abc)
        try store.flush([abc])
    }

    @Test("the same bytes again add nothing and leave nothing behind", arguments: ObjectStore.Transfer.allCases)
    func again(transfer: ObjectStore.Transfer) throws {
        _ = try store.store(FilePath(try scratch.write("a.glb", "abc".utf8)), format: "glb", by: .copy)
        let second = try store.store(FilePath(try scratch.write("b.glb", "abc".utf8)), format: "glb", by: transfer)
        #expect(second.hash == abc && second.bytes == 3 && second.wasPresent)
        #expect(try store.all().count == 1)
        #expect(try Folder.names(in: store.incoming).isEmpty)
    }

    @Test("a link shares the bytes with its source")
    func link() throws {
        let source = try scratch.write("a.glb", "abc".utf8)
        _ = try store.store(FilePath(source), format: "glb", by: .link)
        #expect(try Stat(FilePath(source)).inode == Stat(store.path(hash: abc, format: "glb")).inode)
    }

    @Test("a changed byte is seen, and mended when the file comes again", arguments: ObjectStore.Transfer.allCases)
    func damaged(transfer: ObjectStore.Transfer) throws {
        _ = try store.store(FilePath(try scratch.write("a.glb", "abc".utf8)), format: "glb", by: .copy)
        let path = store.path(hash: abc, format: "glb")
        try store.delete(path)
        try Data("abd".utf8).write(to: URL(fileURLWithPath: path.string))
        #expect(try ObjectStore.rehash(path) != abc)
        let again = try store.store(FilePath(try scratch.write("b.glb", "abc".utf8)), format: "glb", by: transfer)
        #expect(!again.wasPresent)
        #expect(try ObjectStore.rehash(path) == abc)
    }

    @Test("what a dead process left half written is swept, what a living one writes is not")
    func sweep() throws {
        try scratch.write("library/incoming/dead.part", "half".utf8)
        let living = try DurableFile(in: store.incoming)
        #expect(try DurableFile.sweep(store.incoming) == 1)
        #expect(try Folder.names(in: store.incoming).map(\.string) == [living.path.lastComponent?.string])
        _ = consume living
        #expect(try Folder.names(in: store.incoming).isEmpty)
    }

    @Test("a file that is being made is never swept")
    func sweepRace() throws {
        let target = store.incoming.appending("done")
        DispatchQueue.concurrentPerform(iterations: 2000) { number in
            do {
                if number % 2 == 0 {
                    try DurableFile.sweep(store.incoming)
                } else {
                    let file = try DurableFile(in: store.incoming)
                    try file.publish(as: target, permissions: [.ownerReadWrite])
                }
            } catch {
                Issue.record(error)
            }
        }
        #expect(try Folder.names(in: store.incoming).map(\.string) == ["done"])
    }

    @Test("a file that was written to or replaced is another than the one that was read")
    func identity() throws {
        let path = FilePath(try scratch.write("a.glb", "abc".utf8))
        let stored = try store.store(path, format: "glb", by: .copy)
        #expect(FileIdentity(at: path) == stored.source)
        try scratch.write("b.glb", "abc".utf8)
        try FileManager.default.removeItem(atPath: path.string)
        try FileManager.default.moveItem(atPath: scratch.file("b.glb"), toPath: path.string)
        #expect(FileIdentity(at: path) != stored.source)
    }

    @Test("an absent source is named")
    func absent() throws {
        let failure = #expect(throws: FileError.self) {
            try store.store("/nowhere/x.glb", format: "glb", by: .copy)
        }
        #expect(failure?.description == "there is no file or folder /nowhere/x.glb")
    }

    @Test("a walk visits files in order, follows no links and passes over hidden ones")
    func walk() throws {
        for name in ["tree/b.glb", "tree/a/1.glb", "tree/.hidden/x.glb", "tree/.x.glb"] { try scratch.write(name, []) }
        try FileManager.default.createSymbolicLink(
            atPath: scratch.file("tree/loop"), withDestinationPath: scratch.file("tree"))
        var files: [String] = []
        var links: [String] = []
        Folder.walk(
            FilePath(scratch.file("tree")), visit: { files.append($0.lastComponent?.string ?? "") },
            visitLink: { links.append($0.lastComponent?.string ?? "") }, visitUnreadable: { Issue.record($0) })
        #expect(files == ["b.glb", "1.glb"])
        #expect(links == ["loop"])
    }
}
