import Testing

@testable import StandIn

@Suite struct PriceTests {
    private static let picture = #""image_url":"https://a.example/owl.png""#
    private static let model = #""model_url":"https://a.example/robot.glb""#

    static let prices: [(Family, String, Int)] = [
        (.textTo3D, #"{"mode":"preview","prompt":"x"}"#, 20),
        (.textTo3D, #"{"mode":"preview","prompt":"x","ai_model":"meshy-6"}"#, 20),
        (.textTo3D, #"{"mode":"preview","prompt":"x","ai_model":"meshy-6-lite"}"#, 5),
        (.textTo3D, #"{"mode":"preview","prompt":"x","model_type":"smart-topology"}"#, 5),
        (.textTo3D, #"{"mode":"preview","prompt":"x","model_type":"smart-topology","ultra_mode":true}"#, 5),
        (.textTo3D, #"{"mode":"preview","prompt":"x","geometry_resolution":"4k"}"#, 25),
        (.textTo3D, #"{"mode":"preview","prompt":"x","ultra_mode":true}"#, 25),
        (.imageTo3D, "{\(picture)}", 30), (.imageTo3D, #"{\#(picture),"should_texture":false}"#, 20),
        (.imageTo3D, #"{\#(picture),"texture_resolution":"8k","geometry_resolution":"2k"}"#, 40),
        (.imageTo3D, #"{\#(picture),"ai_model":"meshy-6-lite"}"#, 15),
        (.imageTo3D, #"{\#(picture),"model_type":"smart-topology","texture_resolution":"8k"}"#, 20),
        (.multiImageTo3D, #"{"image_urls":["https://a.example/owl.png"]}"#, 30),
        (.retexture, #"{\#(model),"text_style_prompt":"gold"}"#, 10),
        (.retexture, #"{\#(model),"text_style_prompt":"gold","texture_resolution":"8k"}"#, 15),
        (.remesh, "{\(model)}", 5), (.convert, #"{\#(model),"target_formats":["stl"]}"#, 1),
        (.resize, #"{\#(model),"resize_height":1}"#, 1), (.uvUnwrap, "{\(model)}", 5), (.rigging, "{\(model)}", 5),
        (.textToMotion, #"{"prompt":"bow","duration":2}"#, 10),
        (.textToMotion, #"{"prompt":"bow","duration":2,"mode":"swift"}"#, 3),
        (.textToImage, #"{"prompt":"x","ai_model":"nano-banana"}"#, 3),
        (.textToImage, #"{"prompt":"x","ai_model":"nano-banana-2"}"#, 6),
        (.textToImage, #"{"prompt":"x","ai_model":"gpt-image-2"}"#, 9),
        (
            .imageToImage,
            #"{"prompt":"x","ai_model":"gpt-image-2","reference_image_urls":["https://a.example/a.png"]}"#, 12
        ),
        (.multiColorPrint, "{\(model)}", 10), (.analyzePrint, "{\(model)}", 0), (.repairPrint, "{\(model)}", 10),
    ]

    @Test("each call costs what the price list says", arguments: prices)
    func price(family: Family, body: String, credits: Int) async throws {
        try await Bench().visit { visitor in
            let id = try await visitor.make(family.path, body)
            #expect(try await visitor.balance() == 1000 - credits)
            #expect(try await visitor.get("\(family.path)/\(id)").json["consumed_credits"]?.integer == credits)
        }
    }

    @Test("a refine costs ten, and five more at 8K")
    func refine() async throws {
        try await Bench().visit { visitor in
            let usual = try await visitor.refined()
            #expect(usual["consumed_credits"]?.integer == 10)
            let fine = try await visitor.refined("an owl", #","texture_resolution":"8k""#)
            #expect(fine["consumed_credits"]?.integer == 15)
        }
    }

    @Test("an animation costs three an action")
    func animation() async throws {
        try await Bench().visit { visitor in
            let model = try #require(try await visitor.refined()["id"]?.string)
            let rig = try #require(
                try await visitor.finish(Family.rigging.path, #"{"input_task_id":"\#(model)"}"#)["id"]?.string)
            let task = try await visitor.finish(
                Family.animation.path, #"{"rig_task_id":"\#(rig)","action_ids":[1,2,92]}"#)
            #expect(task["consumed_credits"]?.integer == 9)
        }
    }

    @Test("without the credits there is no task")
    func poverty() async throws {
        try await Bench { $0.credits = 25 }.visit { visitor in
            _ = try await visitor.preview()
            let answer = try await visitor.post(Visitor.textTo3D, #"{"mode":"preview","prompt":"x"}"#)
            #expect(answer.status == 402)
            #expect(answer.message == "Insufficient credits")
            #expect(try await visitor.balance() == 5)
        }
    }
}
