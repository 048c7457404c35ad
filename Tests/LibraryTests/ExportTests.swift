import Catalog
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Library

@Suite("Exporting", .blocking)
struct ExportTests {
    let test: TestLibrary
    var options = Library.ExportOptions()

    init() throws {
        test = try TestLibrary()
        options.folder = test.scratch.file("out")
    }

    private func export(_ models: [Model], _ options: Library.ExportOptions) throws -> [Library.ExportedModel] {
        var exported: [Library.ExportedModel] = []
        try test.library.export(models.map(\.id), options: options) { exported.append($0) }
        return exported
    }

    private func reason(_ model: Library.ExportedModel) -> String? {
        if case .failure(let failure) = model.outcome { failure.description } else { nil }
    }

    @Test("a damaged or deleted model fails alone and leaves nothing behind", arguments: [true, false])
    func damaged(toFolder: Bool) throws {
        let models = try (1...4).map { try test.add($0, as: "model \($0).glb") }
        try test.damage(models[1])
        _ = try test.library.catalog.apply([.trash], to: [models[2].id])
        _ = try test.library.catalog.deleteTrashed([models[2].id])
        var options = options
        if !toFolder { (options.folder, options.archive) = (nil, test.scratch.file("out.zip")) }
        let exported = try export(models, options)
        #expect(exported.map { reason($0) == nil } == [true, false, false, true])
        #expect(exported.map(\.id) == models.map(\.id))
        #expect(reason(exported[1])?.contains("verify") == true)
        if !toFolder {
            let unpacked = try run("unzip", ["-q", test.scratch.file("out.zip"), "-d", test.scratch.file("out")])
            #expect(unpacked.status == 0, "\(unpacked.errors)")
        }
        let names = try test.names(in: "out")
        #expect(names.count == 5 && !names.contains { $0.contains("model 2") || $0.contains("model 3") })
        let index = try String(contentsOfFile: test.scratch.file("out/index.csv"), encoding: .utf8)
        #expect(index.split(separator: "\r\n").count == 3)
    }

    @Test("a list that somebody else made stays; our own is replaced")
    func index() throws {
        let model = try test.add(1)
        try test.scratch.write("out/index.csv", "mine".utf8)
        for _ in 0..<2 { _ = try export([model], options) }
        #expect(try test.names(in: "out").filter { $0.hasPrefix("index") } == ["index-2.csv", "index.csv"])
        #expect(try String(contentsOfFile: test.scratch.file("out/index.csv"), encoding: .utf8) == "mine")
        var options = options
        options.overwrites = true
        _ = try export([model], options)
        #expect(try String(contentsOfFile: test.scratch.file("out/index.csv"), encoding: .utf8) != "mine")
    }

    @Test("a list goes on with what earlier exports left in the folder, and forgets what is gone")
    func growingIndex() throws {
        let models = try (1...3).map { try test.add($0, as: "model \($0).glb") }
        func listed() throws -> [String] {
            try String(contentsOfFile: test.scratch.file("out/index.csv"), encoding: .utf8).split(separator: "\r\n")
                .dropFirst().map { String($0.prefix { $0 != "," }) }
        }
        _ = try export([models[0]], options)
        _ = try export([models[1], models[0]], options)
        #expect(try listed().count == 2)
        let gone = try #require(try listed().first)
        try FileManager.default.removeItem(atPath: test.scratch.file("out/\(gone)"))
        _ = try export([models[2]], options)
        #expect(try listed().count == 2 && !listed().contains(gone))
    }

    @Test("a dry export says the names and writes nothing")
    func dry() throws {
        let models = try (1...2).map { try test.add($0, as: "same.glb") }
        var dry = options
        dry.isDry = true
        let planned = try export(models, dry).map { try $0.outcome.get() }
        #expect(!FileManager.default.fileExists(atPath: test.scratch.file("out")))
        #expect(try export(models, options).map { try $0.outcome.get() } == planned)
    }

    @Test("a title may be the list's name")
    func titledIndex() throws {
        let model = try test.add(1)
        _ = try test.library.catalog.apply([.rename("index.csv")], to: [model.id])
        var options = options
        options.template = try NameTemplate("{title}/{id}", isField: NameTemplate.isField)
        options.archive = test.scratch.file("out.zip")
        #expect(try export([model], options).map { reason($0) } == [nil])
        #expect(try test.names(in: "out").contains("index-2.csv"))
    }

    @Test("a folder in a file's place is not replaced", arguments: [true, false])
    func folderInTheWay(overwrites: Bool) throws {
        let models = try (1...2).map { try test.add($0, as: "m\($0).glb") }
        try test.scratch.write("out/m1.glb/x", [])
        try test.scratch.write("out/m2.json/x", [])
        var options = options
        options.template = try NameTemplate("{title}.{ext}", isField: NameTemplate.isField)
        options.overwrites = overwrites
        #expect(try export(models, options).map { try? $0.outcome.get() } == ["m1-2.glb", "m2-2.glb"])
    }
}
