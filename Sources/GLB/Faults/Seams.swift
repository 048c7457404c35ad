extension Geometry {
    /// The faults that generators are known for and that only measured surfaces show: MESHY_SEAMS.
    ///
    /// Validation does not measure surfaces, so it knows nothing of them.
    public var findings: Findings {
        var findings = Findings()
        for mesh in meshes where mesh.isTornBySeams {
            findings.add(.meshySeams, at: .pointer("/meshes/\(mesh.mesh)"), mesh.seams)
        }
        return findings
    }
}

extension MeshGeometry {
    /// How many times more open edges the indices must show than the welded surface has. Real files have dozens of
    /// times as many, or no open edge at all once they are welded.
    private static let leastFactor = 10

    /// Whether nearly all open edges that the indices show are seams.
    fileprivate var isTornBySeams: Bool {
        indexed.boundaryEdges > welded.boundaryEdges.saturatingProduct(Self.leastFactor)
    }

    /// Both figures, in words.
    fileprivate var seams: String {
        let rest = welded.boundaryEdges == 0 ? "none is" : "\(welded.boundaryEdges) are"
        return "\(indexed.boundaryEdges) edges are open by the indices; welded by position, \(rest)"
    }
}
