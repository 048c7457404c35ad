import Catalog
import TestSupport
import Testing

@testable import Library

@Suite("Sidecars")
struct SidecarTests {
    @Test("every member of a model comes back, and its file's name")
    func roundTrip() throws {
        let first = try TestLibrary()
        let record = """
            {"schema": "meshy-lib.sidecar/1", "id": "m0n5ter2", "title": "M \\"x\\"\\n❤", "kind": "text-to-3d.refine",
             "prompt": "p", "negativePrompt": "n", "texturePrompt": "t", "artStyle": "a", "aiModel": "meshy-6", "seed": -4,
             "taskId": "019a95fb", "parents": [{"id": "m0n5ter1", "relation": "refine"}, {"taskId": "x-1", "relation": "rig"}],
             "parameters": {"mode": "refine", "deep": [[1.5, null]]}, "tags": ["b", "a"], "collections": ["One, two"],
             "rating": 5, "review": "approved", "notes": "line\\nline", "created": "2026-11-18T09:42:00.123Z",
             "imported": "2026-11-22T21:57:18.215Z", "file": {"name": "first name.glb"}}
            """
        let model = try first.add(1, record: record)
        #expect(model.title == "M \"x\"\n❤" && model.seed == -4 && model.rating == 5 && model.state == .approved)
        let detail = try first.library.catalog.model(model.id)
        #expect(detail.files.map(\.name) == ["first name.glb"])
        #expect(detail.parents.count == 2 && detail.parameters != nil)

        let text = Sidecar.json(of: detail)
        let second = try TestLibrary()
        let again = try second.add(1, as: "other.glb", record: text)
        #expect(again == model)
        #expect(Sidecar.json(of: try second.library.catalog.model(again.id)) == text)
    }

    @Test("a model in the trash says so, and comes in as one that is not")
    func trashed() throws {
        let first = try TestLibrary()
        let model = try first.add(1)
        _ = try first.library.catalog.apply([.trash], to: [model.id])
        let text = Sidecar.json(of: try first.library.catalog.model(model.id))
        #expect(text.contains(#""trashed": "20"#))
        #expect(try TestLibrary().add(1, record: text).trashed == nil)
    }

    @Test(
        "members of a wrong type are unknown, and hostile ones do no harm",
        arguments: [
            "1", "-1e999", "99999999999999999999999", "1.5", "null", "true", "[]", "{}", "[[1],{\"id\":2}]", "\"\"",
            "\"\\u0000\\u202E\\uD800\"", "\"9999-12-31T23:59:59-23:59\"", "\"0000-01-01T00:00:00+23:59\"",
            "{\"name\":\"../../etc/passwd\"}", "{\"name\":[]}", "[{\"id\":\"x\",\"relation\":\"nothing\"}]",
            String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
            String(repeating: "[", count: 100_000),
        ])
    func hostile(value: String) throws {
        let names = [
            "id", "title", "kind", "prompt", "negativePrompt", "texturePrompt", "artStyle", "aiModel", "seed", "taskId",
            "parents", "parameters", "tags", "collections", "rating", "review", "notes", "created", "imported", "file",
        ]
        let test = try TestLibrary()
        let members = names.map { "\"\($0)\":\(value)" }.joined(separator: ",")
        let model = try test.add(1, record: "{\"schema\":\"meshy-lib.sidecar/1\",\(members)}")
        #expect((0...5).contains(model.rating))
        #expect(model.imported.description.utf8.count <= 24)
        let detail = try test.library.catalog.model(model.id)
        #expect(detail.files.map { $0.name.contains("/") } == [false])
        _ = Sidecar.json(of: detail)
        _ = try test.library.catalog.statistics()
    }
}
