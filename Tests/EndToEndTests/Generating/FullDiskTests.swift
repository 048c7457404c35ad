import Foundation
import TestSupport
import Testing

/// A disk of a few megabytes, which goes with the test.
private final class SmallDisk {
    let path: String

    init?(megabytes: Int) {
        path = NSTemporaryDirectory() + "meshy-lib-disk-" + UUID().uuidString
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let mounted = try? run("mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path])
        guard mounted?.status == 0 else {
            try? FileManager.default.removeItem(atPath: path)
            return nil
        }
    }

    deinit {
        _ = try? run("umount", ["-l", path])
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Whether this machine lets tests mount disks; usually only root may.
    static let isAllowed = SmallDisk(megabytes: 1) != nil
}

@Suite("A full disk", .blocking)
struct FullDiskTests {
    @Test(
        "nothing is lost when the disk is full, and the next run goes on",
        .enabled(if: SmallDisk.isAllowed, "mounting a small disk is not allowed here"),
        arguments: [0, 20, 60, 120, 400])
    func full(kilobytesLeft: Int) throws {
        let disk = try #require(SmallDisk(megabytes: 6))
        let studio = try Studio()
        let library = ["MESHY_LIBRARY": disk.path + "/library"]
        try expectSuccess(studio("init", environment: library))
        let filler = disk.path + "/filler"
        _ = try run("dd", ["if=/dev/zero", "of=\(filler)", "bs=1k"])
        if kilobytesLeft > 0 { _ = try run("truncate", ["-s", "-\(kilobytesLeft)K", filler]) }
        let result = try studio("generate", "a mask", "--refine", "--yes", environment: library)
        if kilobytesLeft < 100 { #expect(result.status != 0) }
        if result.status != 0 { #expect(!result.errors.isEmpty) }
        try FileManager.default.removeItem(atPath: filler)
        let resumed = try studio("resume", "--yes", "--send-again", "--arrival", "1", environment: library)
        try expectSuccess(resumed)
        // A request that could not be written down was never sent.
        if try studio.charges().isEmpty {
            try expectSuccess(studio("generate", "a mask", "--refine", "--yes", environment: library))
        }
        #expect(try studio.charges().count == 2)
        #expect(try studio("search", "mask", "--format", "ids", environment: library).output.count == 18)
        try expectSuccess(studio("verify", environment: library))
    }
}
