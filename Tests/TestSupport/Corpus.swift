package import Foundation

/// The real models that tests may read, beside the package's folder; most checkouts do not have them.
package enum Corpus {
    /// The corpus' folder, whether or not it exists.
    package static let folder = packageFolder.deletingLastPathComponent().appending(path: "shared/corpus")

    /// Whether the corpus is there.
    package static let isPresent = FileManager.default.fileExists(atPath: folder.path)

    /// What a skipped test says.
    package static let absence = "the corpus of real models is absent (expected at \(folder.path))"

    /// The names of the corpus' parts.
    package static let parts = ["khronos-validator", "sample-assets", "meshy", "hostile"]
}

/// The folder with the package's manifest.
package let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// A generator of random numbers whose sequence depends on the seed alone (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// A sequence of its own for each seed.
    package init(seed: UInt64) { state = seed }

    /// The next number.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
