import Testing

@testable import GLB

@Suite struct TopologyTests {
    @Test("a cube is closed, one piece, and has the Euler number of a sphere") func cube() throws {
        let cube = try TestMesh.cube.geometry()
        #expect(cube.isWatertight)
        #expect(cube.welded.vertices == 8)
        #expect(cube.welded.edges == 18)
        #expect(cube.welded.eulerNumber == 2)
        #expect(cube.genus == 0)
        #expect(cube.welded.parts == 1)
        #expect(try abs(#require(cube.volume) - 8) < 1e-12)
        #expect(cube.area == 24)
        #expect(!cube.isInsideOut)
        #expect(cube.holes.count == 0)
        #expect(cube.selfTouchingParts == 0)
        #expect(cube.shortestEdge == 2)
        #expect(cube.welded == cube.indexed)
    }

    @Test("seams are holes by index and none after welding") func seams() throws {
        let torn = try TestMesh.cube.torn.geometry()
        #expect(torn.indexed.boundaryEdges == 36)
        #expect(torn.indexed.parts == 12)
        #expect(!torn.indexed.isWatertight)
        #expect(torn.isWatertight)
        #expect(torn.welded == (try TestMesh.cube.geometry().welded))
    }

    @Test("a missing triangle is a hole with a rim of three edges") func hole() throws {
        let open = try TestMesh.cube.without(4).geometry()
        #expect(!open.isWatertight)
        #expect(open.volume == nil)
        #expect(open.welded.boundaryEdges == 3)
        #expect(open.holes.count == 1)
        #expect(open.holes.longestEdges == 3)
        #expect(abs(open.holes.longestLength - (4 + 8.0.squareRoot())) < 1e-12)
        #expect(open.genus == nil)
        #expect(open.watertightParts == 0)
    }

    @Test("two holes that meet in a point are one, for cutting the surface apart there makes them one")
    func meetingHoles() throws {
        // Of a grid, two squares that share a corner are missing.
        var grid = TestMesh.grid(4, 4)
        grid.triangles = grid.triangles.enumerated().filter { ![10, 11, 20, 21].contains($0.offset) }.map(\.element)
        let geometry = try grid.geometry()
        #expect(geometry.holes.count == 2)  // and the outer rim
        #expect(geometry.holes.longestEdges == 16)
        #expect(geometry.nonManifoldVertices == 1)
    }

    @Test("a surface inside out has a negative volume") func insideOut() throws {
        let cube = try TestMesh.cube.flipped().geometry()
        #expect(try abs(#require(cube.volume) + 8) < 1e-12)
        #expect(cube.isInsideOut)
        #expect(cube.insideOutParts == 1)
        #expect(cube.welded.isWindingConsistent)
    }

    @Test("a single flipped triangle disagrees with its three neighbours") func flippedTriangle() throws {
        let cube = try TestMesh.cube.flipped { $0 == 5 }.geometry()
        #expect(cube.isWatertight)
        #expect(cube.welded.inconsistentEdges == 3)
        #expect(cube.volume == nil)
        #expect(cube.genus == nil)
        // Flipping must not look like a hole in the fans around a vertex.
        #expect(cube.nonManifoldVertices == 0)
    }

    @Test("parts are counted, and the smallest is measured") func parts() throws {
        let pair = TestMesh.cube + TestMesh.tetrahedron.moved(by: [5, 0, 0])
        let geometry = try pair.geometry()
        #expect(geometry.welded.parts == 2)
        #expect(geometry.watertightParts == 2)
        #expect(geometry.parts.map(\.topology.triangles) == [12, 4])
        let volumes = geometry.parts.compactMap(\.volume)
        #expect(volumes.count == 2 && zip(volumes, [8, 1.0 / 6]).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(geometry.smallestPart == 1)
        #expect(geometry.welded.eulerNumber == 4)
        #expect(geometry.genus == 0)
    }

