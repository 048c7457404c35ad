/// Rules about the numbers in the buffers: each accessor's elements are read once, piece by piece, and every rule that
/// follows from the accessor's uses looks at each piece.
struct AccessorDataRules {
    private let file: AssetFile
    private let links: DocumentLinks
    private var validation: Validation { links.validation }
    private var document: Document { links.document }
    private var limit: Int { validation.findings.limit }

    init(_ file: AssetFile, _ links: DocumentLinks) {
        self.file = file
        self.links = links
    }

    func check(_ budget: inout DataBudget) {
        let roles = AccessorRoles(links).roles
        for (index, accessor) in document.accessors.enumerated() {
            sparseIndices(accessor)
            guard let reader = ElementReader(file, accessor: index), budget.take(reader.byteCount) else { continue }
            check(accessor, reader, roles[index], &budget)
        }
        SkinningRules(file, links).check(&budget)
    }

    private func check(
        _ accessor: Document.Accessor, _ reader: ElementReader, _ role: AccessorRoles.Role, _ budget: inout DataBudget
    ) {
        let json = links.json(accessor)
        var bounds = BoundsCheck(
            of: accessor, format: reader.format, isComparing: json["min"] != nil || json["max"] != nil, limit: limit)
        var checks = checks(role, reader)
        do throws(GLBError) {
            try reader.forEachPiece { piece in
                bounds.look(at: piece)
                for check in checks.indices { checks[check].look(at: piece) }
            }
        } catch {
            // A file that got shorter while it was read has no more elements to say anything about.
            return
        }
        bounds.report(to: validation)
        for check in checks { check.report(to: validation) }
        let greatestIndex = checks.lazy.compactMap { ($0 as? IndexCheck)?.greatest }.first
        checkAgain(accessor, reader, role, bounds, greatestIndex, &budget)
    }

    /// The rules that apply to an accessor with these uses.
    private func checks(_ role: AccessorRoles.Role, _ reader: ElementReader) -> [any ElementCheck] {
        var checks: [any ElementCheck] = []
        let components = reader.format.type.componentCount
        if !role.normals.isEmpty {
            checks.append(UnitVectorCheck(at: role.normals, componentCount: components, limit: limit))
        }
        if !role.tangents.isEmpty {
            checks.append(UnitVectorCheck(at: role.tangents, componentCount: components, limit: limit))
        }
        if !role.colours.isEmpty {
            checks.append(ColourCheck(at: role.colours, componentCount: components, limit: limit))
        }
        if !role.times.isEmpty { checks.append(KeyframeTimeCheck(at: role.times, limit: limit)) }
        if !role.rotations.isEmpty {
            checks.append(RotationCheck(at: role.rotations, isSpline: false, limit: limit))
        }
        if !role.rotationSplines.isEmpty {
            checks.append(RotationCheck(at: role.rotationSplines, isSpline: true, limit: limit))
        }
        if !role.inverseBindMatrices.isEmpty {
            checks.append(InverseBindMatrixCheck(at: role.inverseBindMatrices, limit: limit))
        }
        if !role.indices.isEmpty { checks.append(IndexCheck(role.indices, count: reader.count, limit: limit)) }
        return checks
    }

    /// Reads the elements again where something is known to be wrong with them, to say what.
    private func checkAgain(
        _ accessor: Document.Accessor, _ reader: ElementReader, _ role: AccessorRoles.Role, _ bounds: BoundsCheck,
        _ greatestIndex: Int?, _ budget: inout DataBudget
    ) {
        var checks: [any ElementCheck] = []
        if let check = OutOfBoundsCheck(of: accessor, after: bounds, format: reader.format) { checks.append(check) }
        let wrong = role.indices.filter { greatestIndex ?? -1 >= $0.vertexCount }
        for (vertexCount, uses) in Dictionary(grouping: wrong, by: \.vertexCount).sorted(by: { $0.key < $1.key }) {
            checks.append(IndexRangeCheck(at: uses.map(\.place), vertexCount: vertexCount, limit: limit))
        }
        for var check in checks where budget.take(reader.byteCount) {
            guard (try? reader.forEachPiece { check.look(at: $0) }) != nil else { return }
            check.report(to: validation)
        }
    }

    /// ACCESSOR_SPARSE_INDICES_NON_INCREASING, ACCESSOR_SPARSE_INDEX_OOB
    private func sparseIndices(_ accessor: Document.Accessor) {
        guard let sparse = accessor.sparse, let indices = SparseElements.indices(file, sparse) else { return }
        var unordered = Violations<(index: Int, previous: Int)>(limit: limit)
        var outside = Violations<Int>(limit: limit)
        var previous = -1
        for (element, index) in indices.enumerated() {
            if index <= previous { unordered.add(element, (index, previous)) }
            if index >= accessor.count { outside.add(element, index) }
            previous = index
        }
        unordered.report(.accessorSparseIndicesNonIncreasing, at: [sparse.place], to: validation) { element, indices in
            "index \(element) is \(indices.index), the one before \(indices.previous)"
        }
        outside.report(.accessorSparseIndexOutOfBounds, at: [sparse.place], to: validation) { element, index in
            "index \(element) is \(index), there are \(accessor.count) elements"
        }
    }
}

/// How many bytes may still be read to check elements. Accessors can overlap, so a small file could otherwise demand
/// any amount of work.
struct DataBudget {
    /// How often each byte of the buffers may be read on average; interleaved attributes need it once each.
    private static let factor = 64
    private var remaining: Int
    /// How many accessors were not looked at because the budget was spent.
    private(set) var refusals = 0

    /// A budget for buffers of this many bytes together.
    init(bytes: Int) {
        remaining = bytes.saturatingProduct(Self.factor).saturatingSum(1 << 24)
    }

    /// Takes some bytes from the budget; false if there are not as many left.
    mutating func take(_ bytes: Int) -> Bool {
        guard bytes <= remaining else {
            refusals += 1
            return false
        }
        remaining -= bytes
        return true
    }
}
