/// A piece of a query with its place in the text.
struct QueryToken: Equatable {
    enum Kind: Equatable {
        case open, close, minus, or, and
        /// A bare word, with its prefix star if it has one.
        case word(String, isPrefix: Bool)
        /// Text between quotation marks, with the star behind them.
        case quoted(String, isPrefix: Bool)
        /// `name:`, with nothing after the colon belonging to it; the value's token follows at once.
        case field(String)
        /// `@name`.
        case saved(String)
    }

    var kind: Kind
    /// Characters from the beginning, counted from 0.
    var range: Range<Int>
}

/// Cuts a query into tokens.
///
/// `-` is a minus only where a term begins, so `low-poly` is one word; a colon makes a field only behind letters, so `12:30`
/// is one too.
struct QueryLexer {
    private let characters: [Character]
    private var position = 0
    private var tokens: [QueryToken] = []

    static func tokens(of text: String) throws(QueryError) -> [QueryToken] {
        guard text.utf8.count <= QueryLimit.bytes else {
            throw QueryError(
                message: "the query is longer than \(QueryLimit.bytes) bytes", column: 1, length: 0)
        }
        var lexer = QueryLexer(characters: Array(text))
        while try lexer.next() {}
        return lexer.tokens
    }

    private init(characters: [Character]) {
        self.characters = characters
    }

    private mutating func next() throws(QueryError) -> Bool {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
        guard position < characters.count else { return false }
        switch characters[position] {
        case "(": single(.open)
        case ")": single(.close)
        case "-": single(.minus)
        case "\"": try quoted()
        default: try bare()
        }
        return true
    }

    private mutating func single(_ kind: QueryToken.Kind) {
        tokens.append(QueryToken(kind: kind, range: position..<position + 1))
        position += 1
    }

    private mutating func quoted() throws(QueryError) {
        let start = position
        var text = ""
        position += 1
        while true {
            guard position < characters.count else {
                throw QueryError(message: "this quotation mark is never closed", column: start + 1, length: 1)
            }
            let character = characters[position]
            position += 1
            if character == "\"" { break }
            if character == "\\", position < characters.count, "\"\\".contains(characters[position]) {
                text.append(characters[position])
                position += 1
            } else {
                try refuseControl(character, at: position - 1)
                text.append(character)
            }
        }
        let isPrefix = position < characters.count && characters[position] == "*"
        if isPrefix { position += 1 }
        tokens.append(QueryToken(kind: .quoted(text, isPrefix: isPrefix), range: start..<position))
    }

    private mutating func bare() throws(QueryError) {
        let start = position
        while position < characters.count, !BareText.ends(at: characters[position]) {
            try refuseControl(characters[position], at: position)
            position += 1
            if characters[position - 1] == ":", BareText.isFieldName(characters[start..<position - 1]) {
                let name = String(characters[start..<position - 1])
                tokens.append(QueryToken(kind: .field(name), range: start..<position))
                return try value()
            }
        }
        append(bare: start..<position, isValue: false)
    }

    /// What stands behind a field's colon, if it does so at once.
    private mutating func value() throws(QueryError) {
        if position < characters.count, characters[position] == "\"" { return try quoted() }
        let start = position
        while position < characters.count, !BareText.ends(at: characters[position]) {
            try refuseControl(characters[position], at: position)
            position += 1
        }
        if String(characters[start..<position]).lowercased() == BareText.budgetWord, position < characters.count,
            characters[position] == "("
        {
            try budget(from: start)
        }
        if position > start { append(bare: start..<position, isValue: true) }
    }

    /// The name of a budget between parentheses, which belong to the value: `is:ok(web)`.
    private mutating func budget(from start: Int) throws(QueryError) {
        repeat {
            position += 1
            guard position < characters.count, !characters[position].isWhitespace, characters[position] != "(" else {
                throw QueryError(
                    message: "a budget's name and a parenthesis that closes are missing", column: start + 1,
                    length: position - start)
            }
            try refuseControl(characters[position], at: position)
        } while characters[position] != ")"
        position += 1
    }

    private mutating func append(bare range: Range<Int>, isValue: Bool) {
        let text = String(characters[range])
        let kind: QueryToken.Kind =
            switch text {
            case "OR" where !isValue: .or
            case "AND" where !isValue: .and
            case "NOT" where !isValue: .minus
            case _ where text.hasPrefix("@") && !isValue: .saved(String(text.dropFirst()))
            case _ where text.hasSuffix("*"): .word(String(text.dropLast()), isPrefix: true)
            default: .word(text, isPrefix: false)
            }
        tokens.append(QueryToken(kind: kind, range: range))
    }

    private func refuseControl(_ character: Character, at position: Int) throws(QueryError) {
        guard character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }),
            !character.isWhitespace
        else { return }
        throw QueryError(
            message: "a control character cannot be searched for", column: position + 1, length: 1)
    }
}

/// What a bare word may look like.
enum BareText {
    /// What stands before a budget's name in `is:ok(web)`.
    static let budgetWord = "ok"

    static func ends(at character: Character) -> Bool {
        character.isWhitespace || character == "(" || character == ")" || character == "\""
    }

    static func isFieldName(_ characters: some Swift.Collection<Character>) -> Bool {
        guard let first = characters.first, first.isASCII, first.isLetter else { return false }
        return characters.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
    }

    /// Whether `text` reads as one word outside quotation marks, or as the beginning of one before a star.
    static func isWord(_ text: String, isPrefix: Bool) -> Bool {
        isValue(text) && text.first != "-" && text.first != "@"
            && (isPrefix || !["OR", "AND", "NOT"].contains(text))
            && !(text.firstIndex(of: ":").map { isFieldName(text[..<$0]) } ?? false)
    }

    /// Whether `text` reads as one value behind a colon outside quotation marks.
    static func isValue(_ text: String) -> Bool {
        !text.isEmpty && !text.contains { ends(at: $0) || $0 == "*" }
    }
}

/// Limits that keep a hostile query harmless.
enum QueryLimit {
    static let bytes = 4096
    static let depth = 32
    static let terms = 128
}
