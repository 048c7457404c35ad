/// Which part of the results to return.
public struct Page: Hashable, Sendable {
    /// How many models at most.
    public var limit: Int
    /// How many to leave out before the first.
    public var offset: Int

    /// Makes a page.
    public init(limit: Int = 50, offset: Int = 0) {
        self.limit = max(0, limit)
        self.offset = max(0, offset)
    }
}

/// What a search found.
public struct SearchResult: Sendable {
    /// The models of the page asked for, in order.
    public var hits: [SearchHit]
    /// How many models there are in all.
    public var total: Total
    /// How the models were put in order.
    public var order: Order
    /// What was searched instead, when the words themselves are nowhere to be found; nil otherwise.
    public var interpretation: Interpretation?
    /// What could be meant by a name that is not in the library, in one sentence; only when nothing was found.
    public var hint: String?

    /// A number of models.
    public enum Total: Hashable, Sendable {
        /// Exactly so many.
        case exactly(Int)
        /// At least so many; counting stopped there.
        case atLeast(Int)
    }

    /// How models were put in order.
    public enum Order: Hashable, Sendable {
        /// As the query's `sort:` says.
        case field
        /// The newest first.
        case newest
        /// All matches by relevance, the best first.
        case relevance
        /// The newest so many matches by relevance, then all others, the newest first.
        case relevanceOfNewest(Int)
    }

    /// Words that were replaced by others.
    public struct Interpretation: Hashable, Sendable {
        /// Which words were replaced by which.
        public var replacements: [Replacement]

        /// A word and those that were searched in its place.
        public struct Replacement: Hashable, Sendable {
            /// What was typed.
            public var word: String
            /// What was searched, the nearest first.
            public var replacements: [String]
        }
    }
}

extension SearchResult.Interpretation: CustomStringConvertible {
    /// One sentence for a person: `nothing matches 'msk'; showing 'mask'`.
    public var description: String {
        replacements.map { replacement in
            let shown = replacement.replacements.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
            let more = replacement.replacements.count - 3
            return "nothing matches '\(replacement.word)'; showing \(shown)" + (more > 0 ? " and \(more) more" : "")
        }.joined(separator: "; ")
    }
}

/// A model that was found.
public struct SearchHit: Hashable, Sendable {
    /// The model.
    public var model: Model
    /// How well it matches, more is better; 0 when the order is not by relevance.
    public var score: Double
    /// The title with the places that match.
    public var title: Excerpt
    /// The passage of the other texts that matches best; nil if none does.
    public var excerpt: Excerpt?
}

/// A piece of text with the places in it that match a search.
public struct Excerpt: Hashable, Sendable {
    /// Which text it is of: `title`, `prompt`, `texture-prompt`, `negative`, `note`, `tag` or `names`.
    public var field: String
    /// The text, cut to a passage if it is long; `…` stands where it was cut.
    public var text: String
    /// The places that match, as offsets into `text.utf8`, in order and apart.
    public var matches: [Range<Int>]

    /// The text with each matching place between `open` and `close`.
    public func marked(_ open: String, _ close: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        var end = 0
        for match in matches {
            result += bytes[end..<match.lowerBound] + open.utf8 + bytes[match] + close.utf8
            end = match.upperBound
        }
        return String(decoding: result + bytes[end...], as: UTF8.self)
    }
}
