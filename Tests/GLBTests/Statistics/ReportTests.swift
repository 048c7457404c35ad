import Testing

@testable import GLB

@Suite struct ReportTests {
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0, 0, 0, 0]

    @Test("a mesh drawn twice counts twice in the scene and once beside it") func instances() throws {
        let report = Report(
            of: try TestAsset.file(
                TestAsset.triangle.members.replacing(
                    #""nodes":[{"mesh":0}]"#, with: #""nodes":[{"mesh":0,"children":[1]},{"mesh":0}]"#),
                binary: TestAsset.triangle.binary))
        #expect(report.scene.counts == DrawCounts(drawCalls: 2, vertices: 6, triangles: 2))
        #expect(report.unique == DrawCounts(drawCalls: 1, vertices: 3, triangles: 1))
        #expect(report.info.drawCallCount == 1)
        #expect(report.scene.nodes == 2)
        #expect(!report.hasErrors)
    }

    @Test("copies on the graphics card count as vertices, not as draw calls") func gpuInstancing() throws {
        let file = try TestAsset.file(
            #"""
            "nodes":[{"mesh":0,"extensions":{"EXT_mesh_gpu_instancing":{"attributes":{"TRANSLATION":1}}}}],
            "meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],"buffers":[{"byteLength":24}],
            "bufferViews":[{"buffer":0,"byteLength":24}],
            "accessors":[{"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[1,1,1]},
                {"bufferView":0,"componentType":5126,"count":2,"type":"VEC3"}]
            """#, binary: TestAsset.floats(0, 0, 0, 10, 0, 0))
        let report = Report(of: file)
        #expect(report.scene.counts == DrawCounts(drawCalls: 1, vertices: 6, triangles: 2))
        #expect(report.scene.bounds.box == Bounds(min: [0, 0, 0], max: [11, 1, 1]))
        #expect(report.scene.bounds.accuracy == .exact)
    }

    @Test("the scene is the named one, else the first, else all roots") func scenes() throws {
        let nodes = #""nodes":[{"name":"a"},{"name":"b","children":[2]},{}]"#
        func scene(_ members: String) throws -> Report.Scene { Report(of: try TestAsset.file(members)).scene }
        let scenes = #""scenes":[{"nodes":[0]},{"nodes":[1]}]"#
        #expect(try scene(#"\#(nodes),\#(scenes),"scene":1"#).nodes == 2)
        #expect(try scene(#"\#(nodes),\#(scenes)"#).index == 0)
        #expect(try scene(nodes).index == nil)
        #expect(try scene(nodes).nodes == 3)
    }

    @Test(
        "triangles are counted by mode",
        arguments: [(0, 0), (1, 0), (2, 0), (3, 0), (4, 2), (5, 5), (6, 5), (9, 0)])
    func modes(mode: Int, triangles: Int) throws {
        let report = Report(
            of: try TestAsset.file(
                #"""
                "meshes":[{"primitives":[{"mode":\#(mode),"attributes":{"POSITION":0}}]}],
                "accessors":[{"componentType":5126,"count":7,"type":"VEC3","min":[0,0,0],"max":[1,1,1]}]
                """#))
        #expect(report.unique.triangles == triangles)
        #expect(report.unique.vertices == 7)
    }

    @Test("counts that do not fit stay at the greatest number") func saturation() throws {
        let primitive = #"{"attributes":{"POSITION":0}}"#
        let report = Report(
            of: try TestAsset.file(
                #"""
                "nodes":[{"mesh":0}],"meshes":[{"primitives":[\#(primitive),\#(primitive),\#(primitive)]}],
                "accessors":[{"componentType":5126,"count":9223372036854775807,"type":"VEC3"}]
                """#))
        #expect(report.scene.counts.vertices == .max)
        #expect(report.scene.bounds == SceneBounds(box: nil, accuracy: .incomplete))
    }

    @Test("images are measured, and told where they are") func images() throws {
        let uri = "data:image/png;base64," + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAAAAAAA"
        let file = try TestAsset.file(
            #"""
            "images":[{"bufferView":0,"mimeType":"image/png"},{"uri":"\#(uri)"},{"uri":"absent.png"},{}],
            "buffers":[{"byteLength":\#(Self.png.count)}],"bufferViews":[{"buffer":0,"byteLength":\#(Self.png.count)}]
            """#, binary: Self.png)
        let report = Report(of: file)
        #expect(report.images.map(\.storage) == [.bufferView, .dataURI, .file, .none])
        #expect(report.images.map { $0.header?.width } == [2, 1, nil, nil])
        #expect(report.images.map { $0.header?.channels } == [3, 2, nil, nil])
        #expect(report.images[0].byteCount == Self.png.count)
        #expect(report.gpuByteCount == (4 + 1) * 4 + 4)
        #expect(report.findings.places == ["IO_ERROR /images/2/uri"])
    }

    @Test("an image that is cut off or no image is a finding") func brokenImages() throws {
        let file = try TestAsset.file(
            #"""
            "images":[{"bufferView":0},{"bufferView":1}],"buffers":[{"byteLength":40}],
            "bufferViews":[{"buffer":0,"byteLength":20},{"buffer":0,"byteOffset":20,"byteLength":8}]
            """#, binary: Self.png + [UInt8](repeating: 0, count: 8))
        #expect(
            Report(of: file).findings.places == [
                "IMAGE_UNEXPECTED_EOS /images/0", "IMAGE_UNRECOGNIZED_FORMAT /images/1",
            ])
    }

    @Test("bytes go where they are used, and overlapping ones are counted once") func shares() throws {
        let binary = [UInt8](repeating: 0, count: 100)
        let file = try TestAsset.file(
            #"""
            "meshes":[{"primitives":[{"attributes":{"POSITION":0,"NORMAL":1}},{"attributes":{"POSITION":0}}]}],
            "animations":[{"channels":[{"sampler":0,"target":{"path":"scale"}}],"samplers":[{"input":2,"output":2}]}],
            "images":[{"bufferView":2}],"buffers":[{"byteLength":100}],
            "bufferViews":[{"buffer":0,"byteLength":48,"byteStride":24},{"buffer":0,"byteOffset":48,"byteLength":8},
                {"buffer":0,"byteOffset":60,"byteLength":30}],
            "accessors":[{"bufferView":0,"componentType":5126,"count":2,"type":"VEC3","min":[0,0,0],"max":[1,1,1]},
                {"bufferView":0,"byteOffset":12,"componentType":5126,"count":2,"type":"VEC3"},
                {"bufferView":1,"componentType":5126,"count":2,"type":"SCALAR","min":[0],"max":[1]}]
            """#, binary: binary)
        let bytes = Report(of: file).bytes
        #expect(bytes.geometry == 48)
        #expect(bytes.animation == 8)
        #expect(bytes.textures == 30)
        #expect(bytes.json == file.container.json.count)
        #expect(bytes.total == file.container.byteCount)
        // Two headers of chunks, that of the file, and what nothing refers to.
        #expect(bytes.other == 12 + 8 + 8 + 100 - 86)
    }

    @Test("an animation lasts until its last keyframe, stated or read") func durations() throws {
        let file = try TestAsset.file(
            #"""
            "nodes":[{}],"buffers":[{"byteLength":12}],"bufferViews":[{"buffer":0,"byteLength":12}],
            "accessors":[{"componentType":5126,"count":3,"type":"SCALAR","min":[0],"max":[2.5]},
                {"bufferView":0,"componentType":5126,"count":3,"type":"SCALAR"},
                {"componentType":5126,"count":3,"type":"VEC3"}],
            "animations":[
                {"name":"a","channels":[{"sampler":0,"target":{"node":0,"path":"scale"}},
                    {"sampler":1,"target":{"node":0,"path":"translation"}}],
                    "samplers":[{"input":0,"output":2},{"input":1,"output":2}]},
                {"channels":[{"sampler":0,"target":{"path":"scale"}}],"samplers":[{"input":0,"output":2}]},
                {"channels":[{"sampler":0,"target":{"path":"scale"}}],"samplers":[{"input":2,"output":2}]}]
            """#, binary: TestAsset.floats(0, 1.5, 4))
        let animations = Report(of: file).animations
        #expect(animations.map(\.duration) == [4, 2.5, 0])
        #expect(animations.map(\.keyframes) == [6, 3, 3])
        #expect(animations.map(\.nodes) == [1, 0, 0])
    }

    @Test("names are listed once, in the order of the document") func names() throws {
        let report = Report(
            of: try TestAsset.file(
                #"""
                "scenes":[{"name":"s"}],"nodes":[{"name":"n"},{"name":"m"},{"name":""},{}],
                "meshes":[{"name":"m","primitives":[]}],"materials":[{"name":"x"}],
                "animations":[{"name":"a","channels":[],"samplers":[]}]
                """#))
        #expect(report.names == ["s", "n", "m", "x", "a"])
    }

    @Test("the JSON has the issue's backbone") func json() throws {
        let json = try parse(
            Report(of: try TestAsset.file(TestAsset.triangle.members, binary: TestAsset.triangle.binary)).json()
        ).root
        #expect(json["schema"]?.string == "meshy-lib.inspect/1")
        #expect(json["file"]?.isNull == true)
        #expect(json["bytes"]?.integer == TestAsset.triangleGLB.count)
        #expect(json["container"]?["chunks"]?[1]?["type"]?.string == "BIN")
        #expect(json["scene"]?["drawCalls"]?.integer == 1)
        #expect(json["scene"]?["bounds"]?["max"]?[1]?.double == 2)
        #expect(json["scene"]?["bounds"]?["accuracy"]?.string == "exact")
        #expect(json["scene"]?["size"]?.elements.map(\.double) == [1, 2, 0])
        #expect(json["unique"]?["triangles"]?.integer == 1)
        let primitive = json["meshes"]?[0]?["primitives"]?[0]
        #expect(primitive?["mode"]?.string == "TRIANGLES")
        #expect(primitive?["attributes"]?["POSITION"]?.string == "VEC3 FLOAT")
        #expect(primitive?["indexType"]?.string == "UNSIGNED_SHORT")
        #expect(json["findingsTotal"]?.integer == 0)
    }
}
