import Testing

@testable import Library

@Suite("Meshy's file names")
struct MeshyFileNameTests {
    @Test(
        "title, moment and stage are read from the names that the web workspace gives",
        arguments: [
            (
                "Meshy_AI_Enchanted_Cottage_0206220057_texture", "Enchanted Cottage" as String?, 2,
                MeshyFileName.Stage.textured
            ),
            ("Meshy_AI_Dragon_1122203544_generate", "Dragon", 11, .generated),
            ("Meshy_AI_Owl_lantern__0908191353_image-to-3d-texture", "Owl lantern", 9, .imageTo3D),
            ("Meshy_AI__0908191353_texture", nil, 9, .textured),
            ("Stone_Golem_0301120000_texture", "Stone Golem", 3, .textured),
            ("Meshy_AI_Dragon_1122203544_texture (1)", "Dragon", 11, .textured),
            ("Meshy_AI_Dragon_1122203544_texture(12)", "Dragon", 11, .textured),
            ("compressed-Meshy_AI_Dragon_1122203544_texture_1k-optimized", "Dragon", 11, .textured),
        ])
    func dated(stem: String, title: String?, month: Int, stage: MeshyFileName.Stage) throws {
        let name = try #require(MeshyFileName(stem: stem))
        #expect(name.title == title)
        #expect(name.moment?.month == month)
        #expect(name.stage == stage)
    }

    @Test(
        "rigs and clips have no date",
        arguments: [
            (
                "Meshy_AI_Knight_biped_Animation_Walking_man_withSkin", "Knight" as String?,
                MeshyFileName.Stage.animated(clip: "Walking man")
            ),
            ("Animation_Running_withSkin", nil, .animated(clip: "Running")),
            ("Character_output", nil, .rigged),
            ("Meshy_AI_Fox_quadruped_Character_output", "Fox", .rigged),
            ("Meshy_AI_Knight_biped_Meshy_AI_Meshy_Merged_Animations", "Knight", .animated(clip: nil)),
            ("Meshy_Merged_Animations", nil, .animated(clip: nil)),
        ])
    func undated(stem: String, title: String?, stage: MeshyFileName.Stage) throws {
        let name = try #require(MeshyFileName(stem: stem))
        #expect(name.title == title)
        #expect(name.moment == nil)
        #expect(name.stage == stage)
    }

    @Test("the moment is whole")
    func moment() throws {
        let name = try #require(MeshyFileName(stem: "Meshy_AI_X_1231235960_texture"))
        #expect(name.moment == .init(month: 12, day: 31, hour: 23, minute: 59, second: 60))
    }

    @Test(
        "other names are no pattern of Meshy's",
        arguments: [
            "model", "robot", "", "_", "a_1322203544_texture", "a_1122203544", "a_1122203544_b", "1122203544",
            "Animation_withSkin",
        ])
    func unknown(stem: String) {
        #expect(MeshyFileName(stem: stem) == nil)
    }
}
