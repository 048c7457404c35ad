/// An AI model that requests can name, and what it may be used for.
struct AIModel: Equatable, Sendable {
    enum Use: Sendable { case geometry, texture, smartTopology }

    /// Models of one line fit each other: a preview of one can be refined by another.
    enum Line: String, Codable, Sendable { case standard, lite, references, smartTopology }

    let name: String
    let line: Line
    /// The uses, each with the moment from which the model is no longer accepted for it.
    fileprivate let uses: [Use: Milliseconds]

    func isOffered(for use: Use, at now: Milliseconds) -> Bool { uses[use].map { now < $0 } ?? false }

    static let latest = AIModel("latest", .standard, [.geometry: never, .texture: never])

    private static let all = [
        latest,
        AIModel("meshy-7.1", .standard, [.geometry: never]),
        AIModel("meshy-7", .standard, [.geometry: endOf2026, .texture: never]),
        AIModel("meshy-6", .standard, [.geometry: never, .texture: never]),
        AIModel("meshy-6-lite", .lite, [.geometry: never, .texture: never]),
        AIModel("meshy-n1", .references, [.texture: never]),
        AIModel("meshy-t2", .smartTopology, [.smartTopology: never]),
        AIModel("meshy-t2.5", .smartTopology, [.smartTopology: never]),
    ]
    private static let retired: Set = ["meshy-t1", "meshy-5", "meshy-4", "meshy-3"]

    private static let never = Milliseconds.max
    private static let endOf2026: Milliseconds = 1_798_675_200_000  // 2026-12-31

    private init(_ name: String, _ line: Line, _ uses: [Use: Milliseconds]) {
        self.name = name
        self.line = line
        self.uses = uses
    }

    /// The model that `field` names, if it may be used in one of the ways `uses`.
    static func named(
        by field: String, in fields: Fields, for uses: Set<Use>, at now: Milliseconds
    ) throws(Refusal) -> AIModel? {
        guard let name = try fields.text(field) else { return nil }
        let offered = all.filter { model in uses.contains { model.isOffered(for: $0, at: now) } }
        if let model = offered.first(where: { $0.name == name }) { return model }
        let isPast = retired.contains(name) || all.contains { $0.name == name && !uses.isDisjoint(with: $0.uses.keys) }
        guard !isPast else { throw .invalid("\(field) \(name) has been retired") }
        throw .invalid("Invalid \(field): \(name), must be one of [\(offered.map(\.name).joined(separator: " "))]")
    }

    /// Whether it can paint a preview that a model of `line` made. Smart topology has no painter of its own.
    func paints(_ line: Line) -> Bool { self.line == line || (line == .smartTopology && self.line == .standard) }

    /// Whether maps and textures larger than 2K can be made.
    var hasLargeTextures: Bool { line == .standard }
}
