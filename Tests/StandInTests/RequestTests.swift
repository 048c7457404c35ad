import HTTPTypes
import Testing

@testable import StandIn

/// What the service refuses, and in which order it looks.
@Suite struct RequestTests {
    @Test("the route comes before the key, the key before all else")
    func order() async throws {
        try await Bench().visit { visitor in
            var stranger = visitor
            stranger.key = nil
            #expect(try await stranger.get("/openapi/v1/nothing").status == 404)
            #expect(try await stranger.get("/openapi/v1/nothing").message == "NoMatchingRoute")
            #expect(try await stranger.get("/openapi/v2/image-to-3d").message == "NoMatchingRoute")
            #expect(try await stranger.post("/openapi/v1/text-to-texture", "{}").status == 404)
            #expect(try await stranger.call(.put, Visitor.textTo3D).status == 404)
            #expect(try await stranger.get("\(Visitor.textTo3D)/x").status == 401)
            #expect(try await stranger.post(Visitor.textTo3D, "nonsense").message == "Invalid API key")
            stranger.key = "wrong"
            #expect(try await stranger.get("/openapi/v1/balance").status == 401)
            #expect(try await visitor.get("\(Visitor.textTo3D)/x").message == "Invalid ID")
            let unknown = try await visitor.get("\(Visitor.textTo3D)/01a1f84a-95cd-7bdd-8164-d8399f767c45")
            #expect(unknown.status == 404)
            #expect(unknown.message == "Task not found")
        }
    }