    @Test("surfaces that meet in a point touch themselves there") func touchingPoint() throws {
        let pair = TestMesh.tetrahedron + TestMesh.tetrahedron.moved(by: [1, 0, 0])
        let geometry = try pair.geometry()
        #expect(geometry.welded.parts == 1)
        #expect(geometry.isWatertight)
        #expect(geometry.nonManifoldVertices == 1)
        #expect(geometry.selfTouchingParts == 1)
        #expect(geometry.genus == nil)
    }

    @Test("surfaces that meet along an edge make it one of four triangles") func touchingEdge() throws {
        // The other one shares the edge from the origin to (0, 0, 1).
        var other = TestMesh.tetrahedron
        other.positions = other.positions.map { [-$0.x, -$0.y, $0.z] }
        let geometry = try (TestMesh.tetrahedron + other).geometry()
        #expect(geometry.welded.nonManifoldEdges == 1)
        #expect(!geometry.isWatertight)
        #expect(geometry.welded.boundaryEdges == 0)
        #expect(geometry.nonManifoldVertices == 2)
        #expect(geometry.selfTouchingParts == 1)
        #expect(geometry.indexed.nonManifoldEdges == 0)
        #expect(geometry.indexed.isWatertight)
    }

    @Test("a torus has one hole through it", arguments: [(3, 3), (4, 5), (40, 17)])
    func torus(around: Int, along: Int) throws {
        let torus = try TestMesh.torus(around, along).geometry()
        #expect(torus.isWatertight)
        #expect(torus.welded.eulerNumber == 0)
        #expect(torus.genus == 1)
        #expect(torus.nonManifoldVertices == 0)
    }

    @Test("triangles that repeat others are counted, whichever side they show") func duplicates() throws {
        var cube = TestMesh.cube
        cube.triangles += [cube.triangles[3], (4, 6, 7), cube.triangles[0]]
        let geometry = try cube.geometry()
        #expect(geometry.faults.duplicate == 3)
        #expect(geometry.welded.nonManifoldEdges == 6)
        let sheet = TestMesh.square + TestMesh.square.flipped()
        let doubled = try sheet.geometry()
        #expect(doubled.faults.duplicate == 2)
        #expect(doubled.welded.nonManifoldEdges == 1)
    }

    @Test("a sheet of two triangles back to back is closed, empty and doubled") func backToBack() throws {
        let sheet = TestMesh(positions: [[0, 0, 0], [1, 0, 0], [0, 1, 0]], triangles: [(0, 1, 2), (0, 2, 1)])
        let geometry = try sheet.geometry()
        #expect(geometry.isWatertight)
        #expect(geometry.volume == 0)
        #expect(geometry.faults.duplicate == 1)
        #expect(geometry.nonManifoldVertices == 0)
    }

    @Test("degenerate triangles are told apart and left out") func degenerate() throws {
        var mesh = TestMesh.cube
        mesh.positions += [mesh.positions[0], [0, -1, -1], [1e30, .nan, 0]]
        mesh.triangles += [(0, 0, 1), (0, 8, 1), (0, 1, 9), (0, 1, 10)]
        let geometry = try mesh.geometry()
        #expect(geometry.faults.degenerateByIndex == 1)
        #expect(geometry.faults.degenerateByPosition == 1)
        #expect(geometry.faults.degenerateByArea == 1)
        #expect(geometry.faults.notFinite == 1)
        #expect(geometry.drawnTriangles == 16)
        #expect(geometry.welded.triangles == 13)
        #expect(geometry.area == 24)
        // The line is an edge's third triangle and has two edges of its own.
        #expect(geometry.welded.nonManifoldEdges == 1)
        #expect(geometry.welded.boundaryEdges == 2)
    }

    @Test("nothing is neither closed nor anything else") func empty() throws {
        let geometry = try TestMesh(positions: [[0, 0, 0]], triangles: [(0, 0, 0)]).geometry()
        #expect(!geometry.isWatertight)
        #expect(geometry.bounds == nil)
        #expect(geometry.shortestEdge == nil)
        #expect(geometry.genus == nil)
        #expect(geometry.parts.isEmpty)
    }
}
