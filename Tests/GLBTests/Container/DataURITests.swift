import Testing

@testable import GLB

@Suite struct DataURITests {
    @Test(
        "data URIs are decoded",
        arguments: [
            ("data:,", "", []), ("data:,A%20b", "", [0x41, 0x20, 0x62]),
            ("data:application/octet-stream;base64,AAEC", "application/octet-stream", [0, 1, 2]),
            ("data:image/png;base64,AAECAw==", "image/png", [0, 1, 2, 3]),
            ("data:image/png;charset=utf-8;base64,AAECAwQ=", "image/png", [0, 1, 2, 3, 4]),
            ("data:;base64,AAECAw", "", [0, 1, 2, 3]), ("data:;base64,-_%2B%2f", "", [0xFB, 0xFF, 0xBF]),
        ] as [(String, String, [UInt8])])
    func decodes(uri: String, mediaType: String, bytes: [UInt8]) throws {
        let data = try #require(DataURI(uri))
        #expect(data.mediaType == mediaType)
        #expect(data.bytes == bytes)
    }

    @Test(
        "data URIs that are not well formed are refused",
        arguments: [
            "data:image/png", "data:;base64,A", "data:;base64,AA=A", "data:;base64,AAEC?", "data:;base64,A===",
            "data:,%4", "data:,%zz", "file:,x", "",
        ])
    func refuses(uri: String) {
        #expect(DataURI(uri) == nil)
    }
}
