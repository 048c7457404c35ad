extension Geometry: JSONWritable {
    /// Writes `metresPerUnit`, `weldTolerance`, `findings`, `scene` and `meshes`, as `docs/inspect.schema.json` describes them.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("metresPerUnit", options.metresPerUnit)
            writer.member("weldTolerance", options.weldTolerance)
            writer.member("findings", findings.kept)
            writer.member("scene", scene)
            writer.member("meshes", meshes)
        }
    }
}

extension SceneGeometry: JSONWritable {
    /// Writes all figures under their own names, lengths in metres; what is not known is `null`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("instances", instances)
            writer.member("drawnTriangles", drawnTriangles)
            writer.member("vertices", vertices)
            writer.member("edges", edges)
            writer.member("triangles", triangles)
            writer.member("eulerNumber", eulerNumber)
            writer.member("parts", parts)
            writer.member("watertight", isWatertight)
            writer.member("boundaryEdges", boundaryEdges)
            writer.member("nonManifoldEdges", nonManifoldEdges)
            writer.member("nonManifoldVertices", nonManifoldVertices)
            writer.member("selfTouchingParts", selfTouchingParts)
            writer.member("inconsistentEdges", inconsistentEdges)
            writer.member("holes", holes)
            writer.member("degenerateTriangles", degenerateTriangles)
            writer.member("duplicateTriangles", duplicateTriangles)
            writer.member("area", area)
            writer.member("volume", volume)
            writer.member("signedVolume", signedVolume)
            writer.member("bounds", bounds)
            writer.member("size", bounds?.size.scalars)
            writer.member("shortestEdge", shortestEdge)
            writer.member("smallestPart", smallestPart)
        }
    }
}

extension MeshGeometry: JSONWritable {
    /// Writes all figures under their own names, lengths in the mesh's own unit; what is not known is `null`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("mesh", mesh)
            writer.member("storedVertices", storedVertices)
            writer.member("drawnTriangles", drawnTriangles)
            writer.member("watertight", isWatertight)
            writer.member("insideOut", isInsideOut)
            writer.member("area", area)
            writer.member("volume", volume)
            writer.member("signedVolume", signedVolume)
            writer.member("bounds", bounds)
            writer.member("shortestEdge", shortestEdge)
            writer.member("smallestPart", smallestPart)
            writer.member("genus", genus)
            writer.member("faults", faults)
            writer.member("welded", welded)
            writer.member("indexed", indexed)
            writer.member("nonManifoldVertices", nonManifoldVertices)
            writer.member("holes", holes)
            writer.member("watertightParts", watertightParts)
            writer.member("insideOutParts", insideOutParts)
            writer.member("selfTouchingParts", selfTouchingParts)
            writer.member("parts", parts)
            writer.member("textures", textures)
            writer.member("vertexCache", vertexCache)
        }
    }
}

extension MeshGeometry.Faults: JSONWritable {
    /// Writes a count for each fault.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("degenerateByIndex", degenerateByIndex)
            writer.member("degenerateByPosition", degenerateByPosition)
            writer.member("degenerateByArea", degenerateByArea)
            writer.member("notFinite", notFinite)
            writer.member("duplicate", duplicate)
        }
    }
}

extension MeshGeometry.Holes: JSONWritable {
    /// Writes `count`, `longestEdges` and `longestLength`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("count", count)
            writer.member("longestEdges", longestEdges)
            writer.member("longestLength", longestLength)
        }
    }
}

extension Topology: JSONWritable {
    /// Writes the counts, the Euler number, and whether the surface is watertight.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("vertices", vertices)
            writer.member("edges", edges)
            writer.member("triangles", triangles)
            writer.member("eulerNumber", eulerNumber)
            writer.member("parts", parts)
            writer.member("watertight", isWatertight)
            writer.member("boundaryEdges", boundaryEdges)
            writer.member("nonManifoldEdges", nonManifoldEdges)
            writer.member("inconsistentEdges", inconsistentEdges)
        }
    }
}

extension SurfacePart: JSONWritable {
    /// Writes the figures of one part; what is not known is `null`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("triangles", topology.triangles)
            writer.member("vertices", topology.vertices)
            writer.member("eulerNumber", topology.eulerNumber)
            writer.member("genus", genus)
            writer.member("watertight", topology.isWatertight)
            writer.member("boundaryEdges", topology.boundaryEdges)
            writer.member("nonManifoldEdges", topology.nonManifoldEdges)
            writer.member("nonManifoldVertices", nonManifoldVertices)
            writer.member("inconsistentEdges", topology.inconsistentEdges)
            writer.member("area", area)
            writer.member("volume", volume)
            writer.member("bounds", bounds)
        }
    }
}

extension TextureLayout: JSONWritable {
    /// Writes the figures of one layout; what is not known is `null`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("material", material)
            writer.member("set", set)
            writer.member("pixels", pixels.map { [$0.x, $0.y] })
            writer.member("triangles", triangles)
            writer.member("area", area)
            writer.member("coverage", coverage)
            writer.member("overlap", overlap)
            writer.member("outside", outside)
            writer.member("mirrored", mirrored)
            writer.member("collapsed", collapsed)
            writer.member("pixelsPerMetre", density)
        }
    }
}

extension TextureLayout.Density: JSONWritable {
    /// Writes `median`, `low` and `high`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("median", median)
            writer.member("low", low)
            writer.member("high", high)
        }
    }
}

extension VertexCache: JSONWritable {
    /// Writes the counts, `acmr` and `atvr`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("size", Self.size)
            writer.member("transforms", transforms)
            writer.member("acmr", acmr)
            writer.member("atvr", atvr)
        }
    }
}

extension Bounds: JSONWritable {
    /// Writes `min` and `max`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("min", min.scalars)
            writer.member("max", max.scalars)
        }
    }
}
