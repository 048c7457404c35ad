import Catalog
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Library

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite("Importing")
struct ImportTests {
    let test: TestLibrary

    init() throws { test = try TestLibrary() }

    private func objects() throws -> Int { try test.library.objects.all().count }

    @Test("what lies in the library itself is refused, however it is named", arguments: ObjectStore.Transfer.allCases)
    func ownFiles(transfer: ObjectStore.Transfer) throws {
        let model = try test.add(1)
        let object = try test.library.path(of: model).string
        let link = test.scratch.file("link")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: test.library.objects.objects.string)
        let folder = FilePath(object).removingLastComponent()
        for path in [
            test.library.objects.objects.string, object, folder.string, link, test.library.objects.incoming.string,
            "\(link)/\(folder.lastComponent?.string ?? "")", "\(folder)/../\(folder.lastComponent?.string ?? "")",
        ] {
            let file = try #require(try test.importFiles(path, by: transfer).first)
            #expect(throws: Library.ImportFailure.self) { try file.outcome.get() }
        }
        #expect(try test.importFiles(test.scratch.path, by: transfer).count == 1)
        #expect(test.exists(object))
        #expect(try objects() == 1)
    }

    @Test("a moved original that cannot be deleted leaves its model in the library, and a note")
    func undeletable() throws {
        let path = try test.scratch.write("in/a.glb", TestLibrary.glb())
        let link = test.scratch.file("a-link.glb")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        let file = try #require(try test.importFiles(link, by: .move).first)
        guard case .success(.added) = file.outcome else { Issue.record("\(file.outcome)"); return }
        #expect(file.note?.contains("symbolic link") == true)
        #expect(test.exists(path) && test.exists(link))
    }

    @Test("an original whose model is in the trash is not deleted")
    func trashed() throws {
        let model = try test.add(1)
        _ = try test.library.catalog.apply([.trash], to: [model.id])
        let path = try test.scratch.write("again.glb", TestLibrary.glb(1))
        let file = try #require(try test.importFiles(path, by: .move).first)
        #expect(file.note?.contains("trash") == true)
        #expect(test.exists(path))
        _ = try test.library.catalog.apply([.restore], to: [model.id])
        #expect(try test.importFiles(path, by: .move).first?.note == nil)
        #expect(!test.exists(path))
    }

    @Test("a damaged or missing file is repaired by its original, and told; a second copy repairs nothing")
    func repairs() throws {
        let model = try test.add(1)
        let path = try test.scratch.write("again.glb", TestLibrary.glb(1))
        #expect(try test.importFiles(path).map(\.isRepair) == [false])
        try test.damage(model)
        #expect(try test.importFiles(path).map(\.isRepair) == [true])
        try FileManager.default.removeItem(atPath: test.library.path(of: model).string)
        #expect(try test.importFiles(path).map(\.isRepair) == [true])
        for name in ["a.glb", "b.glb", "c.glb"] { try test.scratch.write("new/\(name)", TestLibrary.glb(2)) }
        #expect(try test.importFiles(test.scratch.file("new")).map(\.isRepair) == [false, false, false])
    }

    @Test("a name that says nothing gives way to the nearest folder's that says something")
    func titles() throws {
        let path = try test.scratch.write("shop/public/Models/model.glb", TestLibrary.glb(3))
        let outcome = try #require(try test.importFiles(path).first).outcome
        #expect(try test.library.catalog.model(outcome.get().id).model.title == "shop")
    }

    @Test("an original that shares its bytes with the library is not deleted by a move")
    func shared() throws {
        let path = try test.scratch.write("a.glb", TestLibrary.glb())
        try test.importFiles(path, by: .link)
        #expect(try test.importFiles(path, by: .move).first?.note?.contains("shares") == true)
        #expect(test.exists(path))
    }

    @Test("many names of the same bytes are linked side by side")
    func duplicateLinks() throws {
        for number in 0..<40 { try test.scratch.write("in/\(number).glb", TestLibrary.glb()) }
        let original = test.scratch.file("in/0.glb")
        for number in 0..<10 {
            try FileManager.default.linkItem(atPath: original, toPath: test.scratch.file("in/hard\(number).glb"))
        }
        let files = try test.importFiles(test.scratch.file("in"), by: .link)
        #expect(files.count == 50)
        for file in files { #expect(throws: Never.self) { try file.outcome.get() } }
        #expect(try objects() == 1)
        #expect(try Folder.names(in: test.library.objects.incoming).isEmpty)
    }

    @Test("a symbolic link that is named is linked as the file that it leads to")
    func linkedLink() throws {
        let path = try test.scratch.write("a.glb", TestLibrary.glb())
        try FileManager.default.createSymbolicLink(atPath: test.scratch.file("l.glb"), withDestinationPath: path)
        let file = try #require(try test.importFiles(test.scratch.file("l.glb"), by: .link).first)
        let model = try test.library.catalog.model(file.outcome.get().id).model
        #expect(Folder.kind(of: try test.library.path(of: model), following: false) == .regular)
    }

    @Test("a name that is not UTF-8 is told", .enabled(if: ImportTests.isLinux))
    func invalidName() throws {
        try test.scratch.write("in/a.glb", TestLibrary.glb())
        let from = Array(test.scratch.file("in/a.glb").utf8CString)
        var to = Array(test.scratch.file("in/?.glb").utf8CString)
        to[to.count - 6] = CChar(bitPattern: 0xFF)
        try #require(rename(from, to) == 0)
        let file = try #require(try test.importFiles(test.scratch.file("in")).first)
        let failure = #expect(throws: Library.ImportFailure.self) { try file.outcome.get() }
        #expect(failure?.description.contains("UTF-8") == true)
    }

    private static let isLinux: Bool = {
        #if os(Linux)
            true
        #else
            false
        #endif
    }()

    @Test(
        "a date that no calendar has is unknown", arguments: [Int.max, Int.min, 9_999_999_999_999, -99_999_999_999_999])
    func absurdDate(seconds: Int) throws {
        let path = try test.scratch.write("a.glb", TestLibrary.glb())
        var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
        // A file system that cannot keep such a date keeps the nearest.
        _ = utimensat(AT_FDCWD, path, &times, 0)
        let file = try #require(try test.importFiles(path).first)
        _ = try test.library.catalog.model(file.outcome.get().id)
        #expect(try test.library.catalog.statistics().models == 1)
    }

    @Test("a shared record of one task speaks of a folder's only model")
    func sharedRecord() throws {
        let record = #"{"id": "01a1f84a-95cd-7bdd-8164-d8399f767c45", "prompt": "an owl"}"#
        try test.scratch.write("one/metadata.json", record.utf8)
        try test.scratch.write("one/model.glb", TestLibrary.glb(1))
        try test.scratch.write("two/metadata.json", record.utf8)
        try test.scratch.write("two/a.glb", TestLibrary.glb(2))
        try test.scratch.write("two/b.glb", TestLibrary.glb(3))
        for (folder, prompts) in [("two", ["", ""]), ("one", ["an owl"])] {
            let files = try test.importFiles(test.scratch.file(folder))
            let models = try files.map { try test.library.catalog.model($0.outcome.get().id).model }
            #expect(models.map(\.prompt) == prompts)
        }
    }

    @Test("files that one task made are a model each")
    func sameTask() throws {
        let record = #"{"id": "01a1f84a-95cd-7bdd-8164-d8399f767c45", "prompt": "an owl"}"#
        let (first, second) = (try test.add(1, record: record), try test.add(2, record: record))
        #expect(first.id != second.id)
        #expect([first.taskID, second.taskID] == ["01a1f84a-95cd-7bdd-8164-d8399f767c45", ""])
        #expect(second.prompt == "an owl")
    }

    @Test("a library is not made where the files of one without its catalogue lie")
    func lostCatalogue() throws {
        try test.scratch.write("lost/objects/ab/abc.glb", TestLibrary.glb())
        #expect(throws: LibraryError.catalogIsAbsent(test.scratch.file("lost"))) {
            try Library.create(at: test.scratch.file("lost"))
        }
    }

    @Test("only what was confirmed is collected, and only what is still in the trash")
    func garbage() throws {
        let models = try (1...3).map { try test.add($0) }
        let catalog = test.library.catalog
        _ = try catalog.apply([.trash], to: [models[0].id, models[1].id])
        let plan = try test.library.collectGarbage(isDry: true)
        _ = try catalog.apply([.restore], to: [models[0].id])
        _ = try catalog.apply([.trash], to: [models[2].id])
        let done = try test.library.collectGarbage(isDry: false, confirmed: plan.models.map(\.id))
        #expect(done.models.map(\.id) == [models[1].id])
        #expect(done.files.count == 1)
        for (model, isThere) in zip(models, [true, false, true]) {
            #expect(test.exists(try test.library.path(of: model).string) == isThere)
        }
    }

    @Test("garbage is not collected while files are verified")
    func verifying() throws {
        _ = try test.add(1)
        var failures: [String] = []
        try test.library.verify { _, _ in
            do { _ = try test.library.collectGarbage(isDry: true) } catch { failures.append("\(error)") }
        }
        #expect(failures.count == 1 && failures[0].contains("verified"))
    }
}
