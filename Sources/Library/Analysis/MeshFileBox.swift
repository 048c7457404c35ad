import GLB

/// The box around the vertices of an STL or OBJ file: all that is read of such a file.
///
/// Neither format says what a unit is. Bytes are hostile: nothing is taken from a number in the file but sums of
/// coordinates, and lines that are longer than any real one are passed over.
struct MeshFileBox: Equatable {
    private(set) var least = SIMD3<Double>(repeating: .infinity)
    private(set) var greatest = SIMD3<Double>(repeating: -.infinity)

    /// The lengths of the box along the axes; nil if nothing was found in the file.
    var size: SIMD3<Double>? {
        let size = greatest - least
        return (0..<3).allSatisfy { size[$0].isFinite && size[$0] >= 0 } ? size : nil
    }

    /// The most bytes that are read; of a larger file nothing is said.
    static let byteLimit = 256 << 20
    private static let piece = 1 << 20

    /// Reads a file; nil for formats that are not read, and for files that are too large.
    init?(_ source: ByteSource, format: String) throws(GLBError) {
        guard source.count <= Self.byteLimit else { return nil }
        switch format {
        case "obj": try readLines(source, keyword: "v")
        case "stl":
            if let triangles = try Self.binaryTriangles(source) {
                try readTriangles(source, triangles)
            } else {
                try readLines(source, keyword: "vertex")
            }
        default: return nil
        }
    }

    private mutating func add(_ point: SIMD3<Double>) {
        guard point.x.isFinite, point.y.isFinite, point.z.isFinite else { return }
        least.replace(with: point, where: point .< least)
        greatest.replace(with: point, where: point .> greatest)
    }

    // MARK: Binary STL

    private static let (header, triangle) = (84, 50)

    /// How many triangles a binary STL has; nil if the bytes are not as many as that would be. The first word is no sign:
    /// programs write "solid" into binary files too.
    private static func binaryTriangles(_ source: ByteSource) throws(GLBError) -> Int? {
        guard source.count >= header else { return nil }
        let count = try source.read(80..<84).reversed().reduce(0) { $0 << 8 | Int($1) }
        return (source.count - header) / triangle == count && (source.count - header) % triangle == 0 ? count : nil
    }

    private mutating func readTriangles(_ source: ByteSource, _ count: Int) throws(GLBError) {
        let atOnce = Self.piece / Self.triangle
        for first in stride(from: 0, to: count, by: atOnce) {
            let start = Self.header + first * Self.triangle
            let bytes = try source.read(start..<start + min(atOnce, count - first) * Self.triangle)
            for triangle in stride(from: 0, to: bytes.count, by: Self.triangle) {
                // The normal comes first, the three corners follow.
                for corner in 1...3 {
                    add(
                        SIMD3(
                            (0..<3).map { axis in
                                let place = triangle + 12 * corner + 4 * axis
                                let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << (8 * $1) }
                                return Double(Float(bitPattern: bits))
                            }))
                }
            }
        }
    }

    // MARK: Text

    /// Longer than any line with three numbers.
    private static let lineLimit = 1024

    /// Reads the lines that begin with a word and three numbers.
    private mutating func readLines(_ source: ByteSource, keyword: String) throws(GLBError) {
        let keyword = Array(keyword.utf8)
        var line: [UInt8] = []
        for start in stride(from: 0, to: source.count, by: Self.piece) {
            for byte in try source.read(start..<min(start + Self.piece, source.count)) {
                if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                    readVertex(line, keyword)
                    line.removeAll(keepingCapacity: true)
                } else if line.count <= Self.lineLimit {
                    line.append(byte)
                }
            }
        }
        readVertex(line, keyword)
    }

    private mutating func readVertex(_ line: [UInt8], _ keyword: [UInt8]) {
        guard line.count <= Self.lineLimit else { return }
        let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard words.count >= 4, words[0].elementsEqual(keyword) else { return }
        let numbers = words[1...3].compactMap { Double(String(decoding: $0, as: UTF8.self)) }
        if numbers.count == 3 { add(SIMD3(numbers)) }
    }
}
