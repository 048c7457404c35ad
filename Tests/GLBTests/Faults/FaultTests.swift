import Foundation
import Pictures
import TestSupport
import Testing

@testable import GLB

/// The faults that generators are known for, each on a made file: found, and gone after the repair if there is one.
@Suite struct FaultTests {
    struct Case: CustomTestStringConvertible {
        let finding: String
        let glb: [UInt8]
        var testDescription: String { finding }

        init(_ finding: String, _ members: String, binary: [UInt8]? = nil) {
            self.finding = finding
            glb = TestAsset.glb(TestAsset.document(members), binary: binary)
        }

        var code: String { String(finding.prefix { $0 != " " }) }
    }

    private struct Codec: PictureCodec {
        func hasOpaqueAlpha(png: [UInt8]) -> Bool? { PNG.hasOpaqueAlpha(png) }
        func withoutAlpha(png: [UInt8]) -> [UInt8]? { PNG.withoutAlpha(png) }
    }

    private static var options: ValidationOptions {
        var options = ValidationOptions()
        options.includesFaults = true
        options.pictures = Codec()
        return options
    }

    private func findings(_ glb: [UInt8]) throws -> Findings {
        try Validator.validate(bytes: glb, options: Self.options).findings
    }

    @Test("a fault is found where it is", arguments: mendable + others) func found(rule: Case) throws {
        let findings = try findings(rule.glb)
        #expect(findings.places.contains(rule.finding), "\(findings.kept)")
        // What the specification allows is looked for only if wanted.
        #expect(try !Validator.validate(bytes: rule.glb).findings.codes.contains { $0.hasPrefix("MESHY_") })
    }

    @Test("the repair takes the fault away and brings no other", arguments: mendable) func mended(rule: Case) throws {
        let mended = try Mender.mend(try AssetFile(bytes: rule.glb), options: Self.options)
        #expect(mended.mends.contains { $0.code.name == rule.code }, "\(mended.mends)")
        let (before, after) = (try findings(rule.glb), try findings(mended.bytes))
        #expect(!after.codes.contains(rule.code), "\(after.kept)")
        #expect(!mended.mends.contains { $0.code == .unusedObject && $0.pointer.hasPrefix("/materials") })
        #expect(after.counts[.error] <= before.counts[.error], "\(after.kept)")
        let without = try Mender.mend(try AssetFile(bytes: rule.glb))
        #expect(!without.mends.contains { $0.code.name.hasPrefix("MESHY_") })
    }

