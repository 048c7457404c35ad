import Testing

@testable import MeshyAPI

@Suite("What a request costs")
struct CreditEstimateTests {
    @Test(
        "the price list",
        arguments: [
            (.textTo3DPreview, ["prompt": "x"], 20, 20),
            (.textTo3DPreview, ["ai_model": "meshy-6"], 20, 20),
            (.textTo3DPreview, ["ai_model": "meshy-6-lite"], 5, 5),
            (.textTo3DPreview, ["model_type": "smart-topology"], 5, 5),
            (.textTo3DPreview, ["geometry_resolution": "4k"], 25, 25),
            (.textTo3DPreview, ["geometry_resolution": "standard"], 20, 20),
            (.textTo3DPreview, ["ultra_mode": true], 25, 25),
            (.textTo3DPreview, ["ai_model": "meshy-9"], 20, 40),
            (.textTo3DRefine, ["texture_resolution": "4k"], 10, 10),
            (.textTo3DRefine, ["texture_resolution": "8k"], 15, 15),
            (.imageTo3D, [:], 30, 30),
            (.imageTo3D, ["should_texture": false], 20, 20),
            (.imageTo3D, ["texture_resolution": "8k"], 35, 35),
            (.imageTo3D, ["texture_resolution": "8k", "geometry_resolution": "2k"], 40, 40),
            (.imageTo3D, ["ai_model": "meshy-6-lite"], 15, 15),
            (.imageTo3D, ["ai_model": "meshy-6-lite", "should_texture": false], 5, 5),
            (.imageTo3D, ["model_type": "smart-topology"], 15, 20),
            (.imageTo3D, ["model_type": "smart-topology", "should_texture": false], 5, 15),
            (.imageTo3D, ["model_type": "smart-topology", "texture_resolution": "8k"], 20, 25),
            (.multiImageTo3D, [:], 30, 30),
            (.retexture, [:], 10, 10), (.retexture, ["texture_resolution": "8k"], 15, 15),
            (.retexture, ["ai_model": "meshy-n1"], 10, 10),
            (.remesh, [:], 5, 5), (.convert, [:], 1, 1), (.resize, [:], 1, 1), (.uvUnwrap, [:], 5, 5),
            (.rigging, [:], 5, 5), (.animation, ["action_id": 1], 3, 3), (.animation, ["action_ids": [1, 2, 3]], 9, 9),
            (.textToMotion, [:], 10, 10), (.textToMotion, ["mode": "swift"], 3, 3),
            (.textToImage, ["ai_model": "nano-banana"], 3, 3), (.textToImage, ["ai_model": "nano-banana-2"], 6, 6),
            (.textToImage, ["ai_model": "nano-banana-pro"], 9, 9), (.textToImage, ["ai_model": "gpt-image-2"], 9, 9),
            (.imageToImage, ["ai_model": "gpt-image-2-5-flare"], 12, 12),
            (.imageToImage, ["ai_model": "nano-banana"], 3, 3),
            (.printAnalyze, [:], 0, 0), (.printRepair, [:], 10, 10), (.printMultiColor, [:], 10, 10),
        ] as [(TaskKind, JSON, Int, Int)])
    func prices(kind: TaskKind, body: JSON, credits: Int, atMost: Int) throws {
        let estimate = try TaskRequest(kind, body: body).estimatedCredits
        #expect(estimate.credits == credits)
        #expect(estimate.atMost == atMost)
    }

    @Test("the bill is a sentence") func sentence() throws {
        let request = try TaskRequest(.imageTo3D, body: ["texture_resolution": "8k"])
        #expect("\(request.estimatedCredits)" == "35 credits: 20 for the shape, 10 for the texture, 5 for 8K")
        #expect("\(TaskRequest(.convert).estimatedCredits)" == "1 credit")
    }
}
