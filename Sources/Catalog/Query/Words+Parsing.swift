extension Words {
    /// Reads a typed word or phrase; throws if there is nothing in it that full text search could find.
    init(_ text: String, isQuoted: Bool, isPrefix: Bool, at token: QueryToken) throws(QueryError) {
        func error(_ message: String) -> QueryError {
            QueryError(message: message, column: token.range.lowerBound + 1, length: token.range.count)
        }
        guard text.unicodeScalars.contains(where: \.isSearchable) else {
            throw error("there is no letter or digit to search for in '\(text)'")
        }
        if !isQuoted, let star = text.firstIndex(of: "*") {
            throw error("'*' may only end a word, so that '\(text[..<star])*' finds every word that begins so")
        }
        if isPrefix {
            let last = text.unicodeScalars.reversed().prefix(while: \.isSearchable)
            guard last.count >= 2 else { throw error("at least two letters are needed before '*'") }
        }
        self.init(text, isQuoted: isQuoted, isPrefix: isPrefix)
    }
}

extension Unicode.Scalar {
    /// Whether full text search counts it as part of a word.
    fileprivate var isSearchable: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
