extension MendRule {
    /// Leaves out objects to which nothing refers, and then the bytes to which nothing refers.
    ///
    /// Nodes and skins stay: a file can be a collection, of rigs for example, from which its reader takes what it wants.
    /// Where an extension is not known or names objects by text, or references are broken, nobody can tell what is used,
    /// and everything stays.
    static let unusedObjects = MendRule(.unusedObject) { (draft: inout Draft) throws(GLBError) in
        guard draft.knowsAllReferences else { return }
        // Each round leaves out what only the last round's objects used.
        while draft.removeUnused() { try draft.settle() }
        try draft.settle()
        draft.compact()
    }
}

extension Draft {
    private static let brokenReferences: Set<Finding.Code> = [.unresolvedReference, .invalidIndex, .typeMismatch]

    /// Whether it is known of every object what refers to it.
    var knowsAllReferences: Bool {
        document.extensionsUsed.allSatisfy(Self.isUnderstood) && occurringExtensions.allSatisfy(Self.isUnderstood)
            && !document.findings.tallies.contains { Self.brokenReferences.contains($0.code) }
    }

    /// Whether it is known of an extension what it refers to.
    private static func isUnderstood(_ name: String) -> Bool {
        KnownExtension.all[name] != nil && name != "KHR_animation_pointer"
    }

    /// The names of the extensions of which there are objects, listed as used or not.
    private var occurringExtensions: Set<String> {
        let text = document.json
        var names: Set<String> = []
        for (index, node) in text.storage.nodes.enumerated()
        where node.kind.isKey && text.isName(node, "extensions") {
            for (name, _) in text[JSONPlace(index + 1)].members { names.insert(name) }
        }
        return names
    }

    private static let arrays: [DocumentArray] = [
        .accessors, .bufferViews, .cameras, .images, .materials, .meshes, .samplers, .textures,
    ]

    /// Leaves out the objects to which nothing refers; whether there were some.
    fileprivate mutating func removeUnused() -> Bool {
        var used = [Set<Int>](repeating: [], count: DocumentArray.allCases.count)
        var copy = json
        copy.changeReferences(.root) { index, array in
            used[array.rawValue].insert(index)
            return index
        }
        var numbers: [Int: [Int?]] = [:]
        for array in Self.arrays {
            let count = json["\(array)"]?.count ?? 0
            guard used[array.rawValue].count < count else { continue }
            var next = 0
            numbers[array.rawValue] = (0..<count).map { index in
                guard used[array.rawValue].contains(index) else {
                    record(.unusedObject, "/\(array)/\(index)", "left out, since nothing refers to it")
                    return nil
                }
                defer { next += 1 }
                return next
            }
        }
        guard !numbers.isEmpty else { return false }
        for array in Self.arrays {
            guard let numbers = numbers[array.rawValue] else { continue }
            json.withMember("\(array)") { list in
                list.update { (elements: inout [JSONTree]) in
                    elements = zip(elements, numbers).filter { $0.1 != nil }.map(\.0)
                }
            }
            if json["\(array)"]?.count == 0 { json["\(array)"] = nil }
        }
        json.changeReferences(.root) { index, array in
            guard let numbers = numbers[array.rawValue], numbers.indices.contains(index) else { return index }
            return numbers[index] ?? index
        }
        return true
    }

    /// Leaves out the bytes of the first buffer that no buffer view holds.
    fileprivate mutating func compact() {
        guard !binary.isEmpty, document.buffers.first?.uri == nil else { return }
        var ranges: [Range<Int>] = []
        for view in document.bufferViews {
            let parts = [
                (view.buffer, view.byteOffset, view.byteLength),
                (view.meshopt?.buffer, view.meshopt?.byteOffset ?? 0, view.meshopt?.byteLength ?? 0),
            ]
            for (buffer, offset, length) in parts where buffer == 0 {
                // A view that does not fit its buffer is for a person to judge.
                guard isWithin(offset, length, binary.count) else { return }
                ranges.append(offset..<offset + length)
            }
        }
        let runs = Self.joined(ranges)
        let moved = Self.places(of: runs)
        guard let run = runs.last, let place = moved.last, place + run.count < binary.count - 7 else { return }
        var packed: [UInt8] = []
        packed.reserveCapacity(place + run.count)
        for (run, start) in zip(runs, moved) {
            packed.append(contentsOf: repeatElement(0, count: start - packed.count))
            packed.append(contentsOf: binary[run])
        }
        record(.unusedObject, "/buffers/0", "left out \(binary.count - packed.count) bytes to which nothing refers")
        binary = packed
        for (index, view) in document.bufferViews.enumerated() {
            let meshopt = view.meshopt
            change(.bufferViews, index) { json in
                if view.buffer == 0 { Self.move(&json, view.byteOffset, runs, moved) }
                guard let meshopt, meshopt.buffer == 0 else { return }
                json.withMember("extensions") { extensions in
                    for name in ["EXT_meshopt_compression", "KHR_meshopt_compression"] {
                        extensions.withMember(name) { Self.move(&$0, meshopt.byteOffset, runs, moved) }
                    }
                }
            }
        }
    }

