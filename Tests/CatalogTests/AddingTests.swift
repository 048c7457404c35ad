import Testing

@testable import Catalog

struct AddingTests {
    @Test("the same file again is the same model")
    func sameFile() throws {
        let library = try TemporaryCatalog()
        let first = try library.catalog.add([.titled("Mask")])
        let second = try library.catalog.add([.titled("Mask")])
        guard case .added(let id) = first[0] else { Issue.record("not added: \(first)"); return }
        #expect(second == [.alreadyPresent(id, filled: [], isTrashed: false)])
        #expect(try library.titles("") == ["Mask"])
    }

    @Test("twice in one batch is once")
    func sameBatch() throws {
        let library = try TemporaryCatalog()
        let outcomes = try library.catalog.add([.titled("Mask"), .titled("Mask"), .titled("Potion")])
        #expect(outcomes[0].id == outcomes[1].id)
        #expect(try Set(library.titles("")) == ["Mask", "Potion"])
    }

    @Test("what was empty is filled in, what was not stays")
    func filling() throws {
        var bare = NewModel.titled("Mask")
        bare.title = ""
        bare.prompt = "kept"
        let library = try TemporaryCatalog([bare])
        var rich = NewModel.titled("Mask") { model in
            model.kind = .textTo3DRefine
            model.prompt = "not taken"
            model.seed = 7
            model.rating = 4
            model.created = Timestamp("2026-10-05T00:00:00Z")
            model.tags = ["boss"]
            model.collections = ["Dungeon"]
            model.taskID = "t-1"
            model.parameters = #"{"a":1}"#
        }
        rich.inspect { $0.triangles = 5 }
        let outcome = try library.catalog.add([rich])[0]
        guard case .alreadyPresent(let id, let filled, false) = outcome else { Issue.record("\(outcome)"); return }
        #expect(Set(filled) == ["title", "seed", "created", "parameters", "kind", "rating", "task", "tag", "in"])
        let detail = try library.catalog.model(id)
        #expect(detail.model.title == "Mask")
        #expect(detail.model.prompt == "kept")
        #expect(detail.model.kind == .textTo3DRefine)
        #expect(detail.model.seed == 7)
        #expect(detail.model.statistics?.triangles == 5)
        #expect(detail.parameters == #"{"a":1}"#)
        #expect(try library.titles("mask kept tag:boss") == ["Mask"])
        guard case .alreadyPresent(_, filled: [], _) = try library.catalog.add([rich])[0] else {
            Issue.record("filled twice"); return
        }
    }

    @Test("a file for a task that is known joins its model")
    func sameTask() throws {
        let library = try TemporaryCatalog()
        var task = NewModel(kind: .textTo3DPreview)
        task.taskID = "018f-1"
        task.prompt = "a mask"
        let id = try library.catalog.add([task])[0].id
        #expect(try library.titles("is:failed").count == 1)
        var file = NewModel.titled("Mask")
        file.taskID = "018f-1"
        file.files.append(NewFile(ModelFile(hash: testHash("obj"), bytes: 9, format: "obj")))
        #expect(try library.catalog.add([file])[0].id == id)
        let detail = try library.catalog.model(id)
        #expect(detail.files.map(\.format) == ["glb", "obj"])
        #expect(detail.model.hash == testHash("Mask"))
        #expect(try library.titles("is:failed").isEmpty)
    }

    @Test("another file of a task that has one is a model of its own, without the task")
    func taskWithTwoFiles() throws {
        let library = try TemporaryCatalog(["A", "B", "A"].map { title in .titled(title) { $0.taskID = "018f-1" } })
        #expect(try library.titles("sort:title") == ["A", "B"])
        #expect(try library.titles("task:018f-1") == ["A"])
    }

    @Test("the main file is the first GLB")
    func mainFile() throws {
        var model = NewModel.titled("Mask")
        model.files.insert(NewFile(ModelFile(hash: testHash("fbx"), bytes: 1, format: "fbx")), at: 0)
        model.files.insert(NewFile(ModelFile(role: .thumbnail, hash: testHash("png"), bytes: 1, format: "png")), at: 0)
        let library = try TemporaryCatalog([model])
        let detail = try library.catalog.model(library.id("Mask"))
        #expect(detail.model.hash == testHash("Mask"))
        #expect(detail.files.first?.hash == testHash("Mask"))
        #expect(detail.files.count == 3)
        #expect(try library.catalog.models(withObject: testHash("png")).map(\.title) == ["Mask"])
    }

    @Test("an id that is wanted is kept if it is free")
    func presetID() throws {
        let id = try #require(ModelID("7k2m9qxd"))
        let library = try TemporaryCatalog()
        let outcomes = try library.catalog.add(["A", "B"].map { title in .titled(title) { $0.id = id } })
        #expect(outcomes[0].id == id)
        #expect(outcomes[1].id != id)
    }

    @Test("parents are linked whenever they come, by task or by id")
    func lineage() throws {
        let library = try TemporaryCatalog()
        let parentID = try #require(ModelID("7k2m9qxd"))
        let child = try library.catalog.add([
            .titled("Child") { $0.parents = [NewParent("7K2M9QXD", .refine), NewParent("t-0", .rig)] }
        ])[0].id
        var detail = try library.catalog.model(child)
        #expect(detail.parents.map(\.id) == [nil, nil])
        #expect(detail.model.parents.isEmpty)
        _ = try library.catalog.add([
            .titled("Parent") { $0.id = parentID },
            .titled("Other") { $0.taskID = "t-0" },
            .titled("Self") { ($0.taskID, $0.parents) = ("t-9", [NewParent("t-9", .remesh)]) },
        ])
        detail = try library.catalog.model(child)
        #expect(detail.parents.map(\.title) == ["Parent", "Other"])
        #expect(detail.parents.map(\.relation) == [.refine, .rig])
        #expect(detail.model.parents.contains(parentID))
        #expect(try library.catalog.model(parentID).children.map(\.id) == [child])
        #expect(try library.titles("parent:7k2m") == ["Child"])
        #expect(try library.catalog.model(library.id("Self")).parents.map(\.id) == [nil])
    }

