internal import CDecompression
internal import GLB

/// A mesh that Draco decoded, in Draco's own memory.
struct DracoMesh: ~Copyable {
    private static let absence = "this build has no Draco; install it (on Debian: libdraco-dev) and build again"
    private let mesh: OpaquePointer
    /// How many triangles there are.
    let triangleCount: Int
    /// How many vertices there are.
    let vertexCount: Int

    /// Decodes a stream of no more than `triangleLimit` triangles.
    init(_ stream: [UInt8], triangleLimit: Int) throws(GeometryDecodingError) {
        var mesh: OpaquePointer?
        let status = cdraco_decode(stream, stream.count, UInt32(clamping: triangleLimit), &mesh)
        try status.check(format: "Draco", absence: Self.absence)
        guard let mesh else { throw GeometryDecodingError("the Draco data is damaged") }
        self.mesh = mesh
        triangleCount = Int(cdraco_face_count(mesh))
        vertexCount = Int(cdraco_point_count(mesh))
    }

    deinit { cdraco_free(mesh) }

    /// Three vertices for each triangle.
    var indices: [UInt32] {
        [UInt32](unsafeUninitializedCapacity: 3 * triangleCount) { indices, count in
            cdraco_copy_indices(mesh, indices.baseAddress)
            count = 3 * triangleCount
        }
    }

    /// The values of an attribute for all vertices.
    func values(of attribute: DracoLayout.Attribute) throws(GeometryDecodingError) -> [UInt8] {
        guard let id = UInt32(exactly: attribute.id) else {
            throw GeometryDecodingError("the Draco data has no attribute \(attribute.id)")
        }
        let size = vertexCount * attribute.componentCount * attribute.componentType.byteCount
        var status = CDECOMPRESSION_INVALID
        let values = [UInt8](unsafeUninitializedCapacity: size) { values, count in
            status = cdraco_copy_attribute(
                mesh, id, Int32(attribute.componentType.rawValue),
                Int32(attribute.componentCount), values.baseAddress)
            count = status == CDECOMPRESSION_DONE ? size : 0
        }
        try status.check(format: "Draco", absence: Self.absence)
        return values
    }
}
