import Testing

@testable import GLB

@Suite struct OriginTests {
    private func origin(generator: String, _ members: String) throws -> Origin? {
        let text = #"{"asset":{"version":"2.0","generator":"\#(generator)"}\#(members.isEmpty ? "" : ",")\#(members)}"#
        return Origin(of: try Document(decoding: try parse(text)))
    }

    private let textured = #"""
        "nodes":[{"mesh":0}],"meshes":[{"primitives":[{"attributes":{"POSITION":0},"material":0}]}],
        "accessors":[{"componentType":5126,"count":3,"type":"VEC3"}],"images":[{"uri":"a.png"}],
        "textures":[{"source":0}],"materials":[{"pbrMetallicRoughness":{"baseColorTexture":{"index":0}}}]
        """#

    @Test("a service is named where the file shows it") func services() throws {
        #expect(
            try origin(generator: "libmeshy", "")
                == Origin(service: "Meshy", pipeline: "preview", certainty: .stated))
        #expect(
            try origin(generator: "pygltflib@v1.16.1", textured)
                == Origin(service: "Meshy", pipeline: "textured", certainty: .likely))
        #expect(try origin(generator: "https://tripo3d.ai", "")?.service == "Tripo")
        #expect(try origin(generator: "x", #""nodes":[{"name":"tripo_node_1"}]"#)?.service == "Tripo")
    }

    @Test("the joints of the rig are the sign, not the exporter") func rigs() throws {
        let names = [
            "Hips", "LeftUpLeg", "LeftLeg", "LeftFoot", "LeftToeBase", "RightUpLeg", "RightLeg", "RightFoot",
            "RightToeBase", "Spine02", "Spine01", "Spine", "LeftShoulder", "LeftArm", "LeftForeArm", "LeftHand",
            "RightShoulder", "RightArm", "RightForeArm", "RightHand", "neck", "Head", "head_end", "headfront",
        ]
        func members(_ names: [String], animations: Int) -> String {
            let nodes = names.map { #"{"name":"\#($0)"}"# }.joined(separator: ",")
            let list = [String](repeating: #"{"channels":[],"samplers":[]}"#, count: animations)
            return
                #""nodes":[\#(nodes)],"skins":[{"joints":\#(Array(names.indices))}],"animations":[\#(list.joined(separator: ","))]"#
        }
        let generator = "Khronos glTF Blender I/O v4.0.43"
        #expect(try origin(generator: generator, members(names, animations: 1))?.pipeline == "rigged")
        #expect(try origin(generator: generator, members(names, animations: 3))?.pipeline == "merged-animations")
        #expect(try origin(generator: generator, members(Array(names.dropLast()), animations: 1)) == nil)
    }

    @Test("what others make too is not claimed") func others() throws {
        #expect(try origin(generator: "Khronos glTF Blender I/O v4.0.43", textured) == nil)
        let named = textured.replacing(#"{"mesh":0}"#, with: #"{"mesh":0,"name":"geometry_0"}"#)
        #expect(try origin(generator: "pygltflib@v1.16.1", named) == nil)
        #expect(try origin(generator: "", "") == nil)
    }
}
