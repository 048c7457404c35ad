extension Schema {
    /// Who made the file, and for which version.
    static let asset = Schema(
        of: .asset,
        [
            .optional("copyright", .string),
            .optional("generator", .string),
            .required("version", .version),
            .optional("minVersion", .version),
        ],
        checks: [AssetRules.majorVersion, AssetRules.minorVersion, AssetRules.leastVersion])
}

extension ValueRule {
    fileprivate static let version = Self.pattern("a version such as '2.0'") { AssetRules.Version($0) != nil }
}

/// Rules of the asset's versions (specification, section 3.2).
enum AssetRules {
    struct Version: Comparable {
        let major: Int
        let minor: Int

        init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
                let major = Int(parts[0]), let minor = Int(parts[1])
            else { return nil }
            (self.major, self.minor) = (major, minor)
        }

        static func < (left: Version, right: Version) -> Bool {
            (left.major, left.minor) < (right.major, right.minor)
        }
    }

    /// UNKNOWN_ASSET_MAJOR_VERSION
    static let majorVersion: Schema.Check = { asset in
        guard let version = read(asset, "version"), version.major != 2 else { return }
        asset.report(.unknownAssetMajorVersion, "version", "only glTF 2 is understood, this is \(version.major)")
    }

    /// UNKNOWN_ASSET_MINOR_VERSION
    static let minorVersion: Schema.Check = { asset in
        guard let version = read(asset, "version"), version.major == 2, version.minor > 0 else { return }
        asset.report(.unknownAssetMinorVersion, "version", "there is no glTF 2.\(version.minor) yet")
    }

    /// ASSET_MIN_VERSION_GREATER_THAN_VERSION
    static let leastVersion: Schema.Check = { asset in
        guard let version = read(asset, "version"), let least = read(asset, "minVersion"), least > version else {
            return
        }
        asset.report(
            .assetMinVersionGreaterThanVersion, "minVersion",
            "\(least.major).\(least.minor) is newer than the version, \(version.major).\(version.minor)")
    }

    private static func read(_ asset: SchemaObject, _ member: StaticString) -> Version? {
        asset[member]?.string.flatMap(Version.init)
    }
}
