import Testing

@testable import MeshyAPI

@Suite("What a request is told before it is sent")
struct RequestProblemTests {
    static let day = Day("2026-11-22") ?? .today

    struct Case: Sendable, CustomStringConvertible {
        let kind: TaskKind
        let body: JSON
        let errors: [String]
        let warnings: [String]

        init(_ kind: TaskKind, _ body: JSON, errors: [String] = [], warnings: [String] = []) {
            (self.kind, self.body, self.errors, self.warnings) = (kind, body, errors, warnings)
        }

        var description: String { "\(kind.rawValue) \(body.canonicalText)" }
    }

    /// Each with the parameters that are wrong; `-` is the request as a whole.
    static let cases: [Case] = [
        Case(.textTo3DPreview, ["prompt": "owl"]),
        Case(.textTo3DPreview, [:], errors: ["prompt"]),
        Case(.textTo3DPreview, ["prompt": " \n"], errors: ["prompt"]),
        Case(.textTo3DPreview, ["prompt": 7], errors: ["prompt"]),
        Case(.textTo3DPreview, ["prompt": .string(String(repeating: "x", count: 600))]),
        Case(.textTo3DPreview, ["prompt": .string(String(repeating: "x", count: 601))], warnings: ["prompt"]),
        Case(.textTo3DPreview, ["prompt": .string(String(repeating: "x", count: 801))], errors: ["prompt"]),
        Case(.textTo3DPreview, ["prompt": "owl", "topolgy": "quad"], warnings: ["topolgy"]),
        Case(.textTo3DPreview, ["prompt": "owl", "topology": "hexagon"], errors: ["topology"], warnings: ["topology"]),
        Case(
            .textTo3DPreview, ["prompt": "owl", "should_remesh": true, "target_polycount": 99],
            errors: ["target_polycount"]),
        Case(.textTo3DPreview, ["prompt": "owl", "should_remesh": true, "target_polycount": 300_000]),
        Case(.textTo3DPreview, ["prompt": "owl", "target_polycount": 20_000], warnings: ["target_polycount"]),
        Case(
            .textTo3DPreview,
            ["prompt": "owl", "should_remesh": true, "target_polycount": 20_000, "decimation_mode": 2],
            warnings: ["target_polycount"]),
        Case(.textTo3DPreview, ["prompt": "owl", "origin_at": "center"], warnings: ["origin_at"]),
        Case(.textTo3DPreview, ["prompt": "owl", "origin_at": "center", "auto_size": true]),
        Case(.textTo3DPreview, ["prompt": "owl", "ai_model": "meshy-8"], warnings: ["ai_model"]),
        Case(.textTo3DPreview, ["prompt": "owl", "ai_model": "meshy-5"], errors: ["-"]),
        Case(
            .textTo3DPreview, ["prompt": "owl", "ai_model": "meshy-6", "geometry_resolution": "2k"],
            errors: ["geometry_resolution"]),
        Case(.textTo3DPreview, ["prompt": "owl", "ai_model": "meshy-7", "geometry_resolution": "2k"]),
        Case(
            .textTo3DPreview, ["prompt": "owl", "ai_model": "meshy-7", "geometry_resolution": "4k"],
            errors: ["geometry_resolution"]),
        Case(.textTo3DPreview, ["prompt": "owl", "geometry_resolution": "4k"]),
        Case(.textTo3DPreview, ["prompt": "owl", "model_type": "lowpoly"], errors: ["-"]),
        Case(
            .textTo3DPreview, ["prompt": "owl", "model_type": "smart-topology", "ai_model": "meshy-7"],
            errors: ["ai_model"]),
        Case(.textTo3DPreview, ["prompt": "owl", "ai_model": "meshy-t2"], errors: ["ai_model"]),
        Case(
            .textTo3DPreview, ["prompt": "owl", "model_type": "smart-topology", "target_polycount": 20_000],
            errors: ["target_polycount"]),
        Case(
            .textTo3DPreview,
            ["prompt": "owl", "model_type": "smart-topology", "ai_model": "meshy-t2.5", "target_polycount": 20_000]),
        Case(.textTo3DPreview, ["prompt": "owl", "art_style": "cartoon"], errors: ["-"]),
        Case(.textTo3DPreview, ["prompt": "owl", "art_style": "realistic", "negative_prompt": "ugly"]),
        Case(.textTo3DPreview, ["prompt": "owl", "target_formats": []], errors: ["target_formats"]),
        Case(.textTo3DPreview, ["prompt": "owl", "target_formats": ["glb", "blend"]], errors: ["target_formats"]),
        Case(.textTo3DPreview, ["prompt": "owl", "target_formats": ["glb", "glb"]], errors: ["target_formats"]),
        Case(.textTo3DRefine, ["preview_task_id": "a"]),
        Case(.textTo3DRefine, ["enable_pbr": true], errors: ["preview_task_id"]),
        Case(
            .textTo3DRefine,
            ["preview_task_id": "a", "texture_prompt": "x", "texture_image_url": "https://a.example/x.png"],
            warnings: ["texture_image_url"]),
        Case(.imageTo3D, ["image_url": "https://a.example/x.png"]),
        Case(.imageTo3D, [:], errors: ["-"]),
        Case(.imageTo3D, ["image_url": "https://a.example/x.gif"], errors: ["image_url"]),
        Case(.imageTo3D, ["image_url": "https://a.example/picture?id=7"]),
        Case(.imageTo3D, ["image_url": "/home/me/x.png"], errors: ["image_url"]),
        Case(.imageTo3D, ["image_url": "data:image/png;base64,iVBORw0KGgo"]),
        Case(.imageTo3D, ["image_url": "data:image/webp;base64,iVBORw0KGgo"], errors: ["image_url"]),
        Case(.imageTo3D, ["image_url": "https://a.example/x.png", "input_task_id": "a"], warnings: ["image_url"]),
        Case(.imageTo3D, ["input_task_id": "a", "should_texture": false, "enable_pbr": true], errors: ["enable_pbr"]),
        Case(
            .imageTo3D, ["input_task_id": "a", "should_texture": false, "texture_prompt": "x"],
            warnings: ["texture_prompt"]),
        Case(.multiImageTo3D, ["image_urls": []], errors: ["image_urls"]),
        Case(.multiImageTo3D, ["image_urls": ["https://a.example/1.png", "https://a.example/2.jpg"]]),
        Case(.multiImageTo3D, ["image_urls": ["https://a.example/1.png", "x"]], errors: ["image_urls[1]"]),
        Case(
            .multiImageTo3D,
            ["input_task_id": "a", "texture_image_urls": ["https://a.example/1.png"], "texture_prompt": "x"],
            errors: ["texture_prompt"]),
        Case(
            .multiImageTo3D, ["input_task_id": "a", "geometry_resolution": "4k"], errors: ["geometry_resolution"],
            warnings: []),
        Case(.retexture, ["input_task_id": "a", "text_style_prompt": "moss", "enable_original_uv": true]),
        Case(.retexture, ["input_task_id": "a", "text_style_prompt": "moss"], warnings: ["enable_original_uv"]),
        Case(.retexture, ["input_task_id": "a", "enable_original_uv": true], errors: ["-"]),
        Case(
            .retexture,
            [
                "input_task_id": "a", "enable_original_uv": true, "text_style_prompt": "moss",
                "image_style_url": "https://a.example/1.png",
            ], warnings: ["text_style_prompt"]),
        Case(
            .retexture,
            ["input_task_id": "a", "enable_original_uv": true, "multiview_image_urls": ["https://a.example/1.png"]],
            errors: ["multiview_image_urls"]),
        Case(
            .retexture,
            [
                "input_task_id": "a", "enable_original_uv": true, "multiview_image_urls": ["https://a.example/1.png"],
                "ai_model": "meshy-7",
            ]),
        Case(
            .retexture,
            ["input_task_id": "a", "enable_original_uv": true, "text_style_prompt": "x", "ai_model": "meshy-n1"],
            errors: ["text_style_prompt"]),
        Case(
            .retexture,
            ["model_url": "https://a.example/x.3dm", "text_style_prompt": "x", "enable_original_uv": false],
            errors: ["model_url"]),
        Case(
            .remesh,
            ["input_task_id": "a", "target_formats": ["glb", "blend"], "topology": "quad", "target_polycount": 8000]),
        Case(.remesh, ["input_task_id": "a", "resize_height": 1, "auto_size": true], errors: ["auto_size"]),
        Case(.remesh, ["input_task_id": "a", "resize_height": 0, "auto_size": true]),
        Case(.convert, ["input_task_id": "a"], errors: ["target_formats"]),
        Case(.resize, ["input_task_id": "a"], errors: ["-"]),
        Case(.resize, ["input_task_id": "a", "resize_height": 0.12, "origin_at": "bottom"]),
        Case(.resize, ["input_task_id": "a", "resize_height": -1], errors: ["resize_height"]),
        Case(.uvUnwrap, ["model_url": "https://a.example/x.stl"], errors: ["model_url"]),
        Case(.rigging, ["input_task_id": "a", "height_meters": 0], errors: ["height_meters"]),
        Case(
            .rigging, ["input_task_id": "a", "texture_image_url": "https://a.example/x.jpg"],
            errors: ["texture_image_url"]),
        Case(
            .animation,
            ["rig_task_id": "a", "action_id": 92, "post_process": ["operation_type": "change_fps", "fps": 60]]),
        Case(.animation, ["rig_task_id": "a"], errors: ["-"]),
        Case(.animation, ["rig_task_id": "a", "action_id": 1, "action_ids": [2]], errors: ["action_ids"]),
        Case(.animation, ["rig_task_id": "a", "action_ids": [2, 2]], errors: ["action_ids"]),
        Case(
            .animation, ["rig_task_id": "a", "action_ids": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]], errors: ["action_ids"]),
        Case(
            .animation, ["rig_task_id": "a", "action_id": 1, "post_process": ["fps": 30]],
            errors: ["post_process.operation_type", "post_process.fps"]),
        Case(
            .animation,
            ["rig_task_id": "a", "action_id": 1, "post_process": ["operation_type": "change_fps", "fps": 31]],
            errors: ["post_process.fps"]),
        Case(.textToMotion, ["prompt": "wave", "duration": 2.5]),
        Case(.textToMotion, ["prompt": "wave", "duration": 2.3], errors: ["duration"]),
        Case(.textToMotion, ["prompt": "wave", "duration": 11], errors: ["duration"]),
        Case(.textToImage, ["ai_model": "nano-banana", "prompt": "owl", "aspect_ratio": "16:9"]),
        Case(
            .textToImage, ["ai_model": "gpt-image-2", "prompt": "owl", "aspect_ratio": "16:9"],
            warnings: ["aspect_ratio"]),
        Case(
            .textToImage, ["ai_model": "nano-banana", "prompt": "owl", "aspect_ratio": "3:2"], errors: ["aspect_ratio"]),
        Case(
            .textToImage,
            ["ai_model": "nano-banana", "prompt": "owl", "aspect_ratio": "1:1", "generate_multi_view": true],
            errors: ["aspect_ratio"]),
        Case(.imageToImage, ["ai_model": "nano-banana", "prompt": "owl"], errors: ["-"]),
        Case(.printAnalyze, ["input_task_id": "a", "printer_type": "sla", "intended_print_height_mm": 120]),
        Case(.printRepair, ["model_url": "https://a.example/x.fbx"], errors: ["model_url"]),
        Case(.printMultiColor, ["input_task_id": "a", "max_colors": 17], errors: ["max_colors"]),
    ]

    @Test("each problem is found, and none that is not there", arguments: cases)
    func problems(of example: Case) throws {
        let problems = try TaskRequest(example.kind, body: example.body).problems(on: Self.day)
        func names(_ severity: RequestProblem.Severity) -> Set<String> {
            Set(problems.filter { $0.severity == severity }.map { $0.parameter ?? "-" })
        }
        #expect(names(.error) == Set(example.errors), "\(problems)")
        #expect(names(.warning) == Set(example.warnings), "\(problems)")
    }

    @Test("a slip of the pen is told what was meant") func nearest() throws {
        let request = try TaskRequest(.textTo3DPreview, body: ["prompt": "owl", "topolgy": "quad", "art_stile": "x"])
        let words = request.problems(on: Self.day).map(\.description)
        #expect(words.contains("topolgy is no parameter of text-to-3d.preview; is it topology?"))
        #expect(words.contains("art_stile is no parameter of text-to-3d.preview; is it art_style?"))
    }
}

