/// Rules between skins, their joints and their matrices (specification, section 3.7.3).
struct SkinLinks {
    private let links: DocumentLinks
    private var document: Document { links.document }

    init(_ links: DocumentLinks) { self.links = links }

    func check(_ uses: inout UseTable) {
        for skin in document.skins {
            commonRoot(skin)
            matrices(skin, &uses)
        }
    }

    /// SKIN_NO_COMMON_ROOT, SKIN_SKELETON_INVALID
    private func commonRoot(_ skin: Document.Skin) {
        let joints = skin.joints.compactMap { $0 }
        guard let root = joints.first.map({ links.hierarchy.roots[$0] }) else { return }
        if !joints.allSatisfy({ links.hierarchy.roots[$0] == root }) {
            links.report(.skinNoCommonRoot, skin, "joints", "the joints have no ancestor in common")
        } else if let skeleton = skin.skeleton,
            !joints.allSatisfy({ links.hierarchy.contains($0, below: skeleton) })
        {
            links.report(.skinSkeletonInvalid, skin, "skeleton", "node \(skeleton) is not above all joints")
        }
    }

    /// SKIN_IBM_INVALID_FORMAT, SKIN_IBM_ACCESSOR_WITH_BYTESTRIDE, INVALID_IBM_ACCESSOR_COUNT
    private func matrices(_ skin: Document.Skin, _ uses: inout UseTable) {
        guard let index = skin.inverseBindMatrices, let place = links.json(skin)["inverseBindMatrices"]?.place else {
            return
        }
        let accessor = document.accessors[index]
        uses.use(accessor: index, as: .inverseBindMatrices, at: place)
        if let view = accessor.bufferView, let stride = document.bufferViews[view].byteStride {
            links.validation.report(
                .inverseBindMatricesWithByteStride, at: place, "buffer view \(view) has a stride of \(stride)")
        }
        let allowed = [AllowedFormat(type: .mat4, componentType: .float)]
        if !allowed.contains(accessor) {
            links.validation.report(
                .inverseBindMatricesInvalidFormat, at: place, "\(accessor.formatDescription) instead of \(allowed.text)"
            )
        }
        if accessor.count > 0, accessor.count < skin.joints.count {
            links.validation.report(
                .inverseBindMatricesCount, at: place, "\(accessor.count) matrices for \(skin.joints.count) joints")
        }
    }
}
