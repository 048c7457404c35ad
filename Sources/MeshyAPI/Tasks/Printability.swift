/// What the service found when it looked at whether a model can be printed.
package struct Printability: Hashable, Sendable {
    /// `healthy`, `warning`, `error`, `unknown`, or a newer word.
    package let status: String
    /// How many faults there are, and how many of them are errors and warnings.
    package let issues, errors, warnings: Int?
    /// Whether the surface is closed.
    package let isWatertight: Bool?
    /// The volume in cubic metres.
    package let volume: Double?
    /// Edges that belong to other than two faces.
    package let nonManifoldEdges: Int?
    /// Faces without an area.
    package let degenerateFaces: Int?
    /// Holes in the surface.
    package let holes: Int?
}

extension MeshyTask {
    /// What the service says about printing; nil for tasks that do not look at it.
    package var printability: Printability? {
        guard let report = json["printability"], case .object = report else { return nil }
        let metrics = report["metrics"] ?? .null
        return Printability(
            status: report["status"]?.text ?? "unknown", issues: report["issue_count"]?.integer,
            errors: report["error_count"]?.integer, warnings: report["warning_count"]?.integer,
            isWatertight: metrics["is_watertight"]?.boolean, volume: metrics["volume"]?.double,
            nonManifoldEdges: metrics["non_manifold_edges"]?.integer,
            degenerateFaces: metrics["degenerate_faces"]?.integer, holes: metrics["holes"]?.integer)
    }
}
