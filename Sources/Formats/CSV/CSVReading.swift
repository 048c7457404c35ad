extension CSV {
    /// A row of a table, with the number of the line on which it begins, counted from 1.
    package struct Row: Hashable, Sendable {
        /// The line.
        package var line: Int
        /// The fields, without their quotation marks.
        package var fields: [String]
        /// Whether each quotation mark at the beginning of a field has its counterpart.
        package var isClosed = true
    }

    /// Reads comma-separated values (RFC 4180): quoted fields may hold commas, line breaks and doubled quotation marks.
    ///
    /// Nothing is refused, but ``Row/isClosed`` says what is odd: a quotation mark inside an unquoted field stands for itself, and a quoted field that never
    /// ends reaches to the end.
    package static func rows(_ text: String) -> [Row] {
        var reader = CSVReader(text)
        var rows: [Row] = []
        while let row = reader.next() { rows.append(row) }
        return rows
    }
}

private struct CSVReader {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1

    init(_ text: String) {
        // Spreadsheets begin their files with a mark of the byte order.
        bytes = Array(
            text.hasPrefix("\u{FEFF}") ? Substring(text.unicodeScalars.dropFirst()).utf8 : Substring(text).utf8)
    }

    mutating func next() -> CSV.Row? {
        guard index < bytes.count else { return nil }
        var row = CSV.Row(line: line, fields: [])
        while true {
            row.fields.append(field(&row.isClosed))
            guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
            index += 1
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        line += 1
        return row
    }

    private mutating func field(_ isClosed: inout Bool) -> String {
        var content: [UInt8] = []
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            index += 1
            var hasEnd = false
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "\"") {
                    index += 1
                    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
                        hasEnd = true
                        break
                    }
                }
                if bytes[index] == UInt8(ascii: "\n") { line += 1 }
                content.append(bytes[index])
                index += 1
            }
            isClosed = isClosed && hasEnd
        }
        while index < bytes.count, ![UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(bytes[index]) {
            content.append(bytes[index])
            index += 1
        }
        return String(decoding: content, as: UTF8.self)
    }
}
