/// Repairs what can be repaired without a person's judgement.
///
///     let mended = try Mender.mend(try AssetFile(path: "mask.glb"))
///     for mend in mended.mends { print(mend.code.name, mend.message) }
///
/// The result is always a GLB that needs no other file. Properties, extensions and extras that are not known here are in
/// it as they were.
public enum Mender {
    /// A repaired asset.
    public struct Result: Sendable {
        /// The bytes of a GLB.
        public let bytes: [UInt8]
        /// What was done, in this order.
        public let mends: [Mend]
    }

    /// Makes a repaired copy of an asset.
    ///
    /// - Parameter ignoredCodes: names of codes whose faults are left as they are.
    /// - Throws: ``GLBError`` if bytes of the asset are missing, or the result does not fit a GLB.
    public static func mend(_ file: AssetFile, ignoredCodes: Set<String> = []) throws(GLBError) -> Result {
        // Where only the stated length is wrong, everything is there.
        if let cut = file.container.cut, cut.code != .glbLengthMismatch { throw .damagedContainer(cut) }
        var draft = try Draft(file)
        for rule in rules where !rule.codes.allSatisfy({ ignoredCodes.contains($0.name) }) {
            try rule.apply(&draft)
            try draft.settle()
        }
        return Result(bytes: try draft.bytes(), mends: draft.mends)
    }

    /// All repairs, in an order in which none spoils what an earlier one did: numbers before what is said about them, and
    /// what moves indices last.
    static let rules: [MendRule] = [
        .container, .extensionLists, .duplicateProperties, .resources, .imageTypes, .unitVectors, .rotations, .weights,
        .bounds, .targets, .unusedObjects,
    ]
}
