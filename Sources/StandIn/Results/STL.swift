/// Writes a mesh as a binary STL.
enum STL {
    static func bytes(_ mesh: TriangleMesh) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 80)
        append(UInt32(mesh.triangleCount), to: &bytes)
        for triangle in 0..<mesh.triangleCount {
            let points = [normalize(mesh.areaVector(triangle))] + mesh.corners(triangle).map { mesh.positions[$0] }
            for point in points {
                for value in [point.x, point.y, point.z] { append(value.bitPattern, to: &bytes) }
            }
            bytes += [0, 0]
        }
        return bytes
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}
