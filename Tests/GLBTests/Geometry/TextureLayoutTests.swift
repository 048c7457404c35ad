import TestSupport
import Testing

@testable import GLB

@Suite struct TextureLayoutTests {
    private typealias Corners = (SIMD2<Float>, SIMD2<Float>, SIMD2<Float>)

    private func layout(
        _ triangles: [Corners], transform: Document.TextureTransform? = nil, surfaceArea: Double = 0.5,
        pixels: SIMD2<Int>? = nil, scale: Double = 1, runs: Int = 1 << 24
    ) -> TextureLayout {
        var builder = TextureLayoutBuilder(transform: UVTransform(transform), runs: runs)
        for corners in triangles { builder.add(corners, surfaceArea: surfaceArea) }
        return builder.layout(.init(material: nil, set: 0), pixels: pixels).spread(by: scale)
    }

    private let square: [Corners] = [([0, 1], [1, 1], [1, 0]), ([0, 1], [1, 0], [0, 0])]

    @Test("a square over all of the texture covers it once") func whole() {
        let layout = layout(square)
        #expect(layout.coverage == 1)
        #expect(layout.overlap == 0)
        #expect(layout.area == 1)
        #expect(layout.outside == 0)
        #expect(layout.mirrored == 0)
        #expect(layout.collapsed == 0)
    }

    @Test("laid out twice, all of it overlaps") func twice() {
        let layout = layout(square + square)
        #expect(layout.coverage == 1)
        #expect(layout.overlap == 1)
        #expect(layout.area == 2)
    }

    @Test("a random fan of triangles covers a square without gap or overlap", arguments: 0..<20 as Range<UInt64>)
    func fan(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let centre = SIMD2<Float>.random(in: 0.1...0.9, using: &generator)
        // Points along the rim in order, the corners among them.
        let rim = ((0..<40).map { _ in Float.random(in: 0..<4, using: &generator) } + [0, 1, 2, 3]).sorted().map {
            way in
            let rest = way - way.rounded(.down)
            return [SIMD2(rest, 0), SIMD2(1, rest), SIMD2(1 - rest, 1), SIMD2(0, 1 - rest)][Int(way)]
        }
        let layout = layout(rim.indices.map { (centre, rim[$0], rim[($0 + 1) % rim.count]) })
        #expect(layout.coverage == 1, "seed \(seed)")
        #expect(layout.overlap == 0, "seed \(seed)")
    }

    @Test("beyond the edge the texture repeats") func wrapped() {
        let shifted = layout(square.map { ($0.0 + [-3.25, 7.5], $0.1 + [-3.25, 7.5], $0.2 + [-3.25, 7.5]) })
        #expect(shifted.coverage == 1)
        #expect(shifted.overlap == 0)
        #expect(shifted.outside == 2)
        let doubled = layout(square.map { ($0.0 * 2, $0.1 * 2, $0.2 * 2) })
        #expect(doubled.overlap == 1)
        #expect(doubled.area == 4)
    }

    @Test("mirrored and collapsed triangles are counted") func mirrored() {
        let layout = layout([([0, 1], [1, 0], [1, 1]), ([0, 0], [0.5, 0.5], [1, 1])])
        #expect(layout.mirrored == 1)
        #expect(layout.collapsed == 1)
    }

    @Test(
        "a picture that reads correctly is not mirrored, from whichever side of the texture it is cut",
        arguments: [
            // The picture as it is, turned by a quarter, and cut from its lower right.
            ([[0, 1], [1, 1], [1, 0], [0, 0]], 0), ([[1, 1], [1, 0], [0, 0], [0, 1]], 0),
            ([[0.5, 1], [1, 1], [1, 0.5], [0.5, 0.5]], 0),
            // Left and right exchanged, and upside down as in OpenGL, which counts rows from below.
            ([[1, 1], [0, 1], [0, 0], [1, 0]], 2), ([[0, 0], [1, 0], [1, 1], [0, 1]], 2),
        ] as [([SIMD2<Float>], Int)])
    func reads(coordinates: [SIMD2<Float>], mirrored: Int) throws {
        // Seen from the front: lower left, lower right, upper right, upper left. (0, 0) is the picture's upper left.
        let sign = TestMesh(
            positions: [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], triangles: [(0, 1, 2), (0, 2, 3)],
            coordinates: coordinates)
        #expect(try sign.geometry().textures.map(\.mirrored) == [mirrored])
    }