    @Test("many nodes that draw a mesh of many primitives take no more than their number", .timeLimit(.minutes(2)))
    func products() throws {
        let primitives = [String](repeating: #"{"attributes":{"POSITION":0}}"#, count: 8000)
        let nodes = [String](repeating: #"{"mesh":0}"#, count: 8000)
        let json =
            #"{"asset":{"version":"2.0"},"accessors":[{"componentType":5126,"count":3,"type":"VEC3"}],"#
            + #""meshes":[{"name":"Cube","primitives":[\#(primitives.joined(separator: ","))]},{"primitives":[{"#
            + #""attributes":{"POSITION":0}}]}],"skins":[{"joints":[0]}],"#
            + #""nodes":[{"mesh":1,"skin":0},\#(nodes.joined(separator: ","))]}"#
        let findings = try Validator.validate(bytes: Array(json.utf8), options: Self.options).findings
        #expect(findings.tallies.contains { $0.code == .meshyNoMaterial })
    }

    @Test("what resembles a fault and is none is let be", arguments: innocent) func silent(rule: Case) throws {
        #expect(try !findings(rule.glb).codes.contains(rule.code))
    }

    @Test("baking a rig's scale moves no vertex, neither at rest nor in a clip") func rig() throws {
        let path = packageFolder.appending(
            path: "Samples/Meshy_AI_Friendly_Robot_biped_Animation_wave_one_hand_withSkin.glb"
        ).path
        let file = try AssetFile(path: path)
        let mended = try Mender.mend(file, options: Self.options)
        #expect(mended.mends.contains { $0.code == .meshyRigScale })
        let copy = try AssetFile(bytes: mended.bytes)
        for keyframe in [nil, 0, 10, 30] {
            let (old, new) = (try Self.poses(file, at: keyframe), try Self.poses(copy, at: keyframe))
            #expect(old.count == 24 && new.count == 24)
            for (old, new) in zip(old, new) {
                for (left, right) in [
                    (old.columns.0, new.columns.0), (old.columns.1, new.columns.1), (old.columns.2, new.columns.2),
                    (old.columns.3, new.columns.3),
                ] {
                    let difference = left - right
                    #expect((difference * difference).sum() < 1e-8, "\(left) \(right)")
                }
            }
        }
        let scales = SceneWalk(copy.document).visits.map { $0.world.columns.0 }.map { ($0 * $0).sum() }
        #expect(scales.allSatisfy { abs($0 - 1) < 1e-3 })
    }

    /// What each joint does to a vertex, with all nodes as an animation has them at a keyframe.
    private static func poses(_ file: AssetFile, at keyframe: Int?) throws -> [Matrix4] {
        let document = file.document
        var transforms = document.nodes.map(\.transform)
        for channel in keyframe == nil ? [] : document.animations[0].channels {
            let sampler = document.animations[0].samplers[try #require(channel.sampler)]
            let values = try file.data(ofAccessor: try #require(sampler.output))
            let floats = values.floats().map(Double.init)
            let size = values.type.componentCount
            let first = min(keyframe ?? 0, values.count - 1) * size
            let node = try #require(channel.node)
            guard case .parts(var translation, var rotation, var scale) = transforms[node] else { continue }
            switch channel.path {
            case .translation: translation = SIMD3(floats[first], floats[first + 1], floats[first + 2])
            case .rotation: rotation = SIMD4(floats[first], floats[first + 1], floats[first + 2], floats[first + 3])
            case .scale: scale = SIMD3(floats[first], floats[first + 1], floats[first + 2])
            default: break
            }
            transforms[node] = .parts(translation: translation, rotation: rotation, scale: scale)
        }
        func world(_ node: Int) -> Matrix4 {
            let own = transforms[node].matrix
            return document.parents[node].map { world($0) * own } ?? own
        }
        let skin = document.skins[0]
        let accessor = try #require(skin.inverseBindMatrices)
        let inverses = try #require(try file.data(ofAccessor: accessor).matrices())
        return skin.joints.enumerated().compactMap { index, joint in joint.map { world($0) * inverses[index] } }
    }

    @Test("a picture loses its alpha channel and no colour") func alpha() throws {
        let mended = try Mender.mend(try AssetFile(bytes: Self.picture(Self.opaque).glb), options: Self.options)
        let copy = try AssetFile(bytes: mended.bytes)
        let source = try copy.data(ofImage: 0)
        let rows = try #require(PNGRows(try source.read(0..<source.count)))
        var pixels: [UInt8] = []
        let isRead = rows.forEach { row in
            pixels += row
            return true
        }
        #expect(isRead)
        #expect(rows.channels == 3)
        #expect(pixels == (0..<32 * 32).flatMap(Self.colour))
    }

    // MARK: - Files

    private static let opaque: [UInt8] = (0..<32 * 32).flatMap { pixel -> [UInt8] in colour(pixel) + [255] }

    private static func colour(_ pixel: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: pixel), 20, UInt8(truncatingIfNeeded: pixel / 32)]
    }

    /// A mesh that shows the first material, so that it is not left out as unused.
    private static let user = #","nodes":[{"mesh":0}],"meshes":[{"primitives":[{"material":0,"attributes":{}}]}]"#

    private static func picture(_ pixels: [UInt8]) -> Case {
        let png = PNG.encode(pixels, width: 32, height: 32, format: .rgba)
        return Case(
            "MESHY_OPAQUE_ALPHA /images/0",
            #""images":[{"bufferView":0,"mimeType":"image/png"}],"textures":[{"source":0}],"#
                + #""materials":[{"normalTexture":{"index":0}}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":\#(png.count)}],"buffers":[{"byteLength":\#(png.count)}]"#
                + user,
            binary: png)
    }

    /// A rigged point, whose armature has a scale, and other nodes.
    private static func rig(_ code: String, scale: String = "", others: String = "", meshes: String = "") -> Case {
        Case(
            code,
            #""scene":0,"scenes":[{"nodes":[0,2\#(others.isEmpty ? "" : ",3")]}],"nodes":[{"children":[1]\#(scale)},"#
                + #"{"translation":[100,0,0]},{"mesh":0,"skin":0}\#(others)],"skins":[{"joints":[1],"#
                + #""inverseBindMatrices":3}],"meshes":[{"primitives":[{"mode":0,"attributes":{"POSITION":0,"#
                + #""JOINTS_0":1,"WEIGHTS_0":2}}]}\#(meshes)],"accessors":[{"componentType":5126,"count":1,"#
                + #""type":"VEC3","min":[0,0,0],"max":[0,0,0]},{"bufferView":0,"componentType":5121,"count":1,"#
                + #""type":"VEC4"},{"bufferView":1,"componentType":5126,"count":1,"type":"VEC4"},"#
                + #"{"bufferView":2,"componentType":5126,"count":1,"type":"MAT4"}],"bufferViews":[{"buffer":0,"#
                + #""byteLength":4},{"buffer":0,"byteOffset":4,"byteLength":16},{"buffer":0,"byteOffset":20,"#
                + #""byteLength":64}],"buffers":[{"byteLength":84}]"#,
            binary: [0, 0, 0, 0] + TestAsset.floats(1, 0, 0, 0)
                + TestAsset.floats(100, 0, 0, 0, 0, 100, 0, 0, 0, 0, 100, 0, -100, 0, 0, 1))
    }

    /// A tetrahedron, whose triangles face outward or inward.
    private static func tetrahedron(inward: Bool) -> Case {
        let corners: [UInt8] = inward ? [0, 1, 2, 0, 3, 1, 0, 2, 3, 1, 3, 2] : [0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3]
        return Case(
            "MESHY_INVERTED_MESH /meshes/0/primitives/0",
            #""scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],"meshes":[{"primitives":[{"attributes":"#
                + #"{"POSITION":0},"indices":1}]}],"accessors":[{"bufferView":0,"componentType":5126,"count":4,"#
                + #""type":"VEC3","min":[0,0,0],"max":[1,1,1]},{"bufferView":1,"componentType":5121,"count":12,"#
                + #""type":"SCALAR"}],"bufferViews":[{"buffer":0,"byteLength":48},{"buffer":0,"byteOffset":48,"#
                + #""byteLength":12}],"buffers":[{"byteLength":60}]"#,
            binary: TestAsset.floats(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1) + corners)
    }

    private static func triangle(_ finding: String, _ replaced: String, _ replacement: String, more: String = "")
        -> Case
    {
        Case(
            finding, TestAsset.triangle.members.replacing(replaced, with: replacement) + more,
            binary: TestAsset.triangle.binary)
    }

    private static func material(_ finding: String, _ material: String) -> Case {
        Case(
            finding,
            #""images":[{"uri":"\#(png)"},{"uri":"\#(png)"}],"textures":[{"source":0},{"source":0},{"source":1}],"#
                + #""materials":[{\#(material)}]"# + user)
    }

    private static let png =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

    private static func clip(_ finding: String, travel: Float) -> Case {
        Case(
            finding,
            #""nodes":[{"children":[1]},{},{"mesh":0,"skin":0}],"skins":[{"joints":[1]}],"meshes":[{"primitives":"#
                + #"[{"attributes":{}}]}],"animations":[{"channels":[{"sampler":0,"target":{"node":1,"#
                + #""path":"translation"}}],"samplers":[{"input":0,"output":1}]}],"accessors":[{"bufferView":0,"#
                + #""componentType":5126,"count":2,"type":"SCALAR","min":[0],"max":[1]},{"bufferView":1,"#
                + #""componentType":5126,"count":2,"type":"VEC3"}],"bufferViews":[{"buffer":0,"byteLength":8},"#
                + #"{"buffer":0,"byteOffset":8,"byteLength":24}],"buffers":[{"byteLength":32}]"#,
            binary: TestAsset.floats(0, 1, 0, 1, 0, 0, 2, travel))
    }

    /// Two nodes whose meshes have the same geometry.
    private static func doubled(_ finding: String, second: String) -> Case {
        let primitive = #"{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}"#
        return Case(
            finding,
            TestAsset.triangle.members.replacing(#""scenes":[{"nodes":[0]}]"#, with: #""scenes":[{"nodes":[0,1]}]"#)
                .replacing(#"[{"mesh":0}]"#, with: #"[{"mesh":0},{"mesh":1\#(second)}]"#)
                .replacing(primitive, with: primitive + "," + primitive),
            binary: TestAsset.triangle.binary)
    }

    private static let mendable: [Case] = [
        material(
            "MESHY_EMISSIVE_ALBEDO /materials/0",
            #""pbrMetallicRoughness":{"baseColorTexture":{"index":0}},"emissiveTexture":{"index":1},"#
                + #""emissiveFactor":[1,1,1]"#),
        Case("MESHY_EMISSIVE_WHITE /materials/0", #""materials":[{"emissiveFactor":[1,1,1]}]"# + user),
        rig(
            "MESHY_HELPER_MESH /nodes/3/mesh", others: #",{"mesh":1,"name":"Icosphere"}"#,
            meshes: #",{"primitives":[{"attributes":{"POSITION":0},"mode":0}]}"#),
        rig("MESHY_RIG_SCALE /nodes/0/scale", scale: #","scale":[0.01,0.01,0.01]"#),
        doubled("MESHY_DOUBLED_MESH /meshes/1/primitives/0", second: ""),
        tetrahedron(inward: true),
        wide("MESHY_WIDE_INDICES /accessors/1/componentType"),
        picture(opaque),
        material(
            "MESHY_METALLIC_OMITTED /materials/0/pbrMetallicRoughness",
            #""pbrMetallicRoughness":{"baseColorTexture":{"index":0}},"emissiveTexture":{"index":1},"#
                + #""emissiveFactor":[1,1,1]"#),
    ]

    private static func wide(_ finding: String) -> Case {
        Case(
            finding,
            TestAsset.triangle.members.replacing("5123", with: "5125").replacing(
                #""byteLength":6"#, with: #""byteLength":12"#
            )
            .replacing(#""byteLength":42"#, with: #""byteLength":48"#),
            binary: TestAsset.floats(0, 0, 0, 1, 0, 0, 0, 2, 0) + [0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0])
    }

    private static let others: [Case] = [
        // Of what does not glow, nobody but a person knows whether it is of metal.
        material(
            "MESHY_METALLIC_OMITTED /materials/0/pbrMetallicRoughness",
            #""pbrMetallicRoughness":{"baseColorTexture":{"index":0},"roughnessFactor":0.4}"#),
        triangle("MESHY_UNCREDIBLE_SIZE /", #"{"mesh":0}"#, #"{"mesh":0,"scale":[500,500,500]}"#),
        triangle(
            "MESHY_UNCREDIBLE_SIZE /", #"{"mesh":0}"#, #"{"mesh":0,"translation":[-0.5,-1,0]}"#),
        clip("MESHY_ROOT_MOTION /animations/0", travel: 1.5),
        triangle("MESHY_NO_MATERIAL /meshes/0/primitives/0", "5123", "5123"),
        triangle("MESHY_NO_NAMES /", "5123", "5123"),
        triangle("MESHY_OFF_FLOOR /", #"{"mesh":0}"#, #"{"mesh":0,"translation":[0,-1,0]}"#),
    ]

    private static let innocent: [Case] = [
        material(
            "MESHY_EMISSIVE_ALBEDO",
            #""pbrMetallicRoughness":{"baseColorTexture":{"index":0}},"emissiveTexture":{"index":2},"#
                + #""emissiveFactor":[1,1,1]"#),
        material(
            "MESHY_EMISSIVE_ALBEDO",
            #""pbrMetallicRoughness":{"baseColorTexture":{"index":0}},"emissiveTexture":{"index":1}"#),
        Case("MESHY_EMISSIVE_WHITE", #""materials":[{"emissiveFactor":[1,0.5,0]}]"#),
        rig(
            "MESHY_HELPER_MESH", others: #",{"mesh":1,"name":"Hat"}"#,
            meshes: #",{"primitives":[{"attributes":{"POSITION":0},"mode":0}]}"#),
        rig("MESHY_RIG_SCALE", scale: #","scale":[0.9,0.9,0.9]"#),
        doubled("MESHY_DOUBLED_MESH", second: #","scale":[2,2,2]"#),
        tetrahedron(inward: false),
        picture(opaque.dropLast() + [254]),
        triangle("MESHY_UNCREDIBLE_SIZE", #"{"mesh":0}"#, #"{"mesh":0,"scale":[0.5,0.5,0.5]}"#),
        clip("MESHY_ROOT_MOTION", travel: 0.1),
        material(
            "MESHY_METALLIC_OMITTED",
            #""pbrMetallicRoughness":{"baseColorTexture":{"index":0},"metallicFactor":1}"#),
        material(
            "MESHY_METALLIC_OMITTED",
            #""pbrMetallicRoughness":{"baseColorTexture":{"index":0},"metallicRoughnessTexture":{"index":2}}"#),
        // Gold has a colour and no picture.
        material("MESHY_METALLIC_OMITTED", #""pbrMetallicRoughness":{"baseColorFactor":[1,0.8,0.3,1]}"#),
        material(
            "MESHY_METALLIC_OMITTED",
            #""pbrMetallicRoughness":{"baseColorTexture":{"index":0}},"extensions":{"KHR_materials_unlit":{}}"#),
        rig(
            "MESHY_NO_MATERIAL", others: #",{"mesh":1,"name":"Icosphere"}"#,
            meshes: #",{"primitives":[{"attributes":{"POSITION":0}}]}"#),
        triangle(
            "MESHY_NO_MATERIAL", #""indices":1}"#, #""indices":1,"material":0}"#, more: #","materials":[{}]"#),
        triangle("MESHY_NO_NAMES", #"{"mesh":0}"#, #"{"mesh":0,"name":"Owl"}"#),
        triangle("MESHY_OFF_FLOOR", "5123", "5123"),
        // A sole that reaches a little below the floor, and a lamp that hangs below its origin.
        triangle("MESHY_OFF_FLOOR", #"{"mesh":0}"#, #"{"mesh":0,"translation":[0,-0.05,0]}"#),
        triangle("MESHY_OFF_FLOOR", #"{"mesh":0}"#, #"{"mesh":0,"translation":[0,-2,0]}"#),
    ]
}
