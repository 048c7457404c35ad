/// The short id of a model: 40 random bits, written as eight characters of Crockford's base 32.
///
/// The alphabet leaves out I, L, O and U, so that an id can be read aloud and copied by hand. It is written in lower case
/// and read in either; `o` reads as zero, `i` and `l` as one.
public struct ModelID: Hashable, Sendable {
    private let bits: UInt64

    /// The number of characters of a whole id.
    public static let length = 8

    /// Makes a new id from the system's randomness.
    public static func random() -> ModelID {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    /// Makes a new id from `generator`.
    public static func random(using generator: inout some RandomNumberGenerator) -> ModelID {
        ModelID(bits: generator.next() & (1 << 40 - 1))
    }

    private init(bits: UInt64) {
        self.bits = bits
    }

    /// The canonical spelling of an id or of the beginning of one; nil if a character cannot stand in an id.
    static func canonical(_ text: String) -> String? {
        var spelling = ""
        for byte in text.utf8 {
            guard let value = value(of: byte) else { return nil }
            spelling.unicodeScalars.append(Unicode.Scalar(alphabet[Int(value)]))
        }
        return spelling
    }

    /// All ids that differ from this one in one character, or in two neighbours that changed places.
    var neighbours: [ModelID] {
        var ids: [ModelID] = []
        for position in 0..<Self.length {
            let shift = UInt64(5 * position)
            let here = bits >> shift & 31
            for other in 0..<32 where other != here {
                ids.append(ModelID(bits: bits & ~(31 << shift) | UInt64(other) << shift))
            }
            let next = bits >> (shift + 5) & 31
            if position + 1 < Self.length, next != here {
                ids.append(ModelID(bits: bits & ~(1023 << shift) | next << shift | here << (shift + 5)))
            }
        }
        return ids
    }

    static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    private static func value(of byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "o"), UInt8(ascii: "O"): 0
        case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "L"): 1
        default: alphabet.firstIndex(of: byte | (byte >= UInt8(ascii: "A") ? 0x20 : 0)).map(UInt64.init)
        }
    }
}

extension ModelID: LosslessStringConvertible {
    /// The id in lower case, as `7k2m9qxd`.
    public var description: String {
        var text = ""
        for position in (0..<Self.length).reversed() {
            text.unicodeScalars.append(Unicode.Scalar(Self.alphabet[Int(bits >> UInt64(5 * position) & 31)]))
        }
        return text
    }

    /// Reads a whole id in any spelling; nil if `text` is not one.
    public init?(_ text: String) {
        guard text.utf8.count == Self.length else { return nil }
        var bits: UInt64 = 0
        for byte in text.utf8 {
            guard let value = Self.value(of: byte) else { return nil }
            bits = bits << 5 | value
        }
        self.bits = bits
    }
}

extension ModelID: Comparable {
    /// Orders ids as their text.
    public static func < (first: ModelID, second: ModelID) -> Bool { first.bits < second.bits }
}
