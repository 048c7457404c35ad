import Testing

@testable import GLB

@Suite struct DisguiseTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]

    @Test(
        "what is no model is called by its name",
        arguments: [
            ([], .empty),
            (Array("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n".utf8), .gitLFSPointer),
            ([0x1F, 0x8B, 8, 0], .gzip),
            (Array("PK\u{3}\u{4}rest".utf8), .zip),
            (Array("<!DOCTYPE html><html>".utf8), .html),
            (Array("\n\n<html lang=en>".utf8), .html),
            (Array("<?xml version=\"1.0\"?><Error>".utf8), .xml),
            (png, .image("image/png")),
            ([0xFF, 0xD8, 0xFF, 0xE0], .image("image/jpeg")),
            ([0xFF, 0xFE, 0x7B, 0x00], .wideText),
            ([0x7B, 0x00, 0x22, 0x00], .wideText),
            ([0x00, 0x7B, 0x00, 0x22], .wideText),
            (Array("ply\nformat ascii 1.0\n".utf8), .otherModel("PLY")),
            (Array("solid cube\n".utf8), .otherModel("STL")),
            ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], .unknown([1, 2, 3, 4, 5, 6, 7, 8])),
        ] as [([UInt8], Disguise)])
    func names(bytes: [UInt8], disguise: Disguise) throws {
        let error = try #require(throws: GLBError.self) { try AssetFile(bytes: bytes) }
        #expect(error == .notAModel(disguise))
        #expect(!error.description.isEmpty)
    }

    @Test("a byte order mark is an error, but the document is read") func byteOrderMark() throws {
        let text = [0xEF, 0xBB, 0xBF] + Array(TestAsset.document().utf8)
        #expect(try AssetFile(bytes: text).findings.places == ["INVALID_JSON "])
    }
}
