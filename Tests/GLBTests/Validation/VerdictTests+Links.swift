import Testing

@testable import GLB

// Documents whose objects do not fit together, for which the whole report is known.

extension VerdictTests {
    private static let times = #"{"type":"SCALAR","componentType":5126,"count":1,"min":[0],"max":[1]}"#
    private static let scale = #"{"type":"VEC3","componentType":5126,"count":1}"#
    private static let joints = #"{"type":"VEC4","componentType":5121,"count":3}"#
    private static let weights = #"{"type":"VEC4","componentType":5126,"count":3}"#
    private static let matrix = #"{"type":"MAT4","componentType":5126,"count":1}"#

    /// An animation of a node's size; the first two accessors are its own.
    private static func animation(_ nodes: String, _ others: String = "", accessors: String = "") -> String {
        #""animations":[{"channels":[{"sampler":0,"target":{"node":0,"path":"scale"}}],"#
            + #""samplers":[{"input":0,"output":1}]}],"nodes":[\#(nodes)],"#
            + #""accessors":[\#(times),\#(scale)\#(accessors)]\#(others)"#
    }

    private static func primitive(_ members: String, _ accessors: String, _ others: String = "") -> String {
        #""meshes":[{"primitives":[{\#(members)}]}],"accessors":[\#(accessors)]\#(others)"#
    }

    private static func view(_ members: String) -> String {
        #","bufferViews":[{"buffer":0,"byteLength":64\#(members)}],"buffers":[{"byteLength":64}]"#
    }

    private static let skinned = #""attributes":{"POSITION":0,"JOINTS_0":1,"WEIGHTS_0":2}"#
    private static let skinnedAccessors = "\(position),\(joints),\(weights)"

    static let links = [
        Verdict(
            "an animated node with a matrix",
            animation(#"{"matrix":[2,0,0,0,0,2,0,0,0,0,2,0,0,0,0,1],"extras":{}}"#),
            ["ANIMATION_CHANNEL_TARGET_NODE_MATRIX /animations/0/channels/0/target"]),
        Verdict(
            "an animated node with a skin",
            animation(
                #"{"mesh":0,"skin":0},{}"#,
                #","skins":[{"joints":[1]}],"#
                    + #""meshes":[{"primitives":[{"attributes":{"POSITION":2,"JOINTS_0":3,"WEIGHTS_0":4}}]}]"#,
                accessors: "," + skinnedAccessors),
            ["ANIMATION_CHANNEL_TARGET_NODE_SKIN /animations/0/channels/0/target"]),
        Verdict(
            "an image with a stride",
            #""images":[{"bufferView":0,"mimeType":"image/png"}]"# + view(#","byteStride":4"#),
            ["IMAGE_BUFFER_VIEW_WITH_BYTESTRIDE /images/0/bufferView", "UNUSED_OBJECT /images/0"]),
        Verdict(
            "fewer matrices than joints",
            #""skins":[{"joints":[0,1],"inverseBindMatrices":0}],"nodes":[{"children":[1]},{}],"accessors":[\#(matrix)]"#,
            ["INVALID_IBM_ACCESSOR_COUNT /skins/0/inverseBindMatrices", "UNUSED_OBJECT /skins/0"]),
        Verdict(
            "matrices with a stride",
            #""skins":[{"joints":[0],"inverseBindMatrices":0}],"nodes":[{}],"#
                + #""accessors":[{"type":"MAT4","componentType":5126,"count":1,"bufferView":0}]"#
                + view(#","byteStride":64"#),
            ["SKIN_IBM_ACCESSOR_WITH_BYTESTRIDE /skins/0/inverseBindMatrices", "UNUSED_OBJECT /skins/0"]),
        Verdict(
            "indices that are floats",
            primitive(
                #""attributes":{"POSITION":0},"indices":1"#,
                #"\#(position),{"type":"SCALAR","componentType":5126,"count":3}"#),
            [
                "MESH_PRIMITIVE_INDICES_ACCESSOR_INVALID_FORMAT /meshes/0/primitives/0/indices",
                "UNUSED_OBJECT /meshes/0",
            ]
        ),
        Verdict(
            "indices with a stride",
            primitive(
                #""attributes":{"POSITION":0},"indices":1"#,
                #"\#(position),{"type":"SCALAR","componentType":5121,"count":3,"bufferView":0}"#,
                view(#","byteStride":4"#)),
            [
                "MESH_PRIMITIVE_INDICES_ACCESSOR_WITH_BYTESTRIDE /meshes/0/primitives/0/indices",
                "BUFFER_VIEW_TARGET_MISSING /meshes/0/primitives/0/indices", "UNUSED_OBJECT /meshes/0",
            ]),
        Verdict(
            "more normals than positions",
            primitive(
                #""attributes":{"POSITION":0,"NORMAL":1}"#,
                #"\#(position),{"type":"VEC3","componentType":5126,"count":6}"#),
            [
                "MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT /meshes/0/primitives/0/attributes/NORMAL",
                "UNUSED_OBJECT /meshes/0",
            ]
        ),
        Verdict(
            "a target of another size",
            primitive(
                #""attributes":{"POSITION":0,"NORMAL":1},"targets":[{"NORMAL":2}]"#,
                #"\#(position),{"type":"VEC3","componentType":5126,"count":3},"#
                    + #"{"type":"VEC3","componentType":5126,"count":6}"#),
            [
                "MESH_PRIMITIVE_MORPH_TARGET_INVALID_ATTRIBUTE_COUNT /meshes/0/primitives/0/targets/0/NORMAL",
                "UNUSED_OBJECT /meshes/0",
            ]),
        Verdict(
            "a skinned mesh without skin", primitive(skinned, skinnedAccessors, #","nodes":[{"mesh":0}]"#),
            ["NODE_SKINNED_MESH_WITHOUT_SKIN /nodes/0", "UNUSED_OBJECT /nodes/0"]),
        Verdict(
            "weights for targets that are not there",
            primitive(#""attributes":{"POSITION":0}"#, position, #","nodes":[{"mesh":0,"weights":[1]}]"#),
            ["NODE_WEIGHTS_INVALID /nodes/0/weights", "UNUSED_OBJECT /nodes/0"]),
        Verdict(
            "a scene with a figure but not its joints",
            primitive(
                skinned, skinnedAccessors,
                #","nodes":[{"mesh":0,"skin":0},{}],"skins":[{"joints":[1]}],"scenes":[{"nodes":[0]}]"#),
            ["NODE_SKIN_NO_SCENE /nodes/0"]),
        Verdict(
            "nodes in a circle", #""nodes":[{"children":[1]},{"children":[0]}]"#,
            ["NODE_LOOP /nodes/0", "NODE_LOOP /nodes/1"]),
    ]
}
