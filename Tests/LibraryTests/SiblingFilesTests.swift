import Catalog
import Foundation
import GLB
import SystemPackage
import TestSupport
import Testing

@testable import Library

/// What can be said of a model's files only side by side.
@Suite("Sibling files") struct SiblingFilesTests {
    let test: TestLibrary

    init() throws { test = try TestLibrary() }

    // MARK: Boxes

    private func box(_ bytes: [UInt8], _ format: String) throws -> SIMD3<Double>? {
        try MeshFileBox(ByteSource(bytes), format: format)?.size
    }

    private static func little(_ bits: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
    }

    /// A binary STL of triangles with these corners.
    private static func stl(_ corners: [SIMD3<Float>], header: String = "solid but binary", count: Int? = nil)
        -> [UInt8]
    {
        var bytes = Array(header.utf8) + [UInt8](repeating: 0, count: 80 - header.utf8.count)
        bytes += little(UInt32(count ?? corners.count / 3))
        for first in stride(from: 0, to: corners.count, by: 3) {
            bytes += [UInt8](repeating: 0x7F, count: 12)
            for corner in corners[first..<first + 3] { bytes += (0..<3).flatMap { little(corner[$0].bitPattern) } }
            bytes += [0, 0]
        }
        return bytes
    }

    private static let corners: [SIMD3<Float>] = [
        [0, 0, -1], [2, 0, 0], [0, 3, 0], [0, 0, 0], [1, 1, 0], [2, 3, 3],
    ]

    @Test("the box is that of the vertices, in binary, in text, and in OBJ") func boxes() throws {
        #expect(try box(Self.stl(Self.corners), "stl") == [2, 3, 4])
        let lines = Self.corners.map { "   vertex \($0.x) \($0.y)\t\($0.z)" }.joined(separator: "\r\n")
        #expect(try box(Array("solid mask\n facet normal 9 9 9\n\(lines)\nendsolid".utf8), "stl") == [2, 3, 4])
        let obj = "# v 99 99 99\nvn 50 0 0\nvt 9 9\nv 0 0 -1\nv 2e0 3 3 1 0.5 0.5\nf 1 2 2"
        #expect(try box(Array(obj.utf8), "obj") == [2, 3, 4])
    }

    @Test("more triangles than are read at once, and text over the edges of pieces") func large() throws {
        let many = (0..<60_000).map { SIMD3<Float>(Float($0), 0, 1) }
        #expect(try box(Self.stl(many), "stl") == [59_999, 0, 0])
        let text = (0..<90_000).map { "v \($0) -\($0) 5\n" }.joined()
        #expect(text.utf8.count > 1 << 20)
        #expect(try box(Array(text.utf8), "obj") == [89_999, 89_999, 0])
    }

    @Test(
        "what is no mesh has no box, and nothing is read beyond the end",
        arguments: [
            [], Array("solid".utf8), [UInt8](repeating: 0xFF, count: 84), [UInt8](repeating: 0, count: 84),
            Self.stl(corners, count: Int(UInt32.max)), Array(Self.stl(corners).dropLast()),
            Self.stl([[.nan, 0, 0], [0, .infinity, 0], [.nan, .nan, .nan]]),
            Array("v 1 2\nv 1 2 x\nv nan nan nan\nv 1 1 1e999".utf8),
            Array("v 1 2 3".utf8) + [UInt8](repeating: 0x39, count: 4000),
        ])
    func hostile(bytes: [UInt8]) throws {
        for format in ["stl", "obj"] { #expect(try box(bytes, format) == nil) }
        #expect(try box(bytes, "fbx") == nil)
    }

    @Test("factors are those of lengths, whichever side the model lies on") func factors() {
        func factor(_ size: SIMD3<Double>) -> Double? { FileScale(size: size, main: [1, 2, 0.5]).factor }
        #expect(factor([1, 2, 0.5]) == 1)
        #expect(factor([1000, 500.2, 1999]) == 1000)
        #expect(factor([39.37, 78.74, 19.685]).map { abs($0 - 39.37) < 1e-6 } == true)
        #expect(factor([1, 1, 1]) == nil)
        #expect(factor([0, 0, 0]) == nil)
        #expect(FileScale(size: [1, 1, 1], main: [0, 0, 0]).factor == nil)
    }

    // MARK: In a library

    private func store(_ name: String, _ bytes: [UInt8], _ role: ModelFile.Role = .model) throws -> ModelFile {
        let path = try test.scratch.write(name, bytes)
        let format = String(name.split(separator: ".").last ?? "")
        let stored = try test.library.objects.store(.init(path), format: format, by: .copy)
        return ModelFile(role: role, hash: stored.hash, bytes: stored.bytes, format: format, name: name)
    }

    /// A square of one and two metres with a picture of these bytes inside.
    private static func glb(picture: [UInt8]) -> [UInt8] {
        let floats: [Float] = [0, 0, 0, 1, 0, 0, 0, 2, 0.5]
        let binary = floats.flatMap { little($0.bitPattern) } + picture
        var json =
            #"{"asset":{"version":"2.0"},"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],"meshes":[{"primitives":[{"attributes":"#
            + #"{"POSITION":0}}]}],"accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"#
            + #""max":[1,2,0.5]}],"bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":"#
            + #"\#(picture.count)}],"images":[{"bufferView":1,"mimeType":"image/png"}],"buffers":[{"byteLength":\#(binary.count)}]}"#
        while json.utf8.count % 4 != 0 { json += " " }
        let tail = [UInt8](repeating: 0, count: (4 - binary.count % 4) % 4)
        let body =
            little(UInt32(json.utf8.count)) + Array("JSON".utf8) + Array(json.utf8)
            + little(UInt32(binary.count + tail.count)) + Array("BIN\0".utf8) + binary + tail
        return Array("glTF".utf8) + little(2) + little(UInt32(12 + body.count)) + body
    }

    @Test("an STL in millimetres, an OBJ without unit, and textures that are copies are told of a model")
    func model() throws {
        let picture = Array("picture that is stored twice".utf8)
        let main = try store("model.glb", Self.glb(picture: picture))
        let report = Report(of: try AssetFile(bytes: Self.glb(picture: picture)))
        let stl = try store("model.stl", Self.stl([[0, 0, 0], [1000, 500, 0], [0, 0, 2000]]))
        let obj = try store("model.obj", Array("v 0 0 0\nv 1 2 0.5\n".utf8))
        let broken = try store("broken.stl", Array("no mesh".utf8))
        let copy = try store("base.png", picture, .texture)
        let other = try store("normal.png", Array("Picture that is stored twice".utf8), .texture)
        var model = NewModel()
        model.files = [NewFile(main, inspection: Inspection(report, file: "model.glb"))]
        model.files += [stl, obj, broken, copy, other].map { NewFile($0) }
        let id = try #require(try test.library.catalog.add([model]).first).id
        let detail = try test.library.catalog.model(id)
        let scales = test.library.scales(of: detail)
        #expect(scales[stl.hash]?.factor == 1000)
        #expect(scales[obj.hash]?.factor == 1)
        #expect(scales.count == 2)
        #expect(test.library.embeddedCopies(of: detail) == [copy.hash: 0])
        let statistics = try test.library.catalog.statistics()
        #expect(statistics.looseTextures == 2)
        #expect(statistics.looseTextureBytes == Int64(2 * picture.count))
        #expect(statistics.bytes == [main, stl, obj, broken, copy, other].reduce(0) { $0 + $1.bytes })
    }
}
