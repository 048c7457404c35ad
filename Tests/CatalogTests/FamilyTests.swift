import Testing

@testable import Catalog

@Suite("Families of models")
struct FamilyTests {
    /// Models that are named by their own ids, each with what it was made from.
    private func catalog(_ models: [(ModelID, [(String, Relation)])]) throws -> TemporaryCatalog {
        try TemporaryCatalog(
            models.map { id, parents in
                .titled(id.description) { model in
                    model.id = id
                    model.parents = parents.map { NewParent($0.0, $0.1) }
                }
            })
    }

    private static let ids = (0..<6).map { number in
        ModelID("0000000\(number)") ?? .random()
    }

    @Test("ancestors, their other descendants and parents that are not here belong to it; strangers do not")
    func members() throws {
        let (root, refined, again, remesh, stranger) = (Self.ids[0], Self.ids[1], Self.ids[2], Self.ids[3], Self.ids[4])
        let library = try catalog([
            (root, [("01a1f84a-95cd-7bdd-8164-d8399f767c45", .retexture)]), (refined, [(root.description, .refine)]),
            (again, [(root.description, .refine), (refined.description, .regenerate)]),
            (remesh, [(refined.description, .remesh)]), (stranger, []),
        ])
        let family = try library.catalog.family(of: remesh)
        #expect(family.isComplete)
        #expect(family.models.first?.id == remesh)
        #expect(Set(family.models.map(\.id)) == [root, refined, again, remesh])
        #expect(
            family.lines == [
                Family.Line(
                    child: root, parent: nil, reference: "01a1f84a-95cd-7bdd-8164-d8399f767c45", relation: .retexture),
                Family.Line(child: refined, parent: root, reference: root.description, relation: .refine),
                Family.Line(child: again, parent: root, reference: root.description, relation: .refine),
                Family.Line(child: again, parent: refined, reference: refined.description, relation: .regenerate),
                Family.Line(child: remesh, parent: refined, reference: refined.description, relation: .remesh),
            ])
        #expect(try library.catalog.family(of: stranger).models.map(\.id) == [stranger])
    }

    @Test("a parent that is known by its id and by its task is one parent; models share one that is not here")
    func references() throws {
        let library = try TemporaryCatalog([
            .titled("parent") { model in
                model.id = Self.ids[0]
                model.taskID = "task-of-parent"
            },
            .titled("child") { model in
                model.id = Self.ids[1]
                model.parents = [
                    NewParent(Self.ids[0].description, .refine), NewParent("task-of-parent", .refine),
                    NewParent("gone", .regenerate),
                ]
            },
            .titled("sibling") { $0.parents = [NewParent("gone", .refine)] },
        ])
        let family = try library.catalog.family(of: Self.ids[1])
        #expect(family.models.map(\.title) == ["child", "parent", "sibling"])
        #expect(family.lines.map(\.relation) == [.refine, .regenerate, .refine])
    }

    @Test("models that descend from each other in a circle are each found once")
    func circle() throws {
        let (first, second) = (Self.ids[0], Self.ids[1])
        let library = try catalog([
            (first, [(second.description, .remesh)]), (second, [(first.description, .remesh)]),
        ])
        let family = try library.catalog.family(of: first)
        #expect(family.models.map(\.id) == [first, second])
        #expect(family.lines.count == 2)
    }

    @Test("a family that is too large is cut off far from the model, and says so")
    func limit() throws {
        let models = (0..<40).map { _ in ModelID.random() }
        let library = try catalog(
            models.enumerated().map { index, id in
                (id, index == 0 ? [] : [(models[index - 1].description, .remesh)])
            })
        let family = try library.catalog.family(of: models[20], limit: 5)
        #expect(!family.isComplete)
        #expect(Set(family.models.map(\.id)) == Set(models[18...22]))
        #expect(family.lines.count == 4)
        #expect(try library.catalog.family(of: models[20]).models.count == 40)
    }
}
