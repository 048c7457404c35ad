import Glibc
public func _bench(_ file: AssetFile) throws(GLBError) {
    func now() -> Double { var t = timespec(); clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); return Double(t.tv_sec) * 1e3 + Double(t.tv_nsec) / 1e6 }; var last = now()
    func lap(_ s: String) { let n = now(); print(s, "   ", n - last); last = now() }
    let tri = try MeshTriangles(file, mesh: 0); lap("read")
    let v = WeldedVertices(tri.positions, triangles: tri.indices, tolerance: 0); lap("vertices \(v.sources.count)")
    let w = Weld(positions: tri.positions, triangles: tri.indices, tolerance: 0); lap("weld \(w.vertexCount)")
    let parts = Parts(w); lap("parts \(parts.count)")
    let m = SurfaceMeasure(w, parts) { w.position($0) }; lap("measure \(m.area) ")
    let e = Edges(w, parts: parts); lap("edges \(e.duplicateFaces)")
    let f = Fans(w, parts: parts, twins: e.twins); lap("fans \(f.verticesOfParts.first ?? 0)")
    let ip = Parts.indexedCount(w); lap("indexed \(ip)")
    let c = VertexCache(tri); lap("cache \(c.acmr ?? 0)")
    var b = TextureBudget()
    let t = try tri.textureLayouts(file, scale: 1, budget: &b); lap("textures \(t.count)")
}
