extension MendRule {
    /// Gives normals and tangents the length 1, and tangents a sign. A vector without length has no direction to keep; it
    /// stays as it is.
    static let unitVectors = MendRule(.accessorVector3NonUnit, .accessorInvalidSign) { draft in
        let uses = ElementUses(draft.document)
        for (index, name) in draft.document.vertexAttributes
        where (name == "NORMAL" || name == "TANGENT") && uses.isOnly(index, name, sharesWithTwins: true) {
            var (lengths, signs) = (0, 0)
            let changed = draft.changeVectors(of: index) { _, vector in
                let square = vector.x * vector.x + vector.y * vector.y + vector.z * vector.z
                if square.isFinite, square > 0, abs(Double(square.squareRoot()) - 1) > UnitVectorCheck.tolerance {
                    let scaled = vector / square.squareRoot()
                    (vector.x, vector.y, vector.z) = (scaled.x, scaled.y, scaled.z)
                    lengths += 1
                }
                if name == "TANGENT", vector.w.magnitude != 1 {
                    vector.w = vector.w < 0 ? -1 : 1
                    signs += 1
                }
            }
            guard changed ?? 0 > 0 else { continue }
            let pointer = draft.pointer(to: draft.document.accessors[index])
            if lengths > 0 { draft.record(.accessorVector3NonUnit, pointer, "gave \(lengths) vectors the length 1") }
            if signs > 0 { draft.record(.accessorInvalidSign, pointer, "gave \(signs) tangents the sign 1 or -1") }
        }
    }
}

extension Document {
    /// The accessors that primitives use for one attribute each and for nothing else, with the attribute's name.
    var vertexAttributes: [(accessor: Int, name: String)] {
        var names = [String?](repeating: nil, count: accessors.count)
        var isShared = [Bool](repeating: false, count: accessors.count)
        func use(_ attribute: Attribute, as name: String) {
            if let earlier = names[attribute.accessor], earlier != name { isShared[attribute.accessor] = true }
            names[attribute.accessor] = name
        }
        for primitive in meshes.lazy.flatMap(\.primitives) {
            for attribute in primitive.attributes { use(attribute, as: attribute.name) }
            // What morph targets hold are differences, whatever their names are.
            for attribute in primitive.targets.joined() { use(attribute, as: "") }
        }
        return names.indices.compactMap { index in
            names[index].flatMap { isShared[index] || $0.isEmpty ? nil : (index, $0) }
        }
    }
}