    @Test("names and texts are brought into shape")
    func cleaning() throws {
        let library = try TemporaryCatalog([
            .titled("A\u{0}B") { model in
                model.tags = ["  Big \n Boss ", "big boss", "", " ", "\u{7}"]
                model.collections = [" My  Dungeon ", ""]
                model.rating = 99
                model.note = "nul\u{0}l"
            }
        ])
        let model = try #require(try library.search("").hits.first?.model)
        #expect(model.title == "AB")
        #expect(model.note == "null")
        #expect(model.tags == ["big boss"])
        #expect(model.collections == ["My Dungeon"])
        #expect(model.rating == 5)
    }

    @Test("a batch is added as a whole or not at all")
    func atomic() throws {
        let library = try TemporaryCatalog()
        #expect(throws: CatalogError.self) {
            try library.catalog.add([.titled("Good"), .titled("Bad") { $0.parameters = "{not json" }])
        }
        #expect(try library.titles("").isEmpty)
        #expect(try library.catalog.objects().isEmpty)
    }

    @Test("a newer inspector replaces what an older one found, words included")
    func reinspection() throws {
        var model = NewModel.titled("Mask")
        model.inspect(names: ["Armature"]) { $0.triangles = 1 }
        let library = try TemporaryCatalog([model])
        let hash = testHash("Mask")
        var newer = Inspection(version: 2, statistics: .init(), names: ["Skeleton"], report: #"{"new":true}"#)
        newer.statistics.triangles = 2
        #expect(try library.catalog.record(newer, ofObject: hash))
        newer.version = 1
        #expect(try !library.catalog.record(newer, ofObject: hash))
        #expect(try !library.catalog.record(newer, ofObject: testHash("unknown")))
        #expect(try library.titles("skeleton tris:2") == ["Mask"])
        #expect(try library.titles("\"armature\"") == [])
        #expect(try library.catalog.model(library.id("Mask")).inspection?.report == #"{"new":true}"#)
    }

    @Test("models with the same counts and size are duplicates, as long as both are there")
    func duplicates() throws {
        func twin(_ title: String, _ width: Double) -> NewModel {
            .titled(title) { model in
                model.inspect { numbers in
                    numbers.triangles = 100
                    numbers.vertices = 50
                    numbers.size = Inspection.Size(x: width, y: 1, z: 1)
                }
            }
        }
        let library = try TemporaryCatalog([twin("A", 1), twin("B", 1), twin("C", 1.0001)])
        #expect(try Set(library.titles("is:duplicate")) == ["A", "B"])
        #expect(try library.catalog.statistics().duplicates == 2)
        _ = try library.catalog.apply([.trash], to: [library.id("A")])
        #expect(try library.titles("is:duplicate").isEmpty)
    }

    @Test("everything that is known comes back")
    func detail() throws {
        let model = NewModel.titled("Mask") { model in
            model.kind = .remesh
            model.prompt = "p"
            model.negativePrompt = "n"
            model.texturePrompt = "t"
            model.artStyle = "s"
            model.aiModel = "a"
            model.seed = -5
            model.taskID = "018f"
            model.rating = 2
            model.state = .rejected
            model.note = "o"
            model.created = Timestamp(milliseconds: 5)
            model.imported = Timestamp(milliseconds: 9)
            model.parameters = "[1]"
            var statistics = Inspection.Statistics()
            (statistics.triangles, statistics.vertices, statistics.meshes, statistics.primitives) = (1, 2, 3, 4)
            (statistics.drawCalls, statistics.materials, statistics.textures, statistics.textureSize) = (5, 6, 7, 8)
            (statistics.textureBytes, statistics.animations, statistics.skins, statistics.joints) = (9, 10, 11, 12)
            (statistics.nodes, statistics.errors, statistics.warnings, statistics.generator) = (13, 14, 15, "g")
            (statistics.isValid, statistics.isWatertight, statistics.size) = (
                false, true, Inspection.Size(x: 1.5, y: 2, z: 0.1)
            )
            model.files[0].inspection = Inspection(version: 3, statistics: statistics, names: ["a", "b"], report: "{}")
            model.files[0].file.name = "mask.glb"
            model.files[0].file.source = "/somewhere/mask.glb"
        }
        let library = try TemporaryCatalog([model])
        let detail = try library.catalog.model(library.id("Mask"))
        #expect(detail.inspection == model.files[0].inspection)
        #expect(detail.files == model.files.map(\.file))
        #expect(detail.parameters == "[1]")
        let found = detail.model
        #expect(found.statistics == model.files[0].inspection?.statistics)
        #expect(
            [found.prompt, found.negativePrompt, found.texturePrompt, found.artStyle, found.aiModel, found.note] == [
                "p", "n", "t", "s", "a", "o",
            ])
        #expect(
            found.kind == .remesh && found.seed == -5 && found.taskID == "018f" && found.rating == 2
                && found.state == .rejected)
        #expect(
            found.created?.milliseconds == 5 && found.imported.milliseconds == 9 && found.bytes == 1000
                && found.format == "glb")
        #expect(found.value(of: "texture-size") == "8")
        #expect(found.value(of: "created") == "1970-01-01")
        #expect(found.value(of: "nonsense") == nil)
    }
}
