/// A mesh's triangles over vertices that are one where they lie at the same place.
///
/// A file stores a vertex several times where texture coordinates or normals differ at a seam; what the surface is
/// like only shows after these are welded. Welded vertices are numbered in the order in which triangles first use
/// them, which keeps neighbours close in memory. Triangles that have no area for certain, because two of their corners
/// are one, are left out, and so are those with a corner that is nowhere.
struct Weld {
    /// The triangles that were left out, by reason; each is counted once, under the first that applies.
    struct Omissions: Equatable {
        /// Two indices are the same.
        var sameIndex = 0
        /// A coordinate is infinite or not a number.
        var notFinite = 0
        /// Two corners lie at the same place.
        var samePlace = 0
    }

    /// Three coordinates for each welded vertex.
    let positions: [Float]
    /// The vertex of the file that each welded vertex was first seen as.
    let sources: [UInt32]
    /// Three welded vertices for each triangle.
    let faces: [UInt32]
    /// Three vertices of the file for each triangle of ``faces``.
    let corners: [UInt32]
    /// What was left out.
    let omissions: Omissions

    var vertexCount: Int { sources.count }

    /// Welds.
    ///
    /// - Parameters:
    ///   - positions: three coordinates for each vertex of the file.
    ///   - triangles: three vertices for each triangle, all of which exist.
    ///   - tolerance: coordinates that round to the same multiple of this are the same; 0 for exactly the same.
    init(positions: [Float], triangles: [UInt32], tolerance: Double) {
        let welded = WeldedVertices(positions, triangles: triangles, tolerance: tolerance)
        var omissions = Omissions()
        var corners: [UInt32]?
        faces = [UInt32](unsafeUninitializedCapacity: triangles.count) { faces, count in
            faces.preferLargePages()
            for first in stride(from: 0, to: triangles.count - 2, by: 3) {
                let (a, b, c) = (triangles[first], triangles[first + 1], triangles[first + 2])
                let (x, y, z) = (welded.numbers[Int(a)], welded.numbers[Int(b)], welded.numbers[Int(c)])
                if x != y, y != z, z != x, max(x, y, z) != WeldedVertices.nowhere {
                    faces.initializeElement(at: count, to: x)
                    faces.initializeElement(at: count + 1, to: y)
                    faces.initializeElement(at: count + 2, to: z)
                    count += 3
                    corners?.append(a)
                    corners?.append(b)
                    corners?.append(c)
                    continue
                }
                if a == b || b == c || c == a {
                    omissions.sameIndex += 1
                } else if max(x, y, z) == WeldedVertices.nowhere {
                    omissions.notFinite += 1
                } else {
                    omissions.samePlace += 1
                }
                // Until the first is left out, the triangles are the file's own, which need no copy.
                if corners == nil { corners = Array(triangles[..<first]) }
            }
        }
        self.corners = corners ?? triangles
        self.omissions = omissions
        sources = welded.sources
        self.positions = welded.positions
    }
}
