/// How much may still be measured of how textures lie on triangles, all meshes of a file together.
struct TextureBudget {
    /// Layouts.
    var layouts = 256
    /// Runs of cells in ``TexelGrid``.
    var runs = 1 << 27
}

extension MeshTriangles {
    /// How the textures of each material lie on the triangles, in the mesh's own space, and what is left of the budget;
    /// of no more materials than the budget allows.
    func textureLayouts(
        _ file: AssetFile, _ budget: TextureBudget
    ) -> Result<(layouts: [TextureLayout], rest: TextureBudget), GLBError> {
        var keys: [TextureLayoutBuilder.Key] = []
        var members: [TextureLayoutBuilder.Key: [Group]] = [:]
        for group in groups {
            let key = TextureLayoutBuilder.Key(group.primitive, file.document)
            guard group.primitive["TEXCOORD_\(key.set)"] != nil else { continue }
            if members[key] == nil { keys.append(key) }
            members[key, default: []].append(group)
        }
        return Result { () throws(GLBError) in
            var layouts: [TextureLayout] = []
            var rest = budget
            for key in keys.prefix(budget.layouts) {
                let slot = key.slot(in: file.document)
                var builder = TextureLayoutBuilder(transform: UVTransform(slot?.transform), runs: rest.runs)
                var coordinates = CoordinateReader(set: key.set)
                for group in members[key] ?? [] { try add(group, coordinates.read(group, file), to: &builder) }
                layouts.append(builder.layout(key, pixels: slot.flatMap { file.pixels(of: $0) }))
                rest.runs = builder.runsLeft
            }
            rest.layouts -= layouts.count
            return (layouts, rest)
        }
    }

    private func add(_ group: Group, _ coordinates: [Float], to builder: inout TextureLayoutBuilder) {
        let base = group.vertices.lowerBound
        for first in stride(from: group.indices.lowerBound, to: group.indices.upperBound, by: 3) {
            let (a, b, c) = (Int(indices[first]), Int(indices[first + 1]), Int(indices[first + 2]))
            let normal = cross(place(b) - place(a), place(c) - place(a))
            builder.add(
                (
                    SIMD2(coordinates[2 * (a - base)], coordinates[2 * (a - base) + 1]),
                    SIMD2(coordinates[2 * (b - base)], coordinates[2 * (b - base) + 1]),
                    SIMD2(coordinates[2 * (c - base)], coordinates[2 * (c - base) + 1])
                ), surfaceArea: dot(normal, normal).squareRoot() / 2)
        }
    }

    @inline(__always)
    private func place(_ vertex: Int) -> SIMD3<Double> {
        SIMD3(Double(positions[3 * vertex]), Double(positions[3 * vertex + 1]), Double(positions[3 * vertex + 2]))
    }
}

/// Reads a set of texture coordinates, once for each accessor.
private struct CoordinateReader {
    let set: Int
    private var known: [Int: [Float]] = [:]

    init(set: Int) { self.set = set }

    mutating func read(_ group: MeshTriangles.Group, _ file: AssetFile) throws(GLBError) -> [Float] {
        guard let accessor = group.primitive["TEXCOORD_\(set)"] else { return [] }
        if let known = known[accessor], known.count == 2 * group.vertices.count { return known }
        try file.checkGeometry(ofAccessor: accessor, group.primitive)
        let floats = try file.floats(ofAccessor: accessor)
        guard file.document.accessors[accessor].type == .vec2, floats.count == 2 * group.vertices.count else {
            throw file.unavailable(
                file.document.accessors[accessor], "texture coordinates must be as many pairs as there are positions")
        }
        known[accessor] = floats
        return floats
    }
}

extension TextureLayoutBuilder.Key {
    init(_ primitive: Document.Primitive, _ document: Document) {
        material = primitive.material
        set = primitive.material.flatMap { document.materials[$0].mainTexture }?.texCoord ?? 0
    }

    /// The use of a texture by whose coordinates the layout is measured.
    func slot(in document: Document) -> Document.TextureSlot? {
        material.flatMap { document.materials[$0].mainTexture }
    }
}

extension Document.Material {
    /// The base colour's texture, or the first one there is.
    fileprivate var mainTexture: Document.TextureSlot? { self["baseColorTexture"] ?? textures.first }
}

extension AssetFile {
    /// The size of the image behind a texture; nil if it cannot be read.
    fileprivate func pixels(of slot: Document.TextureSlot) -> SIMD2<Int>? {
        guard let image = slot.texture.flatMap({ document.textures[$0].image }),
            let source = try? data(ofImage: image), let header = try? ImageHeader(reading: source)
        else { return nil }
        return SIMD2(header.width, header.height)
    }
}
