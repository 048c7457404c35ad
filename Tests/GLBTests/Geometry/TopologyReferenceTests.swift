import TestSupport
import Testing

@testable import GLB

/// The same figures by the plainest means: dictionaries and sets, without regard to time.
private struct PlainTopology {
    private(set) var vertices = 0
    private(set) var edges = EdgeCounts()
    private(set) var parts = 0
    private(set) var nonManifoldVertices = 0
    private(set) var duplicates = 0
    private(set) var boundaryRims = 0

    struct Edge: Hashable { let low: UInt32, high: UInt32 }

    init(_ triangles: [(UInt32, UInt32, UInt32)]) {
        var directions: [Edge: [(triangle: Int, isForward: Bool)]] = [:]
        var corners: [UInt32: [Int]] = [:]
        var seen: Set<Set<UInt32>> = []
        for (number, triangle) in triangles.enumerated() {
            let (a, b, c) = triangle
            if !seen.insert([a, b, c]).inserted { duplicates += 1 }
            for (from, to) in [(a, b), (b, c), (c, a)] {
                directions[Edge(low: min(from, to), high: max(from, to)), default: []].append((number, from < to))
                corners[from, default: []].append(number)
            }
        }
        vertices = corners.count
        for uses in directions.values {
            let forward = uses.filter(\.isForward).count
            edges.add(forward: forward, backward: uses.count - forward)
        }
        // Triangles around a vertex are joined where exactly two share an edge that ends there.
        for (vertex, around) in corners {
            let edges = directions.filter { $0.key.low == vertex || $0.key.high == vertex }
            let links = edges.values.filter { $0.count == 2 }.map { ($0[0].triangle, $0[1].triangle) }
            if Self.components(around, links) > 1 { nonManifoldVertices += 1 }
        }
        let links = triangles.flatMap { [(Int($0.0), Int($0.1)), (Int($0.1), Int($0.2))] }
        parts = Self.components(corners.keys.map(Int.init), links)
    }

    private static func components(_ members: [Int], _ links: [(Int, Int)]) -> Int {
        var neighbours: [Int: [Int]] = [:]
        for (a, b) in links {
            neighbours[a, default: []].append(b)
            neighbours[b, default: []].append(a)
        }
        var unseen = Set(members)
        var count = 0
        while let start = unseen.popFirst() {
            count += 1
            var open = [start]
            while let next = open.popLast() {
                for other in neighbours[next] ?? [] where unseen.remove(other) != nil { open.append(other) }
            }
        }
        return count
    }
}

@Suite struct TopologyReferenceTests {
    /// Triangles between few random places, so that everything that can meet does meet.
    @Test("random triangles are counted as plain dictionaries count them", arguments: 0..<60 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let places = UInt32.random(in: 4...40, using: &generator)
        let triangles = (0..<Int.random(in: 1...120, using: &generator)).map { _ in
            (
                UInt32.random(in: 0..<places, using: &generator), UInt32.random(in: 0..<places, using: &generator),
                UInt32.random(in: 0..<places, using: &generator)
            )
        }
        // Each place is stored twice, so that there is something to weld.
        let positions = (0..<2 * places).map { SIMD3(Float($0 % places), Float($0 % places % 3), -0.0) }
        let stored = triangles.map { triangle in
            let shift = { (vertex: UInt32) in vertex + (Bool.random(using: &generator) ? places : 0) }
            return (shift(triangle.0), shift(triangle.1), shift(triangle.2))
        }
        let kept = triangles.filter { $0.0 != $0.1 && $0.1 != $0.2 && $0.2 != $0.0 }
        let expected = PlainTopology(kept)
        let expectedIndexed = PlainTopology(
            zip(triangles, stored).filter { $0.0.0 != $0.0.1 && $0.0.1 != $0.0.2 && $0.0.2 != $0.0.0 }.map(\.1))
        let geometry = try TestMesh(positions: positions, triangles: stored).geometry()

        #expect(geometry.welded.vertices == expected.vertices, "seed \(seed)")
        #expect(geometry.welded.edges == expected.edges.all, "seed \(seed)")
        #expect(geometry.welded.boundaryEdges == expected.edges.boundary, "seed \(seed)")
        #expect(geometry.welded.nonManifoldEdges == expected.edges.nonManifold, "seed \(seed)")
        #expect(geometry.welded.inconsistentEdges == expected.edges.inconsistent, "seed \(seed)")
        #expect(geometry.welded.parts == expected.parts, "seed \(seed)")
        #expect(geometry.nonManifoldVertices == expected.nonManifoldVertices, "seed \(seed)")
        #expect(geometry.faults.duplicate == expected.duplicates, "seed \(seed)")
        #expect(geometry.indexed.vertices == expectedIndexed.vertices, "seed \(seed)")
        #expect(geometry.indexed.edges == expectedIndexed.edges.all, "seed \(seed)")
        #expect(geometry.indexed.boundaryEdges == expectedIndexed.edges.boundary, "seed \(seed)")
        #expect(geometry.indexed.nonManifoldEdges == expectedIndexed.edges.nonManifold, "seed \(seed)")
        #expect(geometry.indexed.inconsistentEdges == expectedIndexed.edges.inconsistent, "seed \(seed)")
        #expect(geometry.indexed.parts == expectedIndexed.parts, "seed \(seed)")
        let inParts = (0..<geometry.parts.count).reduce(0) { $0 + geometry.parts[$1].topology.edges }
        if geometry.parts.count == geometry.welded.parts { #expect(inParts == geometry.welded.edges, "seed \(seed)") }
    }
}
