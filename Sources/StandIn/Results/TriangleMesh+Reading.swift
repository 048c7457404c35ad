import GLB

extension TriangleMesh {
    /// The first primitive of the first mesh; nil if it is not of indexed triangles with normals.
    init?(_ file: AssetFile) throws(GLBError) {
        guard let primitive = file.document.meshes.first?.primitives.first, primitive.mode == .triangles,
            let position = primitive["POSITION"], let normal = primitive["NORMAL"], let index = primitive.indices,
            let positions = try file.data(ofAccessor: position).vectors3(),
            let normals = try file.data(ofAccessor: normal).vectors3(),
            let indices = try file.data(ofAccessor: index).unsignedIntegers()
        else { return nil }
        let coordinates =
            if let accessor = primitive["TEXCOORD_0"] { try file.data(ofAccessor: accessor).vectors2() } else {
                [SIMD2<Float>]?.none
            }
        self.init(
            positions: positions, normals: normals, coordinates: coordinates ?? [], indices: indices.map(Int.init))
    }
}