    @Test("only the word Bearer opens the door, and no web page comes in")
    func schemes() async throws {
        try await Bench().visit { visitor in
            var bare = visitor
            bare.key = nil
            for scheme in ["msy-stand-in", "Basic msy-stand-in", "Bearer", "Bearer a b"] {
                #expect(
                    try await bare.call(.get, "/openapi/v1/balance", headers: [.authorization: scheme]).status == 401)
            }
            let page = try await visitor.call(.get, "/openapi/v1/balance", headers: [.origin: "https://a.example"])
            #expect(page.status == 403)
            #expect(try await visitor.call(.get, "/_stand-in/ledger", headers: [.origin: "null"]).status == 403)
        }
    }

    @Test("every answer has the service's headers")
    func headers() async throws {
        try await Bench().visit { visitor in
            let answer = try await visitor.get("/openapi/v1/balance")
            #expect(answer.headers[.apiVersion]?.isEmpty == false)
            #expect(answer.headers[.requestID]?.isEmpty == false)
            #expect(answer.headers[.contentType] == "application/json")
        }
    }

    /// A create request that is refused: the collection, the body, and what the message must name.
    static let refused: [(Family, String, String)] = [
        (.textTo3D, "", "JSON"), (.textTo3D, "[]", "object"), (.textTo3D, #"{"mode":"preview""#, "JSON"),
        (.textTo3D, "{}", "mode"), (.textTo3D, #"{"mode":"final","prompt":"x"}"#, "[preview refine]"),
        (.textTo3D, #"{"mode":"preview"}"#, "prompt"), (.textTo3D, #"{"mode":"preview","prompt":"  "}"#, "prompt"),
        (.textTo3D, #"{"mode":"preview","prompt":7}"#, "CreateTextTo3dRequest.prompt"),
        (.textTo3D, #"{"mode":"preview","prompt":"\#(String(repeating: "x", count: 801))"}"#, "800"),
        (.textTo3D, #"{"mode":"preview","prompt":"x","ai_model":"meshy-5"}"#, "meshy-5 has been retired"),
        (.textTo3D, #"{"mode":"preview","prompt":"x","ai_model":"meshy-9"}"#, "meshy-7.1"),
        (.textTo3D, #"{"mode":"preview","prompt":"x","ai_model":"meshy-t2"}"#, "meshy-t2"),
        (.textTo3D, #"{"mode":"preview","prompt":"x","model_type":"lowpoly"}"#, "smart-topology"),
        (.textTo3D, #"{"mode":"preview","prompt":"x","art_style":"voxel"}"#, "[realistic sculpture]"),
        (.textTo3D, #"{"mode":"preview","prompt":"x","target_polycount":99}"#, "100"),
        (.textTo3D, #"{"mode":"preview","prompt":"x","target_polycount":1.5}"#, "integer"),
        (.textTo3D, #"{"mode":"preview","prompt":"x","should_remesh":"yes"}"#, "boolean"),
        (.textTo3D, #"{"mode":"preview","prompt":"x","target_formats":["dae"]}"#, "dae"),
        (.textTo3D, #"{"mode":"preview","prompt":"x","target_formats":[]}"#, "target_formats"),
        (.textTo3D, #"{"mode":"preview","prompt":"x","geometry_resolution":"4k","ai_model":"meshy-7"}"#, "meshy-7.1"),
        (
            .textTo3D,
            #"{"mode":"preview","prompt":"x","model_type":"smart-topology","ai_model":"meshy-t2","target_polycount":20000}"#,
            "15000"
        ),
        (.textTo3D, #"{"mode":"refine"}"#, "preview_task_id"),
        (.textTo3D, #"{"mode":"refine","preview_task_id":"7"}"#, "Invalid ID"),
        (.imageTo3D, "{}", "image_url"), (.imageTo3D, #"{"image_url":"ftp://a/b.png"}"#, "image_url"),
        (.imageTo3D, #"{"image_url":"https://a.example/b.gif"}"#, "Invalid image file extension: .gif"),
        (.imageTo3D, #"{"image_url":"data:image/webp;base64,AAAA"}"#, "data:image/png;base64"),
        (.imageTo3D, #"{"image_url":"data:image/png;base64,A!=="}"#, "base64"),
        (
            .imageTo3D, #"{"image_url":"https://a.example/b.png","should_texture":false,"enable_pbr":true}"#,
            "enable_pbr"
        ),
        (.multiImageTo3D, #"{"image_urls":[]}"#, "image_urls"),
        (.multiImageTo3D, #"{"image_urls":["https://a.example/b.png"],"model_type":"standard"}"#, "model_type"),
        (.multiImageTo3D, #"{"image_urls":["https://a.example/b.png"],"geometry_resolution":"4k"}"#, "[standard 2k]"),
        (.retexture, #"{"model_url":"https://a.example/b.glb"}"#, "text_style_prompt"),
        (
            .retexture, #"{"model_url":"https://a.example/b.3dm","text_style_prompt":"x"}"#,
            "Invalid model file extension: .3dm"
        ),
        (
            .retexture, #"{"model_url":"https://a.example/b.glb","multiview_image_urls":["https://a.example/b.png"]}"#,
            "meshy-7"
        ),
        (.convert, #"{"model_url":"https://a.example/b.glb"}"#, "target_formats"),
        (.resize, #"{"model_url":"https://a.example/b.glb"}"#, "resize_height"),
        (.resize, #"{"model_url":"https://a.example/b.glb","resize_height":0}"#, "greater than 0"),
        (.resize, #"{"model_url":"https://a.example/b.glb","resize_height":1,"auto_size":true}"#, "exclude"),
        (.uvUnwrap, #"{"model_url":"https://a.example/b.obj"}"#, ".obj"),
        (
            .rigging, #"{"model_url":"https://a.example/robot.glb","animation_type":3}"#,
            "CreateRiggingRequest.animation_type"
        ),
        (.rigging, #"{"model_url":"https://a.example/robot.glb","animation_type":"fish"}"#, "[biped quadruped]"),
        (.animation, #"{"rig_task_id":"01a1f84a-95cd-7bdd-8164-d8399f767c45"}"#, "action_id"),
        (.animation, #"{"rig_task_id":"01a1f84a-95cd-7bdd-8164-d8399f767c45","action_ids":[1,1]}"#, "twice"),
        (.textToMotion, #"{"prompt":"bow","duration":2.2}"#, "0.5"),
        (.textToImage, #"{"prompt":"owl"}"#, "ai_model"),
        (.textToImage, #"{"prompt":"owl","ai_model":"gpt-image-2","aspect_ratio":"16:9"}"#, "3:2"),
        (.imageToImage, #"{"prompt":"owl","ai_model":"gpt-image-2"}"#, "reference_image_urls"),
        (.multiColorPrint, #"{"model_url":"https://a.example/b.glb","max_colors":17}"#, "16"),
        (.analyzePrint, #"{"model_url":"https://a.example/b.glb","printer_type":"laser"}"#, "[fdm sla full_color]"),
        (.repairPrint, #"{"model_url":"https://a.example/b.fbx"}"#, ".fbx"),
    ]

    @Test("a faulty request is refused with 400, says why, and costs nothing", arguments: refused)
    func refusals(family: Family, body: String, part: String) async throws {
        try await Bench().visit { visitor in
            let answer = try await visitor.post(family.path, body)
            #expect(answer.status == 400)
            #expect(answer.message?.contains(part) == true, "\(answer.text)")
            #expect(try await visitor.balance() == 1000)
            #expect(try await visitor.get(family.path).json == .array([]))
        }
    }

    @Test("a picture's pose that cannot be estimated is 422, before any charge")
    func pose() async throws {
        try await Bench().visit { visitor in
            let answer = try await visitor.post(
                Family.rigging.path, #"{"model_url":"https://a.example/mushroom.glb"}"#)
            #expect(answer.status == 422)
            #expect(answer.message == "Pose estimation failed")
            let id = try #require(try await visitor.refined("a robot")["id"]?.string)
            let quadruped = try await visitor.post(
                Family.rigging.path, #"{"input_task_id":"\#(id)","animation_type":"quadruped"}"#)
            #expect(quadruped.status == 422)
        }
    }

    @Test("the form of the quickstart's oldest request is accepted, unknown members too")
    func oldForm() async throws {
        try await Bench().visit { visitor in
            let task = try await visitor.preview(
                of: "an owl lantern",
                #","negative_prompt":"blurry, broken","art_style":"realistic","should_remesh":true,"colour":[1]"#)
            #expect(task["status"]?.string == "SUCCEEDED")
            #expect(task["negative_prompt"]?.string == "blurry, broken")
            #expect(task["art_style"]?.string == "realistic")
        }
    }

    @Test("meshy-7 stops making shapes at the end of 2026 and goes on painting")
    func retirement() async throws {
        try await Bench { $0.credits = 100 }.visit { visitor in
            let body = #"{"mode":"preview","prompt":"x","ai_model":"meshy-7"}"#
            #expect(try await visitor.post(Visitor.textTo3D, body).status == 202)
            visitor.clock.turn(60 * 86_400)
            #expect(try await visitor.post(Visitor.textTo3D, body).message == "ai_model meshy-7 has been retired")
            let id = try #require(try await visitor.preview()["id"]?.string)
            let refine = #"{"mode":"refine","preview_task_id":"\#(id)","ai_model":"meshy-7"}"#
            #expect(try await visitor.post(Visitor.textTo3D, refine).status == 202)
        }
    }

    @Test("a body with too many values or too deep is refused before it is read")
    func hostileBodies() async throws {
        try await Bench().visit { visitor in
            for body in [
                String(repeating: "[", count: 100_000), "[" + String(repeating: "1,", count: 100_000) + "1]",
                String(repeating: #"{"a":"#, count: 5000), #"{"mode":"preview","prompt":"\ud800"}"#, "\u{0}", "1e999",
            ] {
                let answer = try await visitor.post(Visitor.textTo3D, body)
                #expect(answer.status == 400)
            }
        }
    }
}
