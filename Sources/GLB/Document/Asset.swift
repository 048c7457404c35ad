extension Document {
    /// Who made the file, and for which version of glTF.
    public struct Asset: DocumentObject {
        /// Place, extensions and extras; an asset has no name.
        public let common: Common
        /// The version that the file is written for, such as `2.0`.
        public let version: String
        /// The least version that a reader must know; nil if the file does not say.
        public let minVersion: String?
        /// The program that wrote the file.
        public let generator: String?
        /// Who holds the rights.
        public let copyright: String?
    }
}

extension Document.Asset {
    init(_ root: ObjectReader) throws(GLBError) {
        guard root.member("asset") != nil else {
            throw .notAnAsset(pointer: "", reason: "the property 'asset' must be defined")
        }
        guard let asset = root.child("asset") else {
            throw .notAnAsset(pointer: "/asset", reason: "it must be an object")
        }
        guard let place = asset.member("version") else {
            throw .notAnAsset(pointer: "/asset", reason: "the property 'version' must be defined")
        }
        if let number = asset.decoder.value(place).double, number < 2 {
            throw .unsupportedVersion("\(number)")
        }
        guard let version = asset.decoder.value(place).string else {
            throw .notAnAsset(
                pointer: "/asset/version", reason: "\(asset.decoder.excerpt(place)) is not a string such as \"2.0\"")
        }
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        if let major = parts.first.flatMap({ Int($0) }), major < 2 { throw .unsupportedVersion(version) }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { digits.contains($0) } }) else {
            throw .notAnAsset(pointer: "/asset/version", reason: "\"\(version)\" is not a version such as \"2.0\"")
        }
        guard Int(parts[0]) == 2 else { throw .unsupportedVersion(version) }
        common = asset.common
        self.version = version
        minVersion = asset.string("minVersion")
        generator = asset.string("generator")
        copyright = asset.string("copyright")
    }
}
