/// The connected parts of a welded surface: triangles that share a vertex are in the same part. Parts are numbered in
/// the order in which the triangles first use them.
struct Parts {
    /// How many there are.
    private(set) var count = 0
    private var ofVertices: [UInt32]

    private static let none = UInt32.max

    init(_ weld: Weld) {
        var sets = DisjointSets(count: weld.vertexCount)
        sets.uniteCorners(of: weld.faces)
        ofVertices = [UInt32](repeating: Self.none, count: weld.vertexCount)
        for first in stride(from: 0, to: weld.faces.count, by: 3) {
            let root = Int(sets.representative(weld.faces[first]))
            if ofVertices[root] == Self.none {
                ofVertices[root] = UInt32(count)
                count += 1
            }
        }
        for vertex in 0..<weld.vertexCount where ofVertices[vertex] == Self.none {
            ofVertices[vertex] = ofVertices[Int(sets.representative(UInt32(vertex)))]
        }
    }

    /// The part of a vertex that a triangle uses.
    @inline(__always)
    func part(ofVertex vertex: Int) -> Int { Int(ofVertices[vertex]) }

    /// The part of a vertex; nil if no triangle uses it.
    @inline(__always)
    func knownPart(ofVertex vertex: Int) -> Int? {
        ofVertices[vertex] == Self.none ? nil : Int(ofVertices[vertex])
    }

    /// How many parts there are by the file's own indices.
    static func indexedCount(_ weld: Weld) -> (parts: Int, vertices: Int) {
        let vertexCount = weld.corners.max().map { Int($0) + 1 } ?? 0
        var sets = DisjointSets(count: vertexCount)
        sets.uniteCorners(of: weld.corners)
        var used = [Bool](repeating: false, count: vertexCount)
        for corner in weld.corners { used[Int(corner)] = true }
        var (parts, vertices) = (0, 0)
        for vertex in 0..<vertexCount where used[vertex] {
            vertices += 1
            if sets.representative(UInt32(vertex)) == UInt32(vertex) { parts += 1 }
        }
        return (parts, vertices)
    }
}

extension DisjointSets {
    /// Unites the corners of each triangle.
    mutating func uniteCorners(of triangles: [UInt32]) {
        for first in stride(from: 0, to: triangles.count, by: 3) {
            unite(triangles[first], triangles[first + 1])
            unite(triangles[first + 1], triangles[first + 2])
        }
    }
}