    @Test("coordinates that are not finite are passed over") func notFinite() {
        let layout = layout([
            ([.nan, 0], [1, 0], [1, 1]), ([.infinity, 0], [1, 0], [1, 1]), ([3e38, -3e38], [0, 0], [1, 0]),
        ])
        #expect(layout.triangles == 1)
        #expect(layout.coverage == 0)
    }

    @Test("counting stops where it would never end") func exhausted() {
        let layout = layout(Array(repeating: square, count: 500).flatMap { $0 }, runs: 100_000)
        #expect(layout.coverage == nil)
        #expect(layout.overlap == nil)
        #expect(layout.area == 500)
    }

    @Test("a texture of 1,024 pixels on a metre has 1,024 pixels a metre, twice as many on half a metre")
    func density() throws {
        let metre = try #require(layout(square, pixels: [1024, 1024]).density)
        #expect(abs(metre.median / 1024 - 1) < 0.005)
        #expect(metre.low == metre.high)
        let half = try #require(layout(square, pixels: [1024, 1024], scale: 0.5).density)
        #expect(abs(half.median / 2048 - 1) < 0.005)
        #expect(layout(square).density == nil)
    }

    @Test("a transform moves, turns and scales what is covered") func transform() {
        let quarter = Document.TextureTransform(offset: [0.5, 0.5], rotation: 0, scale: [0.5, 0.5])
        #expect(layout(square, transform: quarter).coverage == 0.25)
        #expect(layout(square, transform: quarter).outside == 0)
        let turned = Document.TextureTransform(offset: [1, 0], rotation: .pi / 2, scale: [1, 1])
        #expect(layout(square, transform: turned).outside == 0)
    }

    @Test("a mesh's layouts are told by material, with the texture's size") func materials() throws {
        // The texture is a PNG header of 512 by 256 pixels.
        let header: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
            + [0, 0, 2, 0, 0, 0, 1, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0]
        let mesh = TestMesh.square
        let bytes =
            mesh.positions.flatMap { TestAsset.floats($0.x, $0.y, $0.z) }
            + mesh.coordinates.flatMap { TestAsset.floats($0.x, $0.y) } + mesh.indices.map { UInt8($0) } + [0, 0]
            + header
        let file = try TestAsset.file(
            #"""
            "nodes":[{"mesh":0,"scale":[2,2,2]}],
            "meshes":[{"primitives":[
                {"attributes":{"POSITION":0,"TEXCOORD_1":1},"indices":2,"material":0},
                {"attributes":{"POSITION":0,"TEXCOORD_0":1},"indices":2}]}],
            "materials":[{"pbrMetallicRoughness":{"baseColorTexture":{"index":0,"texCoord":1}}}],
            "textures":[{"source":0}],"images":[{"bufferView":3,"mimeType":"image/png"}],
            "accessors":[
                {"bufferView":0,"componentType":5126,"count":4,"type":"VEC3"},
                {"bufferView":1,"componentType":5126,"count":4,"type":"VEC2"},
                {"bufferView":2,"componentType":5121,"count":6,"type":"SCALAR"}],
            "bufferViews":[{"buffer":0,"byteLength":48},{"buffer":0,"byteOffset":48,"byteLength":32},
                {"buffer":0,"byteOffset":80,"byteLength":6},{"buffer":0,"byteOffset":88,"byteLength":\#(header.count)}],
            "buffers":[{"byteLength":\#(bytes.count)}]
            """#, binary: bytes)
        let textures = try Geometry(of: file).meshes[0].textures
        #expect(textures.map(\.material) == [0, nil])
        #expect(textures.map(\.set) == [1, 0])
        #expect(textures.map(\.pixels) == [[512, 256], nil])
        #expect(textures.map(\.coverage) == [1, 1])
        let density = try #require(textures[0].density)
        // 512 × 256 pixels on a square of two metres.
        #expect(abs(density.median / (512.0 * 256 / 4).squareRoot() - 1) < 0.005)
    }
}
