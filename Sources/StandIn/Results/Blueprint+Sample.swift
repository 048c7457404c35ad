import Pictures
import SampleMaker

extension Blueprint {
    /// What a dense mesh has, and the most that any has: far less than with the service, so that nobody waits for what
    /// is thrown away.
    private static let (denseTriangles, mostTriangles) = (10_000, 60_000)

    /// How many triangles the model has at most.
    var triangleCount: Int { min(triangles ?? Self.denseTriangles, Self.mostTriangles) }

    /// Whether a skeleton fits into it.
    var isHumanoid: Bool { request(.coarse).isHumanoid }

    /// The movements that the model has.
    var movements: [SampleRequest.Stage] { clips?.compactMap(SampleRequest.Stage.init) ?? [] }

    /// What the sample maker is asked for.
    func request(_ detail: MadeModel.Detail) -> SampleRequest {
        let isTextured = surface != nil || isUnwrapped
        let isCoarse = detail == .coarse
        return SampleRequest(
            prompt: prompt, texturePrompt: surface?.prompt, seed: UInt64(max(0, seed)),
            stage: movements.first ?? (isTextured ? .refine : .preview), isPBR: surface?.hasMaps ?? false,
            triangles: isCoarse ? min(triangleCount, 400) : triangleCount,
            textureSize: isCoarse ? 64 : surface?.size ?? 64, effort: .fast, resolution: isCoarse ? 16 : 128)
    }
}
