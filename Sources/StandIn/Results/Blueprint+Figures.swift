extension Blueprint {
    /// What a dense mesh has: far less than the service's, so that nobody waits for what is thrown away.
    private static let denseTriangles = 10_000

    /// How many triangles the model has at most. The sample maker's largest is a fifth of the service's.
    var triangleCount: Int { min(triangles ?? Self.denseTriangles, 60_000) }

    /// Whether a skeleton fits into it.
    var isHumanoid: Bool { true }
}
