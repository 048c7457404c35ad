/// What the name of a downloaded file says about the model, by the patterns of Meshy's web workspace.
///
/// `Meshy_AI_Monster_Mask_1122203544_texture.glb` gives the title and when it was made, without the year. Names that
/// people changed (`(1)`, `_low`, `compressed-…`) are understood too; a name of no known pattern gives nil.
struct MeshyFileName: Equatable {
    /// A moment in a year that the name does not tell.
    struct Moment: Equatable {
        let month, day, hour, minute, second: Int
    }

    /// What the model's maker did, as far as the name is sure of it.
    enum Stage: Equatable {
        case generated
        case textured
        case imageTo3D
        case rigged
        case animated(clip: String?)
    }

    /// The prompt's first words, as the service cut them; nil if the name holds none.
    let title: String?
    let moment: Moment?
    let stage: Stage

    /// Reads a name without its folder and its extension.
    init?(stem: String) {
        let parts = Self.withoutOwnersMarks(stem).split(separator: "_", omittingEmptySubsequences: false).map(
            String.init)
        let lower = parts.map { $0.lowercased() }

        if let index = parts.indices.first(where: { Self.moment(parts[$0]) != nil && $0 + 1 < parts.count }),
            let stage = Self.stage(lower[(index + 1)...].joined(separator: "_"))
        {
            title = Self.title(parts[..<index])
            moment = Self.moment(parts[index])
            self.stage = stage
        } else if let index = lower.lastIndex(of: "animation"), lower.last == "withskin", index + 2 < parts.count {
            let clip = parts[(index + 1)..<(parts.count - 1)].joined(separator: " ")
            title = Self.title(parts[..<index])
            moment = nil
            stage = .animated(clip: clip)
        } else if lower.suffix(2) == ["character", "output"] {
            title = Self.title(parts.dropLast(2))
            moment = nil
            stage = .rigged
        } else if lower.suffix(3) == ["meshy", "merged", "animations"] {
            title = Self.title(parts.dropLast(3))
            moment = nil
            stage = .animated(clip: nil)
        } else {
            return nil
        }
    }

    private static func stage(_ suffix: String) -> Stage? {
        switch suffix {
        case "generate": .generated
        case "image-to-3d-texture", "image-to-3d": .imageTo3D
        case "texture": .textured
        default: nil
        }
    }

    /// Ten digits that are a month, day, hour, minute and second.
    private static func moment(_ text: String) -> Moment? {
        guard text.utf8.count == 10, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let digits = text.utf8.map { Int($0) - 0x30 }
        let pairs = stride(from: 0, to: 10, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
        guard (1...12).contains(pairs[0]), (1...31).contains(pairs[1]), pairs[2] < 24, pairs[3] < 60, pairs[4] < 61
        else { return nil }
        return Moment(month: pairs[0], day: pairs[1], hour: pairs[2], minute: pairs[3], second: pairs[4])
    }

    /// The words between the service's prefix and the skeleton's kind.
    private static func title(_ parts: ArraySlice<String>) -> String? {
        var parts = parts
        // Merged clips repeat the prefix behind the title.
        for edge in 0..<2 {
            let pair = (edge == 0 ? parts.prefix(2) : parts.suffix(2)).map { $0.lowercased() }
            if pair == ["meshy", "ai"] { parts = edge == 0 ? parts.dropFirst(2) : parts.dropLast(2) }
        }
        if let last = parts.last?.lowercased(), last == "biped" || last == "quadruped" { parts.removeLast() }
        let words = parts.filter { !$0.isEmpty }.joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    /// The name without what people and browsers add to it.
    private static func withoutOwnersMarks(_ stem: String) -> String {
        var name = Substring(stem)
        if name.hasPrefix("compressed-") { name.removeFirst("compressed-".count) }
        while true {
            if name.hasSuffix(")"), let open = name.lastIndex(of: "("),
                Int(name[name.index(after: open)...].dropLast()) != nil
            {
                name = name[..<open]
                while name.hasSuffix(" ") { name.removeLast() }
            } else if let mark = ownersMarks.first(where: { name.lowercased().hasSuffix($0) }) {
                name.removeLast(mark.count)
            } else {
                return String(name)
            }
        }
    }

    private static let ownersMarks = [
        "_512", "_1k", "_2k", "_4k", "_low", "_opt", "_optimized", "-optimized", "_compressed", "-compressed",
    ]
}
