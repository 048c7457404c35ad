import Testing

@testable import SampleMaker

@Suite("Texture atlas") struct AtlasTests {
    @Test("every triangle has its own place inside the texture", arguments: ["mask", "chest"])
    func overlaps(name: String) throws {
        let recipe = try #require(Recipe.all.first { $0.name == name })
        var random = RandomSource(seed: 2)
        let sculpture = recipe.build(Brief(prompt: name), &random)
        let mesh = Decimation.reduce(Contouring.mesh(sculpture, resolution: 32), to: 1000)
        let size = 256
        let atlas = Atlas(mesh, size: size)

        // Counted on a grid finer than the texture's.
        let fineness = 2
        var owners = [Int32](repeating: -1, count: size * size * fineness * fineness)
        var collisions = 0
        var covered = 0
        for index in mesh.triangles.indices {
            let corners = (0..<3).map { atlas.texel(triangle: index, corner: $0) * Float(fineness) }
            for corner in corners {
                #expect(
                    (0...Float(size * fineness)).contains(corner.x) && (0...Float(size * fineness)).contains(corner.y))
            }
            Raster.visit(corners) { x, y in
                let cell = y * size * fineness + x
                collisions += owners[cell] >= 0 ? 1 : 0
                covered += 1
                owners[cell] = Int32(index)
            }
        }
        #expect(Float(covered) / Float(owners.count) > 0.35, "the texture is mostly empty")
        // Slivers thinner than a texel may cross.
        #expect(Float(collisions) < 0.001 * Float(covered))
    }

    @Test("no triangle lies on the texture as in a mirror") func orientation() {
        var sculpture = Sculpture()
        sculpture.add(.box(0.5, 0.4, 0.3), .plain(Colour(0x808080)))
        let mesh = Decimation.reduce(Contouring.mesh(sculpture, resolution: 20), to: 100)
        let atlas = Atlas(mesh, size: 64)
        for index in mesh.triangles.indices {
            let corners = (0..<3).map { atlas.coordinate(triangle: index, corner: $0) }
            // Anticlockwise for who looks at the surface, rows counted downwards.
            #expect((corners[1] - corners[0]).cross(corners[2] - corners[0]) < 0)
        }
    }

    @Test("charts keep their distance")
    func gutters() {
        var sculpture = Sculpture()
        sculpture.add(.box(0.5, 0.4, 0.3), .plain(Colour(0x808080)))
        let mesh = Decimation.reduce(Contouring.mesh(sculpture, resolution: 20), to: 12)
        let atlas = Atlas(mesh, size: 64)
        #expect(atlas.charts.count == 6)
        var owners = [Int](repeating: -1, count: 64 * 64)
        for (chart, triangles) in atlas.charts.map(\.triangles).enumerated() {
            for triangle in triangles {
                Raster.visit((0..<3).map { atlas.texel(triangle: triangle, corner: $0) }) { x, y in
                    owners[y * 64 + x] = chart
                }
            }
        }
        for y in 0..<64 {
            for x in 0..<62 where owners[y * 64 + x] >= 0 {
                for step in 1...2 {
                    let other = owners[y * 64 + x + step]
                    #expect(other < 0 || other == owners[y * 64 + x])
                }
            }
        }
    }

    @Test("neighbouring triangles share no cell and leave none out")
    func raster() {
        let square = [Point(1.5, 1.5), Point(9.5, 1.5), Point(9.5, 9.5), Point(1.5, 9.5)]
        var counts: [Int: Int] = [:]
        for triangle in [[0, 1, 2], [0, 2, 3]] {
            Raster.visit(triangle.map { square[$0] }) { x, y in counts[y * 16 + x, default: 0] += 1 }
        }
        #expect(counts.values.allSatisfy { $0 == 1 })
        #expect(counts.count == 64)
    }
}
