import Foundation
import GLB

/// A JSON value as a request states it.
enum JSON: Codable, Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// More values than any honest request has, and deeper than any: what exceeds them is refused before it is decoded.
    private static let limits = (values: 10_000, depth: 64)

    /// Reads a text that is one JSON value.
    init(parsing text: some Sequence<UInt8>) throws(Refusal) {
        let bytes = Data(text)
        guard Self.isModest(bytes) else { throw .invalid("The body has too many values or is nested too deeply") }
        do {
            self = try JSONDecoder().decode(JSON.self, from: bytes)
        } catch {
            throw .invalid("The body is not valid JSON")
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }

    /// What kind of value it is, in the words of JSON.
    var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    /// The same with every long string replaced by its length: pictures in requests are not kept.
    var abridged: JSON {
        switch self {
        case .string(let text) where text.utf8.count > 2000:
            .string("\(text.prefix(40))… (\(text.utf8.count) bytes)")
        case .array(let values): .array(values.map(\.abridged))
        case .object(let members): .object(members.mapValues(\.abridged))
        default: self
        }
    }

    /// Counts the marks that begin or separate values, without the strings.
    private static func isModest(_ text: Data) -> Bool {
        var (values, depth, inString, escaped) = (0, 0, false, false)
        for byte in text {
            if inString {
                if escaped {
                    escaped = false
                } else if byte == UInt8(ascii: "\\") {
                    escaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "["), UInt8(ascii: "{"): (values, depth) = (values + 1, depth + 1)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ","): values += 1
            default: break
            }
            if values > limits.values || depth > limits.depth { return false }
        }
        return true
    }
}

extension JSON: JSONWritable {
    /// Writes the value, the members of objects sorted by name.
    func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.value(value)
        case .number(let value): writer.value(value)
        case .string(let value): writer.value(value)
        case .array(let values): writer.value(values)
        case .object(let members):
            writer.object { writer in
                for (name, value) in members.sorted(by: { $0.key < $1.key }) { writer.member(name, value) }
            }
        }
    }
}
