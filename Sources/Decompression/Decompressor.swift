internal import CDecompression
public import GLB

/// Decodes compressed geometry with the libraries that this program was built with.
///
///     let file = try AssetFile(path: "mask.glb").decompressed(by: Decompressor())
///
/// A library that was absent makes decoding fail with a message that says so.
public struct Decompressor: GeometryDecoder {
    /// A decoder; it holds nothing.
    public init() {}

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
        try status.check(format: "meshopt", package: "libmeshoptimizer-dev")
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
    func check(format: String, package: String) throws(GeometryDecodingError) {
        switch self {
        case CDECOMPRESSION_DONE: return
        case CDECOMPRESSION_ABSENT:
            throw GeometryDecodingError(
                "\(format) data cannot be read: this build has no \(format); install \(package) and build again")
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
