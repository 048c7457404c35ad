extension TextMatcher {
    /// How long a passage is, in bytes of UTF-8, roughly.
    private static let passage = 160

    /// The title with the places that match.
    mutating func title(of model: Model) throws -> Excerpt {
        Excerpt(
            field: TextColumn.title.fieldName, text: model.title, matches: try matches(in: model.title, of: .title))
    }

    /// The passage that says best why a model matches: of the text in which the most places match, other than the title.
    mutating func excerpt(of model: Model, names: () throws -> String) throws -> Excerpt? {
        var best: Excerpt?
        for column in TextColumn.allCases where column != .title {
            // Names can be long, and say less than any other text.
            if column == .names, best != nil { continue }
            let text = column == .names ? try names() : model.text(column)
            let matches = try matches(in: text, of: column)
            if matches.count > best?.matches.count ?? 0 {
                best = Excerpt(field: column.fieldName, text: text, matches: matches)
            }
        }
        return best?.cut(to: Self.passage)
    }
}

extension Excerpt {
    /// The passage of so many bytes that has the most matches, from the beginning of a word to the end of one.
    func cut(to length: Int) -> Excerpt {
        let bytes = Array(text.utf8)
        guard bytes.count > length, let first = densest(length) else { return self }
        // The first match stands where it can be read in its context.
        var start = max(0, min(matches[first].lowerBound - length / 4, bytes.count - length))
        var end = min(bytes.count, max(start + length, matches[first].upperBound))
        if start > 0 {
            start =
                bytes[start..<matches[first].lowerBound].firstIndex(of: UInt8(ascii: " ")).map { $0 + 1 }
                ?? matches[first].lowerBound
        }
        if end < bytes.count { end = bytes[matches[first].upperBound..<end].lastIndex(of: UInt8(ascii: " ")) ?? end }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }

        let before = start > 0 ? "…" : ""
        let passage = String(decoding: bytes[start..<end], as: UTF8.self).replacing("\n", with: " ")
        let offset = before.utf8.count - start
        return Excerpt(
            field: field, text: before + passage + (end < bytes.count ? "…" : ""),
            matches: matches.filter { $0.lowerBound >= start && $0.upperBound <= end }
                .map { $0.lowerBound + offset..<$0.upperBound + offset })
    }

    /// The match from which the most matches follow within so many bytes.
    private func densest(_ length: Int) -> Int? {
        var best: (index: Int, count: Int)?
        var end = 0
        for index in matches.indices {
            while end < matches.count, matches[end].upperBound <= matches[index].lowerBound + length * 3 / 4 {
                end += 1
            }
            let count = max(1, end - index)
            if count > best?.count ?? 0 { best = (index, count) }
        }
        return best?.index
    }
}

extension Model {
    fileprivate func text(_ column: TextColumn) -> String {
        switch column {
        case .title: title
        case .prompt: prompt
        case .texturePrompt: texturePrompt
        case .note: note
        case .tags: tags.joined(separator: "\n")
        case .negative: negativePrompt
        case .names: ""
        }
    }
}
