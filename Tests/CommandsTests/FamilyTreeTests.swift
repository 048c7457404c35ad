import Catalog
import TestSupport
import Testing

@testable import Commands

@Suite("The tree of a family")
struct FamilyTreeTests {
    /// The tree of the last of some models, each given by the end of its id, its title and what it was made from.
    private func lines(
        _ models: [(Int, String, [(String, Relation)])], of asked: Int, depth: Int = 12
    ) throws -> [String] {
        let scratch = try Scratch()
        let catalog = try Catalog(path: scratch.file("catalog.sqlite"))
        _ = try catalog.add(
            models.map { number, title, parents in
                var model = NewModel(kind: .remesh)
                model.id = ModelID(Self.id(number))
                model.title = title
                model.taskID = "task-\(number)"
                model.parents = parents.map { NewParent($0.0, $0.1) }
                model.created = Timestamp(milliseconds: 1_795_167_000_000 + Int64(number))
                return model
            })
        let id = try catalog.resolve(Self.id(asked))
        let tree = FamilyTree(try catalog.family(of: id), asked: id)
        let world = World(
            environment: { _ in nil }, outputIsTerminal: false, errorsAreTerminal: false, inputIsTerminal: false,
            width: 80, write: { _, _ in })
        return World.$current.withValue(world) { tree.lines(asked: id, depth: depth) }
    }

    private static func id(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    @Test("a model stands below what it was made from, and says which model it repeats")
    func repeats() throws {
        let tree = try lines(
            [
                (1, "mask", []), (2, "mask", [(Self.id(1), .refine)]),
                (3, "lion", [(Self.id(1), .refine), (Self.id(2), .regenerate)]),
                (4, "low", [(Self.id(2), .remesh)]),
            ], of: 2)
        #expect(
            tree == [
                "00000001  remesh · mask · 2026-11-20",
                "├─ 00000002  refine · remesh · 2026-11-20  ◀",
                "│  └─ 00000004  remesh · low · 2026-11-20",
                "└─ 00000003  refine · remesh · lion · regenerate of 00000002 · 2026-11-20",
            ])
    }

    @Test("a parent that is not in the library stands at the top")
    func missing() throws {
        let tree = try lines([(1, "a", [("gone", .refine)]), (2, "b", [("gone", .refine)])], of: 1)
        #expect(
            tree == [
                "gone  (not in the library)", "├─ 00000001  refine · remesh · a · 2026-11-20  ◀",
                "└─ 00000002  refine · remesh · b · 2026-11-20",
            ])
    }

    @Test("a circle is drawn once, beginning with the model that was asked for")
    func circle() throws {
        let tree = try lines(
            [(1, "a", [(Self.id(3), .remesh)]), (2, "b", [(Self.id(1), .remesh)]), (3, "c", [(Self.id(2), .remesh)])],
            of: 2)
        #expect(tree.count == 3)
        #expect(tree[0].hasPrefix("00000002") && tree[0].hasSuffix("◀"))
        #expect(tree[1].hasPrefix("└─ 00000003"))
        #expect(tree[2].hasPrefix("   └─ 00000001"))
    }

    @Test("of a very deep tree the generations around the model are drawn")
    func deep() throws {
        let chain = (1...1500).map { number in
            (number, "m\(number)", number == 1 ? [] : [(Self.id(number - 1), Relation.remesh)])
        }
        let tree = try lines(chain, of: 700, depth: 3)
        #expect(tree.count == 8)
        #expect(tree[0].hasPrefix("00000697"))
        #expect(tree[3].contains("00000700") && tree[3].hasSuffix("◀"))
        #expect(tree[7] == "… and 1,493 more; --depth draws more generations")
    }
}
