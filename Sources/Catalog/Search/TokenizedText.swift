import GRDB
import GRDBSQLite

/// Text cut into the words by which full text search knows it: folded to lower case and without diacritics.
struct TokenizedText {
    struct Token {
        /// Where the folded word lies in `bytes`.
        var word: Range<Int>
        /// Where the word stood in the text.
        var source: Range<Int>
    }

    private(set) var bytes: [UInt8] = []
    private(set) var tokens: [Token] = []

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
    }

    mutating func append(_ word: UnsafeBufferPointer<UInt8>, source: Range<Int>) {
        let start = bytes.count
        bytes.append(contentsOf: word)
        tokens.append(Token(word: start..<bytes.count, source: source))
    }

    /// Appends the words of a text of ASCII characters; false if it has others, and nothing was appended.
    ///
    /// In ASCII the tokenizer of full text search knows letters and digits as parts of words, and nothing else.
    mutating func appendASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let base = bytes.count
        bytes.append(contentsOf: text)
        var start = -1
        var isASCII = true
        bytes.withUnsafeMutableBufferPointer { bytes in
            Self.foldedASCII.withUnsafeBufferPointer { folded in
                for index in 0..<text.count {
                    let byte = folded[Int(bytes[base + index])]
                    if byte > 1 {
                        bytes[base + index] = byte
                        if start < 0 { start = index }
                    } else if byte == 1 {
                        isASCII = false
                        return
                    } else if start >= 0 {
                        tokens.append(Token(word: base + start..<base + index, source: start..<index))
                        start = -1
                    }
                }
            }
        }
        guard isASCII else {
            bytes.removeLast(text.count)
            tokens.removeLast(tokens.reversed().prefix { $0.word.lowerBound >= base }.count)
            return false
        }
        if start >= 0 {
            tokens.append(Token(word: base + start..<base + text.count, source: start..<text.count))
        }
        return true
    }

    /// For each byte: its lower case if it can stand in a word, 0 if it parts words, 1 if it is not ASCII.
    private static let foldedASCII: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case 0x80...: 1
        default: 0
        }
    }
}

/// Cuts text into words as the full text index does.
final class TextTokenizer {
    private let database: Database
    private var unicode: (any FTS5Tokenizer)?

    init(_ database: Database) {
        self.database = database
    }

    /// Appends the words of `text`, which is UTF-8, to `result`.
    func tokenize(_ text: UnsafeBufferPointer<UInt8>, into result: inout TokenizedText) throws {
        if result.appendASCII(text) { return }
        let tokenizer = try unicode ?? database.makeTokenizer(.unicode61(diacritics: .remove))
        unicode = tokenizer
        let code = withUnsafeMutablePointer(to: &result) { result in
            text.withMemoryRebound(to: CChar.self) { text in
                tokenizer.tokenize(
                    context: result, tokenization: .document, pText: text.baseAddress, nText: CInt(text.count)
                ) { context, _, token, length, start, end in
                    guard let context, let token else { return SQLITE_ERROR }
                    let word = UnsafeBufferPointer(
                        start: UnsafeRawPointer(token).assumingMemoryBound(to: UInt8.self), count: Int(length))
                    context.assumingMemoryBound(to: TokenizedText.self).pointee
                        .append(word, source: Int(start)..<Int(end))
                    return SQLITE_OK
                }
            }
        }
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    /// The words of `text`.
    func tokenize(_ text: String) throws -> TokenizedText {
        var text = text
        var result = TokenizedText()
        try text.withUTF8 { try tokenize($0, into: &result) }
        return result
    }
}
