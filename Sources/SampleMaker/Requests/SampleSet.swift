/// The models that the project ships in `Samples/`.
package enum SampleSet {
    /// One of them.
    package struct Entry: Sendable {
        /// The file's name without extension.
        package let name: String
        package let sidecar: Sidecar

        package var request: SampleRequest { sidecar.request }
    }

    package static let all: [Entry] = [
        Entry(
            name: "Meshy_AI_a_monster_mask_1118093000_generate",
            sidecar: Sidecar(
                id: "m0n5ter1", title: "Monster mask, untextured", kind: "text-to-3d.preview",
                request: SampleRequest(prompt: "a monster mask", seed: 4, stage: .preview, triangles: 4000),
                taskID: "019a95f0-2f40-7a10-8c01-5a3e00000001", tags: ["mask", "horror"],
                notes: "The shape before it was textured.", created: "2026-11-18T09:30:00Z")),
        Entry(
            name: "Meshy_AI_a_monster_mask_1118094200_texture",
            sidecar: Sidecar(
                id: "m0n5ter2", title: "Monster mask", kind: "text-to-3d.refine",
                request: SampleRequest(prompt: "a monster mask", seed: 4, triangles: 4000, textureSize: 1024),
                taskID: "019a95fb-2c00-7a10-8c01-5a3e00000002",
                parents: [Sidecar.Parent(id: "m0n5ter1", relation: "refine")], tags: ["mask", "horror", "favourite"],
                rating: 5,
                review: "approved", created: "2026-11-18T09:42:00Z")),
        Entry(
            name: "potion-bottle",
            sidecar: Sidecar(
                title: "Potion bottle", kind: "text-to-3d.refine",
                request: SampleRequest(
                    prompt: "a bottle of purple magic potion with a cork", seed: 11, triangles: 3500),
                tags: ["prop", "glass", "magic"], rating: 4, review: "approved", created: "2026-11-18T11:05:00Z")),
        Entry(
            name: "treasure-chest",
            sidecar: Sidecar(
                title: "Treasure chest", kind: "text-to-3d.refine",
                request: SampleRequest(
                    prompt: "an open treasure chest full of gold coins and gems", seed: 3, isPBR: true, triangles: 5000,
                    textureSize: 1024),
                tags: ["prop", "wood", "gold"], rating: 5, review: "approved", created: "2026-11-18T14:20:00Z")),
        Entry(
            name: "Meshy_AI_a_red_mushroom_on_moss_1119081500_texture",
            sidecar: Sidecar(
                title: "Red mushroom", kind: "text-to-3d.refine",
                request: SampleRequest(prompt: "a red mushroom on moss", seed: 4, triangles: 3500),
                tags: ["nature", "forest"], rating: 3,
                created: "2026-11-19T08:15:00Z")),
        Entry(
            name: "Meshy_AI_Friendly_Robot_biped_Animation_wave_one_hand_withSkin",
            sidecar: Sidecar(
                title: "Friendly robot, waving", kind: "animation",
                request: SampleRequest(prompt: "a friendly robot", seed: 6, stage: .wave, triangles: 4500),
                tags: ["character", "robot", "rigged"], rating: 4, review: "approved", created: "2026-11-19T10:40:00Z")),
        Entry(
            name: "rune-sword",
            sidecar: Sidecar(
                title: "Rune sword", kind: "text-to-3d.refine",
                request: SampleRequest(prompt: "a steel sword with glowing blue runes", seed: 2, triangles: 3000),
                tags: ["weapon", "magic"], rating: 4, created: "2026-11-19T16:00:00Z")),
        Entry(
            name: "crystal-cluster",
            sidecar: Sidecar(
                title: "Crystal cluster", kind: "text-to-3d.refine",
                request: SampleRequest(prompt: "a cluster of violet crystals on a rock", seed: 5, triangles: 2500),
                tags: ["nature", "magic", "gem"], review: "rejected", created: "2026-11-20T09:10:00Z")),
        Entry(
            name: "wise-owl",
            sidecar: Sidecar(
                title: "Wise owl", kind: "text-to-3d.refine",
                request: SampleRequest(
                    prompt: "a wise owl sitting on a branch", seed: 3, triangles: 4500, textureSize: 1024),
                tags: ["animal", "forest"], rating: 5, review: "approved", created: "2026-11-20T13:30:00Z")),
        Entry(
            name: "Meshy_AI_a_cozy_cottage_with_a_red_1120152500_texture",
            sidecar: Sidecar(
                title: "Cozy cottage", kind: "text-to-3d.refine",
                request: SampleRequest(
                    prompt: "a cozy cottage with a red tiled roof", seed: 5, triangles: 5000, textureSize: 1024),
                tags: ["building", "village"], rating: 4, created: "2026-11-20T15:25:00Z")),
    ]
}
