import Testing

@testable import MeshyAPI

@Suite("What is retired, since when, and what replaces it")
struct RetirementTests {
    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(
        "days are of the calendar",
        arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "today", "2026-01-01 "])
    func noDay(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("days compare, print and come from moments") func days() throws {
        #expect(Day("2024-02-29") != nil)
        #expect(try Self.day("2026-09-30") < Self.day("2026-10-01"))
        #expect(try "\(Self.day("2026-01-05"))" == "2026-01-05")
        #expect(Day(milliseconds: 1_795_167_000_013) == Day("2026-11-20"))
        #expect(Day(milliseconds: 0) == Day("1970-01-01"))
    }

    @Test(
        "models by day",
        arguments: [
            ("meshy-7.1", nil, "2026-11-22", .active),
            ("meshy-7", .geometry, "2026-09-17", .active),
            ("meshy-7", .geometry, "2026-11-22", .deprecated(until: Day("2026-12-31"), replacement: "meshy-7.1")),
            (
                "meshy-7", .geometry, "2027-01-01",
                Day("2026-12-31").map { .retired(since: $0, replacement: "meshy-7.1") }
            ),
            ("meshy-7", .texture, "2027-01-01", .active),
            ("meshy-7", nil, "2027-01-01", .active),
            ("meshy-5", nil, "2026-10-09", .deprecated(until: Day("2026-10-10"), replacement: "meshy-7.1")),
            ("meshy-5", nil, "2026-10-10", Day("2026-10-10").map { .retired(since: $0, replacement: "meshy-7.1") }),
            ("latest", nil, "2030-01-01", .active),
            ("meshy-99", nil, "2026-11-22", .unknown),
        ] as [(String, ModelUse?, String, ModelStatus?)])
    func models(name: String, use: ModelUse?, day: String, status: ModelStatus?) throws {
        #expect(RetirementTable.current.status(of: name, for: use, on: try Self.day(day)) == status)
    }

    @Test(
        "what latest meant",
        arguments: [
            ("2026-01-18", nil), ("2026-01-19", "meshy-6"), ("2026-09-01", "meshy-7"), ("2026-11-22", "meshy-7.1"),
        ])
    func latest(day: String, model: String?) throws {
        #expect(RetirementTable.current.meaning(of: "latest", on: try Self.day(day)) == model)
    }

    @Test(
        "the names that can be asked for are those that the requests know",
        arguments: [
            (TaskKind.textTo3DPreview, [ModelUse.geometry, .smartTopology]), (.textToImage, [.image]),
        ]) func names(kind: TaskKind, uses: [ModelUse]) throws
    {
        let active = RetirementTable.current.activeNames(for: uses, on: try Self.day("2026-11-22"))
        guard case .openChoice(let names)? = kind.parameter("ai_model")?.form else {
            Issue.record("ai_model is no open choice")
            return
        }
        #expect(Set(active) == Set(names).subtracting(["latest"]))
    }

    @Test("the quickstart's request is told what does nothing any more") func quickstart() throws {
        let request = try TaskRequest(
            .textTo3DPreview,
            body: [
                "mode": "preview", "prompt": "owl", "negative_prompt": "ugly", "art_style": "realistic",
                "should_remesh": true,
            ])
        let notices = request.notices(on: try Self.day("2026-11-22"))
        #expect(notices.map(\.parameter) == ["art_style", "negative_prompt"])
        #expect(notices.map(\.effect) == [.ignored, .ignored])
        #expect(notices.first?.since == Day("2026-01-22"))
        #expect(notices.allSatisfy { $0.source.hasPrefix("https://docs.meshy.ai/") })
        #expect(
            notices.last?.description
                == "negative_prompt is accepted but has no effect; it is documented no more; use words in the prompt instead"
        )
        #expect(request.problems(on: try Self.day("2026-11-22")).isEmpty)
        #expect(request.notices(on: try Self.day("2025-12-01")).map(\.parameter) == ["negative_prompt"])
    }

    @Test("a deprecated model says until when") func deprecatedModel() throws {
        var request = TaskRequest(.textTo3DPreview)
        request[.prompt] = "owl"
        request[.aiModel] = "meshy-7"
        let notice = try #require(request.notices(on: try Self.day("2026-11-22")).first)
        #expect(
            notice.description
                == "ai_model=meshy-7 is deprecated; the service refuses it from 2026-12-31 on; use meshy-7.1 instead")
        var texture = TaskRequest(.retexture)
        texture[.aiModel] = "meshy-7"
        #expect(texture.notices(on: try Self.day("2027-01-01")).isEmpty)
    }

    @Test("another table can take the built-in one's place") func replaced() throws {
        let text = """
            {"version": 1, "checked": "2027-02-01", "source": "https://example.org", "new_member": 1,
             "models": [{"name": "meshy-7.1", "use": "geometry", "retires": "2027-01-15", "replacement": "meshy-9"}],
             "parameters": [{"name": "prompt", "kinds": ["remesh"], "effect": "ignored"}], "aliases": []}
            """
        let table = try RetirementTable(parsing: Array(text.utf8))
        #expect(table.checked == Day("2027-02-01"))
        var request = TaskRequest(.textTo3DPreview)
        request[.prompt] = "owl"
        request[.aiModel] = "meshy-7.1"
        #expect(request.problems(on: try Self.day("2027-02-02"), retirements: table).contains { $0.severity == .error })
        #expect(request.problems(on: try Self.day("2027-01-14"), retirements: table).isEmpty)
    }

    @Test(
        "a table that is wrong says where",
        arguments: [
            ("[", "not JSON"), ("{}", "version"), (#"{"version":2}"#, "version"), (#"{"version":1}"#, "checked"),
            (#"{"version":1,"checked":"2026-02-30"}"#, "checked"),
            (
                #"{"version":1,"checked":"2026-02-03","models":[{"name":"a","use":"geometry"},{"use":"geometry"}]}"#,
                "models[1]: name"
            ),
            (#"{"version":1,"checked":"2026-02-03","models":[{"name":"a","use":"cooking"}]}"#, "models[0]: use"),
            (
                #"{"version":1,"checked":"2026-02-03","models":[{"name":"a","use":"image","retires":"soon"}]}"#,
                "models[0]: retires"
            ),
            (
                #"{"version":1,"checked":"2026-02-03","parameters":[{"name":"a","effect":"odd"}]}"#,
                "parameters[0]: effect"
            ),
        ])
    func wrong(text: String, words: String) {
        let error = #expect(throws: RetirementTableError.self) { try RetirementTable(parsing: Array(text.utf8)) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
}

@Suite("Old requests become what the service takes today")
struct RequestTranslationTests {
    static let today = Day("2026-11-22") ?? .today

    private func translate(
        _ name: String, _ body: JSON, on recorded: String? = nil
    ) throws -> (body: JSON, kind: TaskKind, changed: [String]) {
        let translation = try RequestTranslation(
            recordedAs: name, body: body, on: recorded.flatMap(Day.init), today: Self.today)
        let errors = translation.request.problems(on: Self.today).filter { $0.severity == .error }
        #expect(errors.isEmpty)
        for change in translation.changes { #expect(!change.reason.isEmpty) }
        return (translation.request.body, translation.request.kind, translation.changes.map(\.parameter))
    }

    @Test("the oldest form of a preview") func oldest() throws {
        let body: JSON = [
            "mode": "preview", "prompt": "an owl lantern", "negative_prompt": "blurry, broken",
            "art_style": "realistic",
            "should_remesh": true,
        ]
        let result = try translate("/v2/text-to-3d", body, on: "2024-05-01")
        #expect(result.body == ["mode": "preview", "prompt": "an owl lantern", "should_remesh": true])
        #expect(result.changed == ["art_style", "negative_prompt"])
        #expect(try translate("text-to-3d.preview", body).body == result.body)
    }

    @Test("a request of today stays as it is") func unchanged() throws {
        let body: JSON = ["mode": "preview", "prompt": "owl", "ai_model": "meshy-7.1", "future_thing": 4]
        let result = try translate("/openapi/v2/text-to-3d", body)
        #expect(result.body == body)
        #expect(result.changed.isEmpty)
    }

    @Test("the clean mesh was once the default") func remeshing() throws {
        #expect(try translate("text-to-3d.preview", ["prompt": "owl"], on: "2026-01-21").body["should_remesh"] == true)
        #expect(try translate("text-to-3d.preview", ["prompt": "owl"], on: "2026-01-22").body["should_remesh"] == nil)
        #expect(try translate("text-to-3d.preview", ["prompt": "owl"]).body["should_remesh"] == nil)
        let old = try translate("text-to-3d.preview", ["prompt": "owl", "ai_model": "meshy-5"])
        #expect(old.body["should_remesh"] == true)
        #expect(old.body["ai_model"] == "meshy-7.1")
    }

    @Test("older spellings") func spellings() throws {
        let result = try translate(
            "/openapi/v2/text-to-3d",
            ["mode": "refine", "preview_task_id": "a", "hd_texture": true, "texture_richness": "high"])
        #expect(result.body == ["mode": "refine", "preview_task_id": "a", "texture_resolution": "4k"])
        let image = try translate(
            "image-to-3d",
            ["image_url": "https://a.example/x.png", "ultra_mode": true, "is_a_t_pose": true, "hd_texture": false])
        #expect(image.body["geometry_resolution"] == "2k")
        #expect(image.body["pose_mode"] == "a-pose")
        #expect(image.body["hd_texture"] == nil)
        #expect(image.body["texture_resolution"] == nil)
    }

    @Test("low poly became smart topology") func lowPoly() throws {
        let result = try translate(
            "text-to-3d.preview",
            [
                "prompt": "owl", "model_type": "lowpoly", "ai_model": "meshy-5", "topology": "quad",
                "target_polycount": 50_000, "should_remesh": true,
            ])
        #expect(
            result.body == [
                "mode": "preview", "prompt": "owl", "model_type": "smart-topology", "target_polycount": 15_000,
            ])
    }

    @Test("a model that is retired under smart topology") func smartTopology() throws {
        let result = try translate(
            "text-to-3d.preview", ["prompt": "owl", "model_type": "smart-topology", "ai_model": "meshy-t1"])
        #expect(result.body["ai_model"] == "meshy-t2.5")
    }

    @Test("the first text to 3D and text to texture") func firstForms() throws {
        let first = try translate(
            "/v1/text-to-3d",
            [
                "object_prompt": "an owl", "style_prompt": "carved", "enable_pbr": true, "resolution": "1024",
                "art_style": "voxel",
            ])
        #expect(first.kind == .textTo3DPreview)
        #expect(first.body == ["mode": "preview", "prompt": "an owl, carved"])
        let texture = try translate(
            "/v1/text-to-texture",
            [
                "model_url": "https://a.example/x.glb", "object_prompt": "an owl", "style_prompt": "mossy",
                "resolution": "4096", "negative_prompt": "x", "enable_original_uv": true,
            ])
        #expect(texture.kind == .retexture)
        #expect(
            texture.body == [
                "model_url": "https://a.example/x.glb", "text_style_prompt": "an owl, mossy",
                "texture_resolution": "4k",
                "enable_original_uv": true,
            ])
    }

    @Test("what nothing replaces is refused by name") func gone() {
        #expect(throws: RequestError.unknownKind("/v1/text-to-voxel")) {
            try RequestTranslation(recordedAs: "/v1/text-to-voxel", body: ["prompt": "x"], on: nil, today: Self.today)
        }
    }

    @Test("every kind is found again by its name, its path and the service's word", arguments: TaskKind.allCases)
    func names(kind: TaskKind) throws {
        let body = TaskRequest(kind).body
        for name in [kind.rawValue, kind.collection.path] {
            #expect(
                try RequestTranslation(recordedAs: name, body: body, on: nil, today: Self.today).request.kind == kind)
        }
    }

    @Test("a change is a sentence") func sentences() throws {
        let changes = try RequestTranslation(
            recordedAs: "image-to-3d", body: ["image_url": "https://a.example/x.png", "ai_model": "meshy-4"],
            on: Day("2026-02-01"), today: Self.today
        ).changes
        #expect(
            changes.map(\.description) == [
                "should_remesh (not given) becomes should_remesh=true: the default was true when the request was made",
                "ai_model=meshy-4 becomes ai_model=meshy-7.1: the model was retired on 2026-03-20",
            ])
    }
}
