import Formats
import SystemPackage
import TestSupport
import Testing

@Suite("ZIP archives", .blocking)
struct ZipWriterTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func archive(_ body: (inout ZipWriter) throws -> Void) throws -> String {
        let path = scratch.file("archive.zip")
        let file = try FileDescriptor.open(
            FilePath(path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
        try file.closeAfter {
            var zip = ZipWriter(writingTo: file)
            try body(&zip)
            try zip.finish()
        }
        return path
    }

    private let date = ZipDate(year: 2026, month: 11, day: 22, hour: 20, minute: 35, second: 44)
    private let noise = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }

    /// Reads the archive with Python's zipfile, which nobody here wrote.
    private func listing(_ path: String) throws -> String {
        let script = """
            import sys, zipfile, zlib
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            for i in z.infolist():
                print(i.filename, i.compress_type, i.file_size, zlib.crc32(z.read(i)), i.date_time, oct(i.external_attr >> 16))
            """
        let result = try run("python3", ["-c", script, path])
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    @Test("an entry that cannot be read to its end leaves nothing in the archive", arguments: [true, false])
    func failedEntry(isLast: Bool) throws {
        let path = try archive { zip in
            try zip.add(name: "a", method: .stored, modified: date, bytes: [1])
            var pieces = 0
            let failure = ZipError.cannotRead(path: "b", .ioError)
            #expect(throws: failure) {
                try zip.add(name: "b", method: .stored, modified: date, expectedSize: 1) { () throws(ZipError) in
                    pieces += 1
                    if pieces > 2 { throw failure }
                    return noise
                }
            }
            if !isLast { try zip.add(name: "c", method: .stored, modified: date, bytes: [3]) }
        }
        let names = try listing(path).split(separator: "\n").map { $0.prefix(1) }
        #expect(names == (isLast ? ["a"] : ["a", "c"]))
        #expect(try run("unzip", ["-tq", path]).status == 0)
        let listed = try run("python3", ["-c", "import os, sys; print(os.path.getsize(sys.argv[1]) < 1000)", path])
        #expect(listed.output == "True\n")
    }

    @Test("what was put in comes out, by Python's zipfile and by unzip")
    func roundTrip() throws {
        let path = try archive { zip in
            try zip.add(name: "masks/monster mask.glb", method: .stored, modified: date, bytes: noise)
            try zip.add(name: "Größe ❤.json", method: .deflated, modified: date, bytes: Array("{}".utf8))
            try zip.add(
                name: "deflated.bin", method: .deflated, modified: date,
                bytes: noise + [UInt8](repeating: 7, count: 500_000))
            try zip.add(name: "empty", method: .deflated, modified: date, bytes: [])
            try zip.add(name: "empty stored", method: .stored, modified: date, bytes: [])
        }
        let lines = try listing(path).split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines[0].hasPrefix("masks/monster mask.glb 0 300000 "))
        #expect(lines[0].hasSuffix("(2026, 11, 22, 20, 35, 44) 0o100644"))
        #expect(lines[1].hasPrefix("Größe ❤.json 8 2 "))
        #expect(lines[2].hasPrefix("deflated.bin 8 800000 "))
        #expect(lines[3].hasPrefix("empty 8 0 0 "))

        let unpacked = try run("unzip", ["-q", path, "-d", scratch.file("unpacked")])
        try #require(unpacked.status == 0, "unzip: \(unpacked.errors)")
        let copy = try run("cmp", [try scratch.write("noise", noise), scratch.file("unpacked/masks/monster mask.glb")])
        #expect(copy.status == 0, "\(copy.output)\(copy.errors)")
    }

    @Test("an entry in pieces that calls itself huge gets Zip64 sizes, which readers understand")
    func zip64Entry() throws {
        let path = try archive { zip in
            var left = 3
            try zip.add(name: "large.bin", method: .stored, modified: date, expectedSize: 5_000_000_000) {
                () throws(ZipError) in
                defer { left -= 1 }
                return left > 0 ? noise : []
            }
            try zip.add(name: "after", method: .stored, modified: date, bytes: [1, 2, 3])
        }
        let lines = try listing(path).split(separator: "\n")
        #expect(lines.map { $0.split(separator: " ")[2] } == ["900000", "3"])
    }

    @Test("more entries than 16 bits can count")
    func manyEntries() throws {
        let path = try archive { zip in
            for index in 0..<65_600 {
                try zip.add(name: "\(index)", method: .stored, modified: date, bytes: [])
            }
        }
        let result = try run(
            "python3", ["-c", "import sys,zipfile; print(len(zipfile.ZipFile(sys.argv[1]).namelist()))", path])
        #expect(result.output == "65600\n")
    }

    @Test(
        "a name that leads outside is refused",
        arguments: ["/etc/passwd", "../x", "a/../../x", "a//b", "", ".", "a\\b", "a\0b", "folder/"])
    func unsafeName(name: String) throws {
        #expect(throws: ZipError.unsafeName(name)) {
            _ = try archive { zip in try zip.add(name: name, method: .stored, modified: date, bytes: []) }
        }
    }

    @Test("dates outside of what ZIP can say are clamped")
    func dates() {
        #expect(ZipDate(year: 1970, month: 5, day: 5) == ZipDate(year: 1980, month: 1, day: 1))
        #expect(ZipDate(year: 2500, month: 5, day: 5) == ZipDate(year: 2107, month: 5, day: 5))
    }
}
