import Testing

@testable import SampleMaker

@Suite("Meshes") struct MeshTests {
    private static func sculpture(_ shape: Shape) -> Sculpture {
        var sculpture = Sculpture()
        sculpture.add(shape, .plain(Colour(0x808080)))
        return sculpture
    }

    private static func volume(_ mesh: Mesh) -> Float {
        mesh.triangles.reduce(0) { sum, triangle in
            let p = triangle.corners.map { mesh.positions[$0] }
            return sum + p[0].dot(p[1].cross(p[2])) / 6
        }
    }

    /// Points - edges + triangles: 2 for each shell, less 2 for each hole through it.
    private static func euler(_ mesh: Mesh) -> Int {
        mesh.positions.count - mesh.triangles.count * 3 / 2 + mesh.triangles.count
    }

    @Test("a sphere is closed, round and of the right volume")
    func sphere() {
        let mesh = Contouring.mesh(Self.sculpture(.sphere(0.8)), resolution: 28)
        #expect(mesh.isClosedManifold)
        #expect(Self.euler(mesh) == 2)
        #expect(abs(Self.volume(mesh) / (4 / 3 * .pi * 0.512) - 1) < 0.01)
        #expect(mesh.positions.allSatisfy { abs($0.length - 0.8) < 0.01 })
    }

    @Test("a ring keeps its hole")
    func torus() {
        let mesh = Contouring.mesh(Self.sculpture(.torus(0.6, thickness: 0.2)), resolution: 28)
        #expect(mesh.isClosedManifold)
        #expect(Self.euler(mesh) == 0)
    }

    @Test("a box keeps its corners")
    func box() {
        let mesh = Contouring.mesh(Self.sculpture(.box(0.5, 0.3, 0.7)), resolution: 24)
        let bounds = Box(around: mesh.positions)
        #expect((bounds.high - Vector(0.5, 0.3, 0.7)).length < 0.005)
        #expect((bounds.low + Vector(0.5, 0.3, 0.7)).length < 0.005)
        #expect(abs(Self.volume(mesh) / (8 * 0.105) - 1) < 0.01)
    }

    @Test("tangled sheets make no edge with four triangles", arguments: 0..<6)
    func manifold(seed: UInt32) {
        // Noise near the size of the cells crosses them in every way there is.
        let shape = Shape(bounds: Box(half: Vector(1, 1, 1))) { p in
            max(0.12 * Noise.value(p * 5, seed: seed), Shape.sphere(0.9).distance(p))
        }
        let mesh = Contouring.mesh(Self.sculpture(shape), resolution: 22)
        #expect(mesh.triangles.count > 500)
        #expect(mesh.isClosedManifold)
    }

    @Test("hollows and crumbs are gone")
    func scraps() {
        let shell = Shape.sphere(0.8).cut(by: .sphere(0.5)).joined(Shape.sphere(0.06).moved(0.95, 0, 0))
        let mesh = Contouring.mesh(Self.sculpture(shell), resolution: 24)
        #expect(Self.euler(mesh) == 2)
        #expect(mesh.positions.allSatisfy { $0.length > 0.7 })
    }

    @Test("decimation keeps the shape", arguments: [600, 250])
    func decimation(target: Int) {
        let shape = Shape.torus(0.6, thickness: 0.25).joined(.box(0.2, 0.5, 0.2), blend: 0.1)
        let fine = Contouring.mesh(Self.sculpture(shape), resolution: 28)
        let coarse = Decimation.reduce(fine, to: target)
        #expect(coarse.triangles.count <= target)
        #expect(coarse.triangles.count >= target - 2)
        #expect(coarse.isClosedManifold)
        #expect(Self.euler(coarse) == Self.euler(fine))
        #expect(abs(Self.volume(coarse) / Self.volume(fine) - 1) < 0.04)
        #expect(Decimation.reduce(coarse, to: target).triangles == coarse.triangles)
    }

    @Test("normals are smooth on curves and split at edges")
    func normals() {
        let ball = Self.sculpture(.sphere(0.8))
        let round = Decimation.reduce(Contouring.mesh(ball, resolution: 24), to: 300)
        let smooth = Geometry(round, normals: round.cornerNormals(of: ball, step: 0.003), atlas: nil)
        #expect(smooth.positions.count == round.positions.count)
        #expect(zip(smooth.positions, smooth.normals).allSatisfy { $0.normalized.dot($1) > 0.98 })

        let block = Self.sculpture(.box(0.5, 0.5, 0.5))
        let cube = Decimation.reduce(Contouring.mesh(block, resolution: 20), to: 12)
        let sharp = Geometry(cube, normals: cube.cornerNormals(of: block, step: 0.003), atlas: nil)
        #expect(sharp.positions.count == 24)
    }
}