    /// The ranges in order, those that touch or overlap as one.
    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = runs.last, range.lowerBound <= last.upperBound {
                runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                runs.append(range)
            }
        }
        return runs
    }

    /// Where each run will begin: one after another, each as far from a multiple of eight as it was.
    private static func places(of runs: [Range<Int>]) -> [Int] {
        var end = 0
        return runs.map { run in
            let start = end + ((run.lowerBound - end) % 8 + 8) % 8
            end = start + run.count
            return start
        }
    }

    private static func move(_ view: inout JSONTree, _ offset: Int, _ runs: [Range<Int>], _ moved: [Int]) {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].upperBound > offset { high = middle } else { low = middle + 1 }
        }
        guard low < runs.count else { return }
        let place = moved[low] + offset - runs[low].lowerBound
        if place != offset { view["byteOffset"] = JSONTree(place) }
    }
}

extension JSONTape.Kind {
    fileprivate var isKey: Bool { self == .key || self == .escapedKey }
}

extension JSONTree {
    /// Exchanges the indices by which an object and all that is in it refer to others, as the schemas know them.
    fileprivate mutating func changeReferences(_ schema: Schema, _ change: (Int, DocumentArray) -> Int) {
        for member in schema.members {
            let name = "\(member.name)"
            guard let value = self[name], let changed = value.withReferences(member.value, schema, change) else {
                continue
            }
            self[name] = changed
        }
    }

    /// The value with other indices; nil if none is different.
    private func withReferences(
        _ rule: ValueRule, _ schema: Schema, _ change: (Int, DocumentArray) -> Int
    ) -> JSONTree? {
        switch rule {
        case .index(let array?, _): return withReference(array, change)
        case .indices(let array): return withElements { $0.withReference(array, change) }
        case .attributes: return withMembers { _, value in value.withReference(.accessors, change) }
        case .attributeSets:
            return withElements { $0.withMembers { _, value in value.withReference(.accessors, change) } }
        case .object(let schema): return withReferences(schema, change)
        case .objects(let schema), .collection(let schema): return withElements { $0.withReferences(schema, change) }
        case .extensions:
            return withMembers { name, value in
                KnownExtension.all[name]?.schemas[schema.kind].flatMap { value.withReferences($0, change) }
            }
        default: return nil
        }
    }

    private func withReferences(_ schema: Schema, _ change: (Int, DocumentArray) -> Int) -> JSONTree? {
        var copy: JSONTree?
        for member in schema.members {
            let name = "\(member.name)"
            guard let changed = self[name]?.withReferences(member.value, schema, change) else { continue }
            copy = copy ?? self
            copy?[name] = changed
        }
        return copy
    }

    private func withReference(_ array: DocumentArray, _ change: (Int, DocumentArray) -> Int) -> JSONTree? {
        guard let index = integer else { return nil }
        let changed = change(index, array)
        return changed == index ? nil : JSONTree(changed)
    }

    private func withElements(_ change: (JSONTree) -> JSONTree?) -> JSONTree? {
        var copy = self
        var isChanged = false
        copy.update { (elements: inout [JSONTree]) in
            for index in elements.indices {
                guard let changed = change(elements[index]) else { continue }
                elements[index] = changed
                isChanged = true
            }
        }
        return isChanged ? copy : nil
    }

    private func withMembers(_ change: (String, JSONTree) -> JSONTree?) -> JSONTree? {
        var copy = self
        var isChanged = false
        copy.update { (members: inout [Member]) in
            for index in members.indices {
                guard let changed = change(members[index].name, members[index].value) else { continue }
                members[index].value = changed
                isChanged = true
            }
        }
        return isChanged ? copy : nil
    }
}
