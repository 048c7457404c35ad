import Decompression
import TestSupport
import Testing

@testable import GLB

@Suite(.enabled(if: Decompressor.extensions.contains("EXT_meshopt_compression"), "meshoptimizer is not installed"))
struct MeshoptTests {
    private func decode(
        _ stream: [UInt8], _ mode: MeshoptLayout.Mode, _ filter: MeshoptLayout.Filter = .none, count: Int, stride: Int
    ) throws -> [UInt8] {
        try Decompressor().decode(stream, MeshoptLayout(mode: mode, filter: filter, count: count, stride: stride))
    }

    @Test("attributes come back exactly") func attributes() throws {
        let bytes = try decode(Octahedron.meshoptPositions, .attributes, count: 6, stride: 12)
        #expect(floats(bytes) == Octahedron.positions)
    }

    @Test("triangles come back, each perhaps from another corner on", arguments: [2, 4]) func triangles(stride: Int)
        throws
    {
        let bytes = try decode(Octahedron.meshoptTriangles, .triangles, count: 24, stride: stride)
        func canonical(_ indices: [UInt32]) -> [[UInt32]] {
            Swift.stride(from: 0, to: 24, by: 3).map { first in
                let corners = indices[first..<first + 3].map { $0 }
                let start = corners.firstIndex(of: corners.min() ?? 0) ?? 0
                return (0..<3).map { corners[(start + $0) % 3] }
            }
        }
        let indices = Swift.stride(from: 0, to: bytes.count, by: stride).map { UInt32(bytes[$0]) }
        #expect(canonical(indices) == canonical(Octahedron.indices))
    }

    @Test("indices come back in order") func indices() throws {
        let bytes = try decode(Octahedron.meshoptIndices, .indices, count: 24, stride: 2)
        #expect(Swift.stride(from: 0, to: 48, by: 2).map { UInt32(bytes[$0]) } == Octahedron.indices)
    }

    @Test("the exponential filter gives floats") func exponential() throws {
        let bytes = try decode(Octahedron.exponential, .attributes, .exponential, count: 6, stride: 12)
        #expect(floats(bytes) == Octahedron.positions)
    }

    @Test("the octahedral filter gives unit vectors") func octahedral() throws {
        let bytes = try decode(Octahedron.octahedral, .attributes, .octahedral, count: 6, stride: 4)
        let vectors = bytes.enumerated().filter { $0.offset % 4 < 3 }.map { Float(Int8(bitPattern: $0.element)) / 127 }
        #expect(vectors == Octahedron.positions)
    }

    @Test("the quaternion filter gives unit quaternions") func quaternion() throws {
        let bytes = try decode(Octahedron.quaternions, .attributes, .quaternion, count: 2, stride: 8)
        let numbers = Swift.stride(from: 0, to: 16, by: 2).map { first in
            Float(Int16(bitPattern: UInt16(bytes[first]) | UInt16(bytes[first + 1]) << 8)) / 32767
        }
        #expect(zip(numbers, [0, 0, 0, 1, 0.5, 0.5, 0.5, 0.5]).allSatisfy { abs($0 - $1) < 1e-4 })
    }

    @Test("no beginning of a stream is enough") func prefixes() {
        for count in 0..<Octahedron.meshoptPositions.count {
            #expect(throws: GeometryDecodingError.self) {
                try decode(Array(Octahedron.meshoptPositions.prefix(count)), .attributes, count: 6, stride: 12)
            }
        }
        for count in 0..<Octahedron.meshoptTriangles.count {
            #expect(throws: GeometryDecodingError.self) {
                try decode(Array(Octahedron.meshoptTriangles.prefix(count)), .triangles, count: 24, stride: 2)
            }
        }
    }

    @Test(
        "damaged streams and other counts are refused or decoded, and nothing else", arguments: 0..<4 as Range<UInt64>)
    func damaged(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for place in Octahedron.meshoptTriangles.indices {
            var damaged = Octahedron.meshoptTriangles
            damaged[place] = UInt8.random(in: 0...255, using: &generator)
            let count = 3 * Int.random(in: 1...40, using: &generator)
            guard let bytes = try? decode(damaged, .triangles, count: count, stride: 4) else { continue }
            #expect(bytes.count == 4 * count, "seed \(seed), byte \(place)")
        }
    }

    @Test("a newer version and a newer filter are told as such") func newer() throws {
        var stream = Octahedron.meshoptPositions
        stream[0] = 0xAF
        let version = #expect(throws: GeometryDecodingError.self) {
            try decode(stream, .attributes, count: 6, stride: 12)
        }
        #expect(version?.reason.contains("newer version") == true)
        let filter = #expect(throws: GeometryDecodingError.self) {
            try decode(Octahedron.octahedral, .attributes, .color, count: 6, stride: 4)
        }
        #expect(filter?.reason.contains("COLOR") == true)
    }
}
