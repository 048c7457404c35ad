import Decompression
import TestSupport
import Testing

@testable import GLB

@Suite(.enabled(if: Decompressor.extensions.contains("KHR_draco_mesh_compression"), "this build has no Draco"))
struct DracoTests {
    private func layout(triangles: Int = 8, vertices: Int = 6, id: Int = 0) -> DracoLayout {
        DracoLayout(
            triangleCount: triangles, vertexCount: vertices,
            attributes: [.init(id: id, componentType: .float, componentCount: 3)])
    }

    @Test("a stream gives its triangles and positions", arguments: Octahedron.draco.keys.sorted())
    func decodes(method: String) throws {
        let geometry = try Decompressor().decode(#require(Octahedron.draco[method]), layout())
        let positions = floats(geometry.attributes[0])
        // The stream numbers vertices as it likes: the triangles' corners are compared as sets of places.
        func corners(_ indices: [UInt32], _ positions: [Float]) -> Set<[Int]> {
            Set(
                stride(from: 0, to: indices.count, by: 3).map { first in
                    indices[first..<first + 3].map { index in
                        (0..<3).reduce(0) { $0 * 3 + Int(positions[3 * Int(index) + $1].rounded()) + 1 }
                    }.sorted()
                })
        }
        #expect(corners(geometry.indices, positions) == corners(Octahedron.indices, Octahedron.positions))
        // Zero lies between two steps of the quantisation to 8 bits.
        #expect(positions.allSatisfy { min(abs($0), abs(abs($0) - 1)) < 0.004 })
    }

    @Test(
        "what the document says must be in the stream",
        arguments: [(9, 6, 0), (7, 6, 0), (8, 7, 0), (8, 6, 1), (8, 6, -1)])
    func disagrees(triangles: Int, vertices: Int, id: Int) throws {
        let stream = try #require(Octahedron.draco["edgebreaker"])
        let layout = layout(triangles: triangles, vertices: vertices, id: id)
        let error = #expect(throws: GeometryDecodingError.self) { try Decompressor().decode(stream, layout) }
        let reason = try #require(error).reason
        #expect(reason.contains("the document says") || reason.contains("has no attribute"))
    }

    @Test("no beginning of a stream is enough", arguments: Octahedron.draco.keys.sorted())
    func prefixes(method: String) throws {
        let stream = try #require(Octahedron.draco[method])
        for count in 0..<stream.count - 1 {
            #expect(throws: GeometryDecodingError.self, "\(count) bytes") {
                try Decompressor().decode(Array(stream.prefix(count)), layout())
            }
        }
    }

    @Test("a damaged stream is refused or gives what was asked for, and never more", arguments: 0..<4 as Range<UInt64>)
    func damaged(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for stream in Octahedron.draco.values {
            for place in stream.indices {
                var damaged = stream
                damaged[place] = UInt8.random(in: 0...255, using: &generator)
                guard let geometry = try? Decompressor().decode(damaged, layout()) else { continue }
                #expect(geometry.indices.count == 24, "seed \(seed), byte \(place)")
                #expect(geometry.attributes.map(\.count) == [72], "seed \(seed), byte \(place)")
            }
        }
    }
}

/// Numbers from their bytes.
func floats(_ bytes: [UInt8]) -> [Float] {
    stride(from: 0, to: bytes.count, by: 4).map { first in
        Float(bitPattern: bytes[first..<first + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) })
    }
}
