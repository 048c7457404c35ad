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
    /// - Parameter options: which codes are left alone, and whether the faults of generators are mended too. Some of
    ///   these mends change the picture; they say so.
    /// - Throws: ``GLBError`` if bytes of the asset are missing, or the result does not fit a GLB.
    public static func mend(_ file: AssetFile, options: ValidationOptions = ValidationOptions()) throws(GLBError)
        -> Result
    {
        // Where only the stated length is wrong, everything is there.
        if let cut = file.container.cut, cut.code != .glbLengthMismatch { throw .damagedContainer(cut) }
        var draft = try Draft(file)
        for rule in early + (options.includesFaults ? faults(options) : []) + late
        where !rule.codes.allSatisfy({ options.ignoredCodes.contains($0.name) }) {
            try rule.apply(&draft)
            try draft.settle()
        }
        return Result(bytes: try draft.bytes(), mends: draft.mends)
    }

    // The order is one in which no repair spoils what an earlier one did: numbers come before what is said about them,
    // and what moves indices is the last.
    private static let early: [MendRule] = [
        .container, .extensionLists, .duplicateProperties, .resources, .imageTypes, .unitVectors, .rotations, .weights,
    ]
    private static let late: [MendRule] = [.bounds, .targets, .unusedObjects]

    private static func faults(_ options: ValidationOptions) -> [MendRule] {
        FaultRule.all.compactMap { rule in
            rule.mend.map { mend in MendRule(rule.code) { draft in mend(&draft, options.pictures) } }
        }
    }
}
