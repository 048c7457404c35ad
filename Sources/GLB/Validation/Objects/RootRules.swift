extension Schema {
    /// The document itself.
    static let root = root { $0 }

    /// The document of an asset that is not glTF 2: only what it says about itself can be understood.
    static let rootOfOtherVersion = root { _ in .anything }

    private static func root(_ rule: (ValueRule) -> ValueRule) -> Schema {
        Schema(
            of: .root,
            [
                .optional("extensionsUsed", .uniqueStrings),
                .optional("extensionsRequired", .uniqueStrings, needs: "extensionsUsed"),
                .required("asset", .object(.asset)),
                .optional("accessors", rule(.collection(.accessor))),
                .optional("animations", rule(.collection(.animation))),
                .optional("buffers", rule(.collection(.buffer))),
                .optional("bufferViews", rule(.collection(.bufferView))),
                .optional("cameras", rule(.collection(.camera))),
                .optional("images", rule(.collection(.image))),
                .optional("materials", rule(.collection(.material))),
                .optional("meshes", rule(.collection(.mesh))),
                .optional("nodes", rule(.collection(.node))),
                .optional("samplers", rule(.collection(.sampler))),
                .optional("scene", rule(.index(.scenes)), needs: "scenes"),
                .optional("scenes", rule(.collection(.scene))),
                .optional("skins", rule(.collection(.skin))),
                .optional("textures", rule(.collection(.texture))),
                .optional("extensions", rule(.extensions)),
                .optional("extras", rule(.extras)),
            ],
            hasCommonMembers: false,
            checks: [RootRules.extensionNames, RootRules.requiredExtensions])
    }
}

/// Rules of the document itself: what it says about its extensions (specification, section 3.12).
enum RootRules {
    /// INVALID_EXTENSION_NAME_FORMAT, UNSUPPORTED_EXTENSION, NON_REQUIRED_EXTENSION
    static let extensionNames: Schema.Check = { root in
        let required = Set(root["extensionsRequired"]?.elements.compactMap(\.string) ?? [])
        for element in root["extensionsUsed"]?.elements.map({ $0 }) ?? [] {
            guard let name = element.string else { continue }
            if !isWellFormed(name) {
                root.validation.report(
                    .invalidExtensionNameFormat, at: element.place, "'\(name)' has no vendor's prefix such as 'EXT_'")
            }
            guard let known = KnownExtension.all[name] else {
                root.validation.report(
                    .unsupportedExtension, at: element.place, "'\(name)' is not known, so its content is not checked")
                continue
            }
            if known.mustBeRequired, !required.contains(name) {
                root.validation.report(
                    .nonRequiredExtension, at: element.place, "'\(name)' must be in 'extensionsRequired'")
            }
        }
    }

    /// UNUSED_EXTENSION_REQUIRED
    static let requiredExtensions: Schema.Check = { root in
        for element in root["extensionsRequired"]?.elements.map({ $0 }) ?? [] {
            guard let name = element.string, !root.validation.extensionsUsed.contains(name) else { continue }
            root.validation.report(
                .unusedExtensionRequired, at: element.place, "'\(name)' is not listed in 'extensionsUsed'")
        }
    }

    /// A prefix of capital letters and digits, an underscore, and a name of letters, digits and underscores.
    static func isWellFormed(_ name: String) -> Bool {
        func isLetterOrDigit(_ byte: UInt8) -> Bool { hexadecimalDigit(byte) != nil || isLetter(byte) }
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
        guard let end = name.utf8.firstIndex(of: UInt8(ascii: "_")) else { return false }
        let prefix = name.utf8[..<end]
        let rest = name.utf8[name.utf8.index(after: end)...]
        return !prefix.isEmpty && !rest.isEmpty
            && prefix.allSatisfy { isLetterOrDigit($0) && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            && rest.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "_") }
    }
}
