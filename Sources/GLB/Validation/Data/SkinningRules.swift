/// Rules about the joints and weights of vertices, all sets of a vertex together (specification, section 3.7.3.3).
struct SkinningRules {
    private let file: AssetFile
    private let links: DocumentLinks
    private var validation: Validation { links.validation }
    private var document: Document { links.document }

    /// How many vertices are looked at together.
    private static let blockLength = 1 << 13

    init(_ file: AssetFile, _ links: DocumentLinks) {
        self.file = file
        self.links = links
    }

    func check(_ budget: inout DataBudget) {
        let jointCounts = jointCounts()
        for (index, mesh) in document.meshes.enumerated() {
            for primitive in mesh.primitives {
                guard let sets = sets(of: primitive), let count = sets.first?.joints.count,
                    budget.take(sets.reduce(0) { $0.saturatingSum($1.byteCount) })
                else { continue }
                var check = SkinningCheck(
                    sets.map(\.places), jointCount: jointCounts[index], limit: validation.findings.limit)
                guard (try? look(at: sets, count, &check)) != nil else { continue }
                check.report(to: validation)
            }
        }
    }

    /// How many joints each mesh has in the smallest of the skins with which it is shown; nil for none.
    private func jointCounts() -> [Int?] {
        var counts = [Int?](repeating: nil, count: document.meshes.count)
        for node in document.nodes {
            guard let mesh = node.mesh, let skin = node.skin, !document.skins[skin].joints.isEmpty else { continue }
            counts[mesh] = min(counts[mesh] ?? .max, document.skins[skin].joints.count)
        }
        return counts
    }

    /// A set of joints with its weights.
    private struct Set {
        let joints: ElementReader
        let weights: ElementReader
        let places: SkinningCheck.Places

        var byteCount: Int { joints.byteCount.saturatingSum(weights.byteCount) }
    }

    /// The sets of a primitive; nil if there are none, or one of them cannot be read.
    private func sets(of primitive: Document.Primitive) -> [Set]? {
        let attributes = links.attributes(links.json(primitive)["attributes"])
        let formats = AttributeFormats(isQuantized: false)
        let influences = attributes.existing.filter {
            ["JOINTS", "WEIGHTS"].contains(AttributeSemantic($0.name)?.base)
        }
        guard influences.allSatisfy({ formats.allowed(for: $0.name)?.contains($0.accessor) ?? false }) else {
            return nil
        }
        var sets: [Set] = []
        for number in 0..<influences.count {
            guard let joints = attributes["JOINTS_\(number)"], let weights = attributes["WEIGHTS_\(number)"] else {
                break
            }
            guard let jointReader = ElementReader(file, accessor: joints.index),
                let weightReader = ElementReader(file, accessor: weights.index),
                jointReader.count == weightReader.count,
                jointReader.count == sets.first?.joints.count ?? jointReader.count
            else { return nil }
            sets.append(
                Set(
                    joints: jointReader, weights: weightReader,
                    places: .init(joints: joints.place, weights: weights.place)))
        }
        return sets.isEmpty ? nil : sets
    }

    private func look(at sets: [Set], _ count: Int, _ check: inout SkinningCheck) throws(GLBError) {
        var first = 0
        while first < count {
            let range = first..<min(count, first + Self.blockLength)
            var joints: [[UInt32]] = []
            var weights: [[Float]] = []
            for set in sets {
                joints.append(try set.joints.data(range).unsignedIntegers() ?? [])
                weights.append(try set.weights.data(range).floats())
            }
            check.look(at: range, joints, weights)
            first = range.upperBound
        }
    }
}
