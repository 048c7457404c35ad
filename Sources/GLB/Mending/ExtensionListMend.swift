extension MendRule {
    /// Lists each extension once, and requires those that must be.
    ///
    /// An extension that is not listed stays so: with it, the asset might look different.
    static let extensionLists = MendRule(
        .unusedExtensionRequired, .nonRequiredExtension, .duplicateElements
    ) { draft in
        let document = draft.document
        let used = unique(document.extensionsUsed)
        var required = unique(document.extensionsRequired)
        for (list, names, kept) in [
            ("extensionsUsed", document.extensionsUsed, used),
            ("extensionsRequired", document.extensionsRequired, required),
        ] where kept.count < names.count {
            draft.record(.duplicateElements, "/\(list)", "left out names that stand in the list already")
        }
        let known = Set(used)
        for name in required where !known.contains(name) {
            draft.record(
                .unusedExtensionRequired, "/extensionsRequired", "left out '\(name)', which is not listed as used")
        }
        required.removeAll { !known.contains($0) }
        let listed = Set(required)
        for name in used where KnownExtension.all[name]?.mustBeRequired ?? false && !listed.contains(name) {
            required.append(name)
            draft.record(.nonRequiredExtension, "/extensionsUsed", "listed '\(name)' in 'extensionsRequired'")
        }
        draft.setList("extensionsUsed", used, was: document.extensionsUsed)
        draft.setList("extensionsRequired", required, was: document.extensionsRequired)
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

extension Draft {
    fileprivate mutating func setList(_ name: String, _ list: [String], was old: [String]) {
        guard list != old else { return }
        json[name] = list.isEmpty ? nil : JSONTree(list)
    }
}
