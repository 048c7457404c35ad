package import Catalog
package import GLB

extension Analysis {
    /// Writes what was found, under the names that `inspect --geometry` uses.
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("version", version)
            writer.member(ifPresent: "failure", failure.isEmpty ? nil : failure)
            writer.member("valid", isValid)
            if let surface {
                writer.object("surface") { writer in
                    writer.member("watertight", surface.isWatertight)
                    writer.member("parts", surface.parts)
                    writer.member("holes", surface.holes)
                    writer.member("nonManifoldEdges", surface.nonManifoldEdges)
                    writer.member("inconsistentEdges", surface.inconsistentEdges)
                    writer.member("degenerateTriangles", surface.degenerateTriangles)
                    writer.member("duplicateTriangles", surface.duplicateTriangles)
                    writer.member("area", surface.area)
                    writer.member("volume", surface.volume)
                }
            }
            writer.array("findings") { writer in
                for finding in findings {
                    writer.object { writer in
                        writer.member("code", finding.code)
                        writer.member("severity", finding.severity.rawValue)
                        writer.member("count", finding.count)
                    }
                }
            }
            writer.member("passedBudgets", passedBudgets)
        }
    }
}