@Suite("Parameters are set as people type them")
struct SettingTests {
    @Test(
        "values",
        arguments: [
            ("should_remesh=yes", "should_remesh", true), ("should_remesh=off", "should_remesh", false),
            ("target_polycount=20k", "target_polycount", 20_000), ("target_polycount=1.5K", "target_polycount", 1500),
            ("target_polycount=20_000", "target_polycount", 20_000), ("topology = quad", "topology", .null),
            ("prompt=a=b, c", "prompt", "a=b, c"), ("target_formats=glb, usdz", "target_formats", ["glb", "usdz"]),
        ] as [(String, String, JSON)])
    func values(assignment: String, name: String, value: JSON) {
        var request = TaskRequest(.textTo3DPreview)
        if value == .null {
            #expect(throws: SettingError.self) { try request.set(assignment) }
        } else {
            #expect(throws: Never.self) { try request.set(assignment) }
            #expect(request[name] == value)
        }
    }

    @Test("lists of numbers, objects, and taking out") func others() throws {
        var request = TaskRequest(.animation)
        try request.set("action_ids=1, 2,-2")
        #expect(request[.actionIDs] == [1, 2, -2])
        try request.set(#"post_process={"operation_type":"fbx2usdz"}"#)
        #expect(request[.postProcess]?["operation_type"] == "fbx2usdz")
        try request.set("action_ids=")
        #expect(request["action_ids"] == nil)
    }

    @Test(
        "faults say what would be right",
        arguments: [
            ("topology", "'topology' must be of the form parameter=value"),
            ("topolgy=quad", "text-to-3d.preview has no parameter 'topolgy'; did you mean topology?"),
            ("warp=9", "text-to-3d.preview has no parameter 'warp'"),
            ("target_polycount=many", "target_polycount must be a whole number, not 'many'"),
            ("target_polycount=1m", "target_polycount must be a whole number, not '1m'"),
            ("target_polycount=50", "target_polycount is 50; it must be 100 to 300000"),
            ("topology=quads", "topology is 'quads'; it must be one of quad, triangle; is it quad?"),
            ("enable_pbr=perhaps", "text-to-3d.preview has no parameter 'enable_pbr'"),
        ])
    func faults(assignment: String, words: String) {
        var request = TaskRequest(.textTo3DPreview)
        let error = #expect(throws: SettingError.self) { try request.set(assignment) }
        #expect(error?.description == words)
        #expect(request.parameters.isEmpty)
    }
}
