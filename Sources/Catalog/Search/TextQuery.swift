import GRDB

/// The part of a query that is about words, made ready to be searched.
///
/// It exists twice: as an expression for the full text index, which finds candidates, and as a matcher, which decides,
/// ranks and marks by looking at a text itself. Where the index cannot express a condition (`a OR -b`), it finds more than
/// is wanted, and the matcher decides.
struct TextQuery {
    /// What the index is asked; nil when it can only be asked for everything (`-a`).
    let expression: String?
    /// Whether the index may find what does not match.
    let needsCheck: Bool
    /// How many models the index will find, at most and roughly.
    let estimate: Int
    let matcher: TextMatcher

    /// Prepares conditions, all of which must hold.
    init(_ conditions: [Filter], words: WordIndex) throws {
        var builder = Builder(words: words)
        let nodes = try conditions.map { try builder.node($0) }
        let expressions = nodes.map(builder.expression)
        let positive = expressions.compactMap { if case .found(let text) = $0 { text } else { nil } }
        let negative = expressions.compactMap { if case .excluded(let text) = $0 { text } else { nil } }
        if positive.isEmpty {
            expression = nil
        } else {
            let all = "(" + positive.joined(separator: " AND ") + ")"
            expression = negative.isEmpty ? all : "\(all) NOT (\(negative.joined(separator: " OR ")))"
        }
        needsCheck = expression == nil || positive.count + negative.count < nodes.count
        estimate = nodes.map(builder.estimate).min() ?? words.models
        matcher = TextMatcher(atoms: builder.atoms, root: .all(of: nodes), tokenizer: words.tokenizer)
    }

    /// What a condition becomes in the language of the index.
    private enum Expression {
        /// Models that the index finds.
        case found(String)
        /// Models that it can leave out of others.
        case excluded(String)
        /// Neither.
        case inexpressible
    }

    private struct Builder {
        let words: WordIndex
        var atoms: [TextMatcher.Atom] = []
        private var expressions: [String] = []

        init(words: WordIndex) {
            self.words = words
        }

        mutating func node(_ filter: Filter) throws -> TextMatcher.Node {
            switch filter {
            case .all(let parts): .all(of: try parts.map { try node($0) })
            case .any(let parts): .any(of: try parts.map { try node($0) })
            case .not(let part): .not(of: try node(part))
            case .words(let words, in: let field): try node(words, field)
            default: .nothing
            }
        }

        private mutating func node(_ typed: Words, _ field: Field?) throws -> TextMatcher.Node {
            let terms = try words.terms(of: typed.text)
            guard let last = terms.last else { return .nothing }
            let columns = TextColumn.columns(of: field)
            // Words of the negative prompt alone are not counted, so nothing can be concluded from the count.
            let isCounted = field != .negative
            var count = try isCounted ? terms.dropLast(typed.isPrefix ? 1 : 0).map(words.count).min() : nil
            var expression = "\"\(terms.joined(separator: " "))\"" + (typed.isPrefix ? " *" : "")
            if typed.isPrefix, isCounted {
                let expansion = try words.expansion(of: last)
                count = min(count ?? .max, expansion.models)
                if terms.count == 1, let words = expansion.words {
                    guard !words.isEmpty else { return .nothing }
                    expression = "(" + words.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
                }
            }
            expressions.append("{\(columns.columns.map(\.column).joined(separator: " "))} : \(expression)")
            atoms.append(
                TextMatcher.Atom(
                    terms: terms.map { Array($0.utf8) }, isPrefix: typed.isPrefix, columns: columns,
                    models: min(count ?? words.models, words.models),
                    of: words.models))
            return .atom(atoms.count - 1)
        }

        func expression(_ node: TextMatcher.Node) -> Expression {
            switch node {
            case .nothing: .inexpressible
            case .atom(let index): .found(expressions[index])
            case .not(let part):
                switch expression(part) {
                case .found(let text): .excluded(text)
                case .excluded(let text): .found(text)
                case .inexpressible: .inexpressible
                }
            case .all(let parts): all(parts.map(expression))
            case .any(let parts): any(parts.map(expression))
            }
        }

        private func all(_ parts: [Expression]) -> Expression {
            var (found, excluded) = ([String](), [String]())
            for part in parts {
                switch part {
                case .found(let text): found.append(text)
                case .excluded(let text): excluded.append(text)
                case .inexpressible: return .inexpressible
                }
            }
            if parts.isEmpty { return .inexpressible }
            if found.isEmpty { return .excluded("(" + excluded.joined(separator: " OR ") + ")") }
            let all = "(" + found.joined(separator: " AND ") + ")"
            return .found(excluded.isEmpty ? all : "(\(all) NOT (\(excluded.joined(separator: " OR "))))")
        }

        private func any(_ parts: [Expression]) -> Expression {
            let found = parts.compactMap { if case .found(let text) = $0 { text } else { nil } }
            if found.count == parts.count { return .found("(" + found.joined(separator: " OR ") + ")") }
            let excluded = parts.compactMap { if case .excluded(let text) = $0 { text } else { nil } }
            if excluded.count == parts.count { return .excluded("(" + excluded.joined(separator: " AND ") + ")") }
            return .inexpressible
        }

        func estimate(_ node: TextMatcher.Node) -> Int {
            switch node {
            case .nothing: 0
            case .atom(let index): atoms[index].models
            case .not: words.models
            case .all(let parts): parts.map(estimate).min() ?? words.models
            case .any(let parts): min(words.models, parts.map(estimate).reduce(0, +))
            }
        }
    }
}

extension TextMatcher.Node {
    /// The conjunction, which is never true if one part is not.
    fileprivate static func all(of parts: [Self]) -> Self {
        parts.contains(where: \.isNothing) ? .nothing : .all(parts)
    }

    /// The disjunction, without the parts that are never true.
    fileprivate static func any(of parts: [Self]) -> Self {
        let possible = parts.filter { !$0.isNothing }
        return possible.isEmpty ? .nothing : .any(possible)
    }

    /// The negation; that of what is never true is an empty conjunction.
    fileprivate static func not(of part: Self) -> Self {
        part.isNothing ? .all([]) : .not(part)
    }
}
