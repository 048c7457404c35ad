import GLB
import Testing

@testable import StandIn

/// One task of each family, with everything it gives.
@Suite struct EveryFamilyTests {
    private static let robot = #""model_url":"https://a.example/files/wooden-robot.glb?x=1""#

    static let requests: [(Family, String, Set<String>)] = [
        (
            .textTo3D, #"{"mode":"preview","prompt":"a mask","target_formats":["glb","obj","stl","3mf","fbx"]}"#,
            [
                "model.glb", "model.obj", "model.stl", "model.3mf", "preview.png",
            ]
        ),
        (
            .imageTo3D,
            """
            {"image_url":"data:image/png;base64,iVBORw0KGgo=","enable_pbr":true,"multi_view_thumbnails":true,\
            "should_remesh":true,"save_pre_remeshed_model":true,"alpha_thumbnail":true,"target_formats":["glb"]}
            """,
            [
                "model.glb", "pre_remeshed_model.glb", "texture_0.png", "texture_0_metallic.png",
                "texture_0_roughness.png",
                "front.png", "right.png", "back.png", "left.png", "alpha_preview.png",
            ]
        ),
        (
            .multiImageTo3D, #"{"image_urls":["https://a.example/red-mushroom.jpg"],"target_formats":["glb"]}"#,
            [
                "model.glb", "texture_0.png", "preview.png",
            ]
        ),
        (
            .retexture, #"{\#(robot),"text_style_prompt":"gold","target_formats":["obj"]}"#,
            [
                "model.obj", "model.mtl", "texture_0.png", "preview.png",
            ]
        ),
        (.remesh, #"{\#(robot),"target_polycount":200}"#, ["model.glb", "texture_0.png", "preview.png"]),
        (.convert, #"{\#(robot),"target_formats":["stl","blend"]}"#, ["model.stl", "texture_0.png", "preview.png"]),
        (.resize, #"{\#(robot),"resize_longest_side":0.3}"#, ["model.glb", "texture_0.png", "preview.png"]),
        (.uvUnwrap, "{\(robot)}", ["model.glb", "preview.png"]),
        (
            .rigging, "{\(robot)}",
            [
                "Character_output.glb", "Animation_Walking_withSkin.glb", "Animation_Running_withSkin.glb",
                "Animation_Walking_armature.glb", "Animation_Running_armature.glb",
            ]
        ),
        (.textToMotion, #"{"prompt":"a bow","duration":2.5}"#, ["motion.bvh"]),
        (
            .textToImage, #"{"prompt":"an owl","ai_model":"nano-banana","generate_multi_view":true}"#,
            [
                "image.png", "image_1.png", "image_2.png",
            ]
        ),
        (
            .imageToImage,
            #"{"prompt":"blue","ai_model":"nano-banana","reference_image_urls":["https://a.example/owl.png"],"aspect_ratio":"16:9"}"#,
            ["image.png"]
        ),
        (.multiColorPrint, "{\(robot)}", ["model.3mf"]), (.analyzePrint, "{\(robot)}", []),
        (.repairPrint, "{\(robot)}", ["model.glb", "preview.png"]),
    ]

    private static let magic: [Substring: [UInt8]] = [
        "glb": Array("glTF".utf8), "png": [0x89, 0x50, 0x4E, 0x47], "3mf": [0x50, 0x4B, 3, 4],
        "bvh": Array("HIERARCHY".utf8), "mtl": Array("newmtl".utf8),
    ]

    @Test("a finished task of each family leads to files that are what their names say", arguments: requests)
    func files(family: Family, body: String, names: Set<String>) async throws {
        try await Bench().visit { visitor in
            let task = try await visitor.finish(family.path, body)
            #expect(task["status"]?.string == "SUCCEEDED", "\(task)")
            let addresses = task.addresses
            #expect(
                Set(addresses.compactMap { $0.prefix { $0 != "?" }.split(separator: "/").last.map(String.init) })
                    == names)
            for address in addresses {
                let file = try await visitor.download(address)
                #expect(file.status == 200)
                let kind = address.prefix { $0 != "?" }.split(separator: ".").last ?? ""
                #expect(file.body.starts(with: Self.magic[kind] ?? []), "\(address)")
                if kind == "glb" { #expect(try AssetFile(bytes: file.body).findings.kept.isEmpty) }
            }
        }
    }

    @Test("a rig walks and runs, is as tall as it was asked to be, and merged movements lie in one file")
    func characters() async throws {
        try await Bench().visit { visitor in
            let model = try #require(try await visitor.refined("a robot")["id"]?.string)
            let rig = try await visitor.finish(
                Family.rigging.path, #"{"input_task_id":"\#(model)","height_meters":1.8}"#)
            let character = try #require(rig["result"]?["rigged_character_glb_url"]?.string)
            let report = Report(of: try AssetFile(bytes: try await visitor.download(character).body))
            let bounds = try #require(report.scene.bounds.box)
            #expect(abs(bounds.max.y - bounds.min.y - 1.8) < 0.01)

            let clips = rig["result"]?["basic_animations"]
            let armature = try #require(clips?["walking_armature_glb_url"]?.string)
            let bones = try AssetFile(bytes: try await visitor.download(armature).body).document
            #expect(bones.meshes.isEmpty && bones.animations.count == 1 && bones.nodes.count == 25)

            let id = try #require(rig["id"]?.string)
            let merged = try await visitor.finish(
                Family.animation.path, #"{"rig_task_id":"\#(id)","action_ids":[1,92]}"#)
            let address = try #require(merged["result"]?["animation_glb_url"]?.string)
            let file = try AssetFile(bytes: try await visitor.download(address).body)
            #expect(file.document.animations.map(\.name) == ["walking_man", "wave_one_hand"])
        }
    }

    @Test("what one task made is what the next one works on: a picture of a mask becomes that mask")
    func lineage() async throws {
        try await Bench().visit { visitor in
            let picture = try await visitor.finish(
                Family.textToImage.path, #"{"prompt":"a monster mask","ai_model":"nano-banana"}"#)
            let id = try #require(picture["id"]?.string)
            let address = try #require(picture.addresses.first)
            let byTask = try await visitor.finish(Family.imageTo3D.path, #"{"input_task_id":"\#(id)"}"#)
            let byAddress = try await visitor.finish(Family.imageTo3D.path, #"{"image_url":"\#(address)"}"#)
            let files = [
                try await visitor.download(try #require(byTask["model_urls"]?["glb"]?.string)).body,
                try await visitor.download(try #require(byAddress["model_urls"]?["glb"]?.string)).body,
            ]
            #expect(files[0] == files[1])
        }
    }
}
