/// How large a welded surface is, where its vertices are placed in some way.
struct SurfaceMeasure {
    /// One connected part.
    struct Part {
        var faces = 0
        var area = 0.0
        /// Of the solid that the part encloses; only meaningful if it is closed.
        var volume = 0.0
        var lower = SIMD3<Double>(repeating: .infinity)
        var upper = SIMD3<Double>(repeating: -.infinity)
    }

    private(set) var parts: [Part]
    /// The sum of the triangles' areas.
    private(set) var area = 0.0
    /// The sum of the triangles' areas as vectors along their normals; zero if the surface is closed.
    private(set) var vectorArea = SIMD3<Double>.zero
    /// The sum of the signed volumes of the tetrahedra between the triangles and ``reference``.
    private(set) var volumeFromReference = 0.0
    /// Where the tetrahedra's common corner is: at the surface, since cancellation costs digits further away.
    let reference: SIMD3<Double>
    /// The square of the shortest edge that is not zero; infinite if there is none.
    private(set) var shortestSquare = Double.infinity
    /// How many triangles are narrower than ``flatness`` times their longest side.
    private(set) var flatFaces = 0

    /// The box around all parts; nil if there are none or a place is not finite.
    private(set) var bounds: Bounds?
    /// The longest side of the box around the smallest part; nil without parts.
    private(set) var smallestPart: Double?

    /// Below this ratio of height to length, single precision cannot tell a triangle from a line.
    static let flatness = 1e-6

    /// The length of the shortest edge that is not zero; nil if there is none.
    var shortestEdge: Double? { shortestSquare.isFinite ? shortestSquare.squareRoot() : nil }

    /// The volume of the tetrahedra between the triangles and the origin, the volume of the solid if it is closed.
    var volumeFromOrigin: Double { volumeFromReference + dot(reference, vectorArea) / 3 }

    /// Measures.
    ///
    /// - Parameter place: where a welded vertex is.
    @inline(__always)
    init(_ weld: Weld, _ partition: Parts, place: (UInt32) -> SIMD3<Double>) {
        parts = [Part](repeating: Part(), count: partition.count)
        reference = weld.faces.first.map(place) ?? .zero
        addFaces(weld, partition, place)
        addVertices(weld, partition, place)
        for part in parts {
            area += part.area
            volumeFromReference += part.volume
            bounds = part.bounds.union(bounds)
            smallestPart = min(smallestPart ?? .infinity, part.bounds.size.max())
        }
        bounds = bounds.flatMap { Bounds(min: $0.min, max: $0.max) }
    }

    @inline(__always)
    private mutating func addFaces(_ weld: Weld, _ partition: Parts, _ place: (UInt32) -> SIMD3<Double>) {
        // Neighbouring triangles mostly belong to the same part, whose sums are kept at hand.
        var (number, start, area, volume) = (0, 0, 0.0, 0.0)
        var (shortest, flat, total) = (shortestSquare, 0, SIMD3<Double>.zero)
        for first in stride(from: 0, to: weld.faces.count, by: 3) {
            let a = place(weld.faces[first]) - reference
            let b = place(weld.faces[first + 1]) - reference
            let c = place(weld.faces[first + 2]) - reference
            let next = partition.part(ofVertex: Int(weld.faces[first]))
            if next != number {
                parts[number].add(faces: (first - start) / 3, area: area, volume: volume)
                (number, start, area, volume) = (next, first, 0, 0)
            }
            let (ab, bc, ca) = (b - a, c - b, a - c)
            let normal = cross(ab, bc)
            let double = dot(normal, normal).squareRoot()
            let squares = (dot(ab, ab), dot(bc, bc), dot(ca, ca))
            if double <= Self.flatness * max(squares.0, squares.1, squares.2) { flat += 1 }
            area += double / 2
            volume += dot(a, normal) / 6
            total += normal
            shortest = shorter(squares.0, shorter(squares.1, shorter(squares.2, shortest)))
        }
        if !parts.isEmpty {
            parts[number].add(faces: (weld.faces.count - start) / 3, area: area, volume: volume)
        }
        (shortestSquare, flatFaces, vectorArea) = (shortest, flat, total / 2)
    }

    @inline(__always)
    private mutating func addVertices(_ weld: Weld, _ partition: Parts, _ place: (UInt32) -> SIMD3<Double>) {
        for vertex in 0..<weld.vertexCount {
            guard let number = partition.knownPart(ofVertex: vertex) else { continue }
            let point = place(UInt32(vertex))
            let (lower, upper) = (parts[number].lower, parts[number].upper)
            parts[number].lower = SIMD3(min(lower.x, point.x), min(lower.y, point.y), min(lower.z, point.z))
            parts[number].upper = SIMD3(max(upper.x, point.x), max(upper.y, point.y), max(upper.z, point.z))
        }
    }
}

extension SurfaceMeasure.Part {
    fileprivate mutating func add(faces: Int, area: Double, volume: Double) {
        self.faces += faces
        self.area += area
        self.volume += volume
    }

    /// The box around the part.
    var bounds: Bounds { Bounds(from: lower, to: upper) }
}

extension Bounds {
    /// The box between two corners that are known to be in order.
    fileprivate init(from lower: SIMD3<Double>, to upper: SIMD3<Double>) {
        min = lower
        max = upper
    }
}

/// The lesser of two squares; zero stands for an edge that was welded away and does not count.
@inline(__always)
private func shorter(_ square: Double, _ least: Double) -> Double {
    square > 0 && square < least ? square : least
}

@inline(__always)
func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
}

@inline(__always)
func dot(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double { a.x * b.x + a.y * b.y + a.z * b.z }
