extension AssetFile {
    /// How many copies of a mesh are placed one by one; more are counted, but not placed.
    private static let instanceLimit = 1 << 16

    /// How many copies an EXT_mesh_gpu_instancing makes: as many as its attributes have elements.
    func instanceCount(of instancing: Document.Instancing) -> Int {
        instancing.attributes.map { document.accessors[$0.accessor].count }.min() ?? 1
    }

    /// The transforms of the copies; nil if they are too many or their data cannot be read.
    func matrices(of instancing: Document.Instancing) -> [Matrix4]? {
        let count = instanceCount(of: instancing)
        guard count <= Self.instanceLimit else { return nil }
        do {
            let translations = try instancing["TRANSLATION"].map { try data(ofAccessor: $0).vectors3() ?? [] }
            let rotations = try instancing["ROTATION"].map { try data(ofAccessor: $0).vectors4() ?? [] }
            let scales = try instancing["SCALE"].map { try data(ofAccessor: $0).vectors3() ?? [] }
            guard [translations?.count, rotations?.count, scales?.count].allSatisfy({ $0.map { $0 >= count } ?? true })
            else { return nil }
            return (0..<count).map { index in
                Matrix4(
                    translation: translations.map { SIMD3<Double>($0[index]) } ?? [0, 0, 0],
                    rotation: rotations.map { SIMD4<Double>($0[index]) } ?? [0, 0, 0, 1],
                    scale: scales.map { SIMD3<Double>($0[index]) } ?? [1, 1, 1])
            }
        } catch {
            return nil
        }
    }
}
