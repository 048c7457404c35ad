import Testing

@testable import Library

@Suite("Name templates")
struct NameTemplateTests {
    private let values = ["title": "Monster Mask", "id": "7K3PZQ0X", "ext": "glb", "kind": "text-to-3d.refine"]

    private func template(_ pattern: String) throws -> NameTemplate {
        try NameTemplate(pattern) { values.keys.contains($0) }
    }

    private func path(_ pattern: String, title: String? = nil) throws -> String {
        try template(pattern).path { $0 == "title" ? title ?? values["title", default: ""] : values[$0, default: ""] }
    }

    @Test("fields are replaced and slashes make folders")
    func fields() throws {
        #expect(try path("{title}-{id}.{ext}") == "Monster Mask-7K3PZQ0X.glb")
        #expect(try path("{kind}/{title}.{ext}") == "text-to-3d.refine/Monster Mask.glb")
        #expect(try path("{{{title}}}.{ext}") == "{Monster Mask}.glb")
    }

    @Test(
        "no title leads out of the folder or is refused by a file system",
        arguments: [
            ("../../etc/passwd", "etc-passwd"), ("/abs", "abs"), ("a/b\\c", "a-b-c"), ("..", "untitled"),
            ("", "untitled"),
            ("CON", "_CON"), ("com1.txt", "_com1.txt"), ("what? *now*", "what- -now"), ("nul\0\u{1B}[2J", "nul-[2J"),
            ("trailing. ", "trailing"), ("Größe ❤", "Größe ❤"), ("\u{202E}evil", "evil"), ("a::b", "a-b"),
        ])
    func hostile(title: String, name: String) throws {
        #expect(try path("{title}", title: title) == name)
        #expect(try path("{title}/{id}", title: title) == "\(name)/7K3PZQ0X")
    }

    @Test("a long title is cut at a character, within what file systems take")
    func long() throws {
        let name = try path("{title}", title: String(repeating: "é", count: 500))
        #expect(name.utf8.count == 120)
        #expect(name.allSatisfy { $0 == "é" })
    }

    @Test(
        "a long title leaves room for the other values",
        arguments: ["a", "é", "\u{65}\u{301}\u{301}\u{301}\u{301}", "👨‍👩‍👧‍👦"])
    func longTitle(unit: String) throws {
        let name = try path("{kind}/x {title}-{id}.{ext}", title: String(repeating: unit, count: 300))
        let last = try #require(name.split(separator: "/").last)
        #expect(name.hasPrefix("text-to-3d.refine/x ") && name.hasSuffix("-7K3PZQ0X.glb"))
        #expect((95...120).contains(last.utf8.count))
    }

    @Test(
        "faults point at the column",
        arguments: [
            ("{nope}", 1), ("a{title}{", 9), ("ab}", 3), ("{title", 1), ("", 1), ("/{title}", 1), ("../{title}", 1),
            ("{title}/../{id}", 9), ("a/..", 3),
        ])
    func faults(pattern: String, column: Int) {
        let fault = #expect(throws: NameTemplate.Fault.self) { try template(pattern) }
        #expect(fault?.column == column)
    }

    @Test("collisions are numbered, also where only the case differs")
    func unique() {
        var paths = UniquePaths()
        #expect(paths.claim("a/mask.glb") == "a/mask.glb")
        #expect(paths.claim("a/Mask.glb") == "a/Mask-2.glb")
        #expect(paths.claim("a/mask.glb") == "a/mask-3.glb")
        #expect(paths.claim("b/mask.glb") == "b/mask.glb")
        #expect(paths.claim("v1.2/readme") == "v1.2/readme")
        #expect(paths.claim("v1.2/readme") == "v1.2/readme-2")
        #expect(paths.claim("a/mask-2.glb") == "a/mask-2-2.glb")
    }
}
