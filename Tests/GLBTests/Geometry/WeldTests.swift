import TestSupport
import Testing

@testable import GLB

@Suite struct WeldTests {
    @Test("zero and minus zero are the same place") func minusZero() throws {
        let mesh = TestMesh(
            positions: [[0, 0, 0], [1, 0, 0], [0, 1, 0], [-0.0, 0, -0.0], [0, 1, 0], [-1, 0, 0]],
            triangles: [(0, 1, 2), (3, 4, 5)])
        #expect(try mesh.geometry().welded.vertices == 4)
    }

    @Test("vertices that no triangle uses do not count") func unused() throws {
        var mesh = TestMesh.cube
        mesh.positions += [[9, 9, 9], [.nan, 0, 0]]
        let geometry = try mesh.geometry()
        #expect(geometry.storedVertices == 10)
        #expect(geometry.welded.vertices == 8)
        #expect(geometry.bounds?.max == [1, 1, 1])
    }

    @Test("a tolerance closes cracks that exact welding leaves open") func tolerance() throws {
        var cube = TestMesh.cube.torn
        var generator = SeededGenerator(seed: 3)
        cube.positions = cube.positions.map { place in
            place + SIMD3.random(in: -0.0004...0.0004, using: &generator)
        }
        #expect(try !cube.geometry().isWatertight)
        // The corners lie at odd multiples of half the tolerance's double, far from where rounding changes.
        let closed = try cube.geometry(tolerance: 0.01)
        #expect(closed.isWatertight)
        #expect(closed.welded.vertices == 8)
    }

    @Test("a tolerance finer than the coordinates' own precision changes nothing") func tinyTolerance() throws {
        let far = TestMesh.cube.moved(by: [1e9, 0, 0])
        #expect(try far.geometry(tolerance: 1e-9).welded == far.geometry().welded)
    }

    @Test("places are found as a dictionary finds them", arguments: 0..<8 as Range<UInt64>)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let count = 3000
        // Few different values a coordinate: most vertices share their place with others.
        let positions = (0..<3 * count).map { _ in Float(Int.random(in: 0..<9, using: &generator)) / 4 - 1 }
        let triangles = (0..<9000).map { _ in UInt32.random(in: 0..<UInt32(count), using: &generator) }
        let welded = WeldedVertices(positions, triangles: triangles, tolerance: 0)
        var expected: [[Float]: UInt32] = [:]
        for vertex in triangles {
            let place = Array(positions[3 * Int(vertex)..<3 * Int(vertex) + 3])
            let number = expected[place] ?? UInt32(expected.count)
            expected[place] = number
            #expect(welded.numbers[Int(vertex)] == number, "seed \(seed)")
        }
        #expect(welded.sources.count == expected.count)
        #expect(welded.positions.count == 3 * expected.count)
    }
}
