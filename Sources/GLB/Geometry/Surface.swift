/// A mesh's welded surface with all that is known of it in the mesh's own space.
struct Surface {
    let weld: Weld
    let parts: Parts
    let edges: Edges
    let fans: Fans
    let measure: SurfaceMeasure
    /// The surface by the file's indices.
    let indexed: Topology
    /// The surface after welding.
    let welded: Topology

    init(_ triangles: MeshTriangles, tolerance: Double) {
        let weld = Weld(positions: triangles.positions, triangles: triangles.indices, tolerance: tolerance)
        let (buckets, parts) = concurrently(if: triangles.isLarge) {
            EdgeBuckets(faces: weld.faces, vertexCount: weld.vertexCount)
        } _: {
            Parts(weld)
        }
        let (topology, size) = concurrently(if: triangles.isLarge) {
            let edges = Edges(weld, buckets, parts: parts)
            return (edges: edges, fans: Fans(weld, parts: parts, twins: edges.twins))
        } _: {
            (measure: SurfaceMeasure(weld, parts, place: weld.position), indexed: Parts.indexedCount(weld))
        }
        (edges, fans) = topology
        measure = size.measure
        let faceCount = weld.faces.count / 3
        indexed = Topology(
            vertices: size.indexed.vertices, triangles: faceCount, parts: size.indexed.parts, edges: edges.indexed)
        welded = Topology(
            vertices: fans.verticesOfParts.reduce(0, +), triangles: faceCount, parts: parts.count, edges: edges.welded)
        self.weld = weld
        self.parts = parts
    }

    /// One of the parts.
    func part(_ number: Int) -> SurfacePart {
        let part = measure.parts[number]
        let topology = Topology(
            vertices: fans.verticesOfParts[number], triangles: part.faces, parts: 1, edges: edges.ofParts[number])
        return SurfacePart(
            topology: topology, nonManifoldVertices: fans.nonManifoldVerticesOfParts[number], area: part.area,
            volume: topology.isWatertight && topology.isWindingConsistent ? part.volume : nil, bounds: part.bounds)
    }
}
