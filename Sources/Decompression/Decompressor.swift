internal import CDecompression
public import GLB

/// Decodes compressed geometry with the libraries that there are: Draco if this was built with it, meshoptimizer if it is
/// installed.
///
///     let file = try AssetFile(path: "mask.glb").decompressed(by: Decompressor())
///
/// A library that is absent makes decoding fail with a message that says so.
public struct Decompressor: GeometryDecoder {
    /// A decoder; it holds nothing.
    public init() {}

    /// The extensions whose data can be decoded here and now.
    public static var extensions: Set<String> {
        var names: Set<String> = []
        if cdraco_is_available() { names.insert("KHR_draco_mesh_compression") }
        if cmeshopt_is_available() { names.formUnion(["EXT_meshopt_compression", "KHR_meshopt_compression"]) }
        return names
    }

    /// Decodes a buffer view with meshoptimizer.
    public func decode(_ stream: [UInt8], _ layout: MeshoptLayout) throws(GeometryDecodingError) -> [UInt8] {
        guard let filter = layout.filter.code else {
            throw GeometryDecodingError(
                "the filter \(layout.filter.rawValue) is newer than this program's meshoptimizer")
        }
        var status = CDECOMPRESSION_INVALID
        let bytes = [UInt8](unsafeUninitializedCapacity: layout.count * layout.stride) { bytes, count in
            status = cmeshopt_decode(
                stream, stream.count, layout.mode.code, filter, layout.count, layout.stride, bytes.baseAddress)
            count = status == CDECOMPRESSION_DONE ? layout.count * layout.stride : 0
        }
        try status.check(
            format: "meshopt",
            absence: "meshoptimizer is not installed here; install it (on Debian: libmeshoptimizer-dev)")
        return bytes
    }

    /// Decodes a mesh with Draco.
    public func decode(_ stream: [UInt8], _ layout: DracoLayout) throws(GeometryDecodingError) -> DracoGeometry {
        let mesh = try DracoMesh(stream, triangleLimit: layout.triangleCount)
        guard mesh.triangleCount == layout.triangleCount, mesh.vertexCount == layout.vertexCount else {
            throw GeometryDecodingError(
                "the Draco data holds \(mesh.triangleCount) triangles of \(mesh.vertexCount) vertices, the document says "
                    + "\(layout.triangleCount) of \(layout.vertexCount)")
        }
        var attributes: [[UInt8]] = []
        for attribute in layout.attributes { attributes.append(try mesh.values(of: attribute)) }
        return DracoGeometry(indices: mesh.indices, attributes: attributes)
    }
}

extension CDecompressionStatus {
    /// Throws unless decoding was done.
    func check(format: String, absence: String) throws(GeometryDecodingError) {
        switch self {
        case CDECOMPRESSION_DONE: return
        case CDECOMPRESSION_ABSENT:
            throw GeometryDecodingError("\(format) data cannot be read: \(absence)")
        case CDECOMPRESSION_UNEXPECTED:
            throw GeometryDecodingError("the \(format) data does not hold what the document says")
        case CDECOMPRESSION_OUT_OF_MEMORY:
            throw GeometryDecodingError("the \(format) data needs more memory than there is")
        case CDECOMPRESSION_TOO_NEW:
            throw GeometryDecodingError(
                "the \(format) data is of a newer version than this program's library; compress it again with "
                    + "EXT_meshopt_compression")
        default: throw GeometryDecodingError("the \(format) data is damaged")
        }
    }
}

extension MeshoptLayout.Mode {
    fileprivate var code: CMeshoptMode {
        switch self {
        case .attributes: CMESHOPT_ATTRIBUTES
        case .triangles: CMESHOPT_TRIANGLES
        case .indices: CMESHOPT_INDICES
        }
    }
}

extension MeshoptLayout.Filter {
    /// The library's filter; nil if it has none.
    fileprivate var code: CMeshoptFilter? {
        switch self {
        case .none: CMESHOPT_NONE
        case .octahedral: CMESHOPT_OCTAHEDRAL
        case .quaternion: CMESHOPT_QUATERNION
        case .exponential: CMESHOPT_EXPONENTIAL
        case .color: nil
        }
    }
}
