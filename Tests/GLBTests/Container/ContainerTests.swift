import Testing

@testable import GLB

@Suite struct ContainerTests {
    /// Reads a container and what was found.
    private func read(_ bytes: [UInt8]) throws -> (container: Container, findings: [String]) {
        var findings = Findings()
        let container = try Container.read(ByteSource(bytes), findings: &findings)
        return (container, findings.places)
    }

    private func damage(_ bytes: [UInt8]) throws -> String {
        let error = try #require(throws: GLBError.self) { try AssetFile(bytes: bytes) }
        guard case .damagedContainer(let finding) = error, case .offset(let offset) = finding.location else {
            return "\(error)"
        }
        return "\(finding.code.name) \(offset)"
    }

    @Test("a GLB has two chunks") func glb() throws {
        let (container, findings) = try read(TestAsset.triangleGLB)
        #expect(container.kind == .glb)
        #expect(container.version == 2)
        #expect(container.byteCount == TestAsset.triangleGLB.count)
        #expect(container.chunks.map(\.typeName) == ["JSON", "BIN"])
        #expect(container.json.lowerBound == 20)
        #expect(container.binary?.upperBound == container.byteCount)
        #expect(findings.isEmpty)
    }

    @Test("plain JSON is told by its content") func gltf() throws {
        let text = Array(("\n " + TestAsset.document()).utf8)
        let (container, findings) = try read(text)
        #expect(container.kind == .gltf)
        #expect(container.json == 0..<text.count)
        #expect(container.chunks.isEmpty)
        #expect(findings.isEmpty)
    }

    @Test("no prefix of a GLB is accepted") func prefixes() {
        for length in 0..<TestAsset.triangleGLB.count {
            #expect(throws: GLBError.self, "\(length) bytes") {
                try AssetFile(bytes: Array(TestAsset.triangleGLB.prefix(length)))
            }
        }
    }

    @Test("unknown chunks are kept and reported") func unknownChunks() throws {
        let bytes = TestAsset.glb(
            TestAsset.document(), binary: [1, 2, 3, 4], more: [(0x3130_5956, [9, 9, 9, 9]), (7, [8, 8, 8, 8])])
        let (container, findings) = try read(bytes)
        #expect(container.chunks.map(\.typeName) == ["JSON", "BIN", "0x31305956", "0x00000007"])
        #expect(container.chunks[2].range.count == 4)
        #expect(findings.allSatisfy { $0.hasPrefix("GLB_UNKNOWN_CHUNK_TYPE") })
        #expect(findings.count == 2)
    }

    @Test("what is wrong but leaves the document readable is a finding") func findings() throws {
        let document = TestAsset.document()
        let end = TestAsset.glb(document).count
        #expect(try read(TestAsset.glb(document) + [0, 0]).findings == ["GLB_EXTRA_DATA \(end)"])
        #expect(try read(TestAsset.glb(document, binary: [])).findings == ["GLB_EMPTY_BIN_CHUNK \(end)"])
        #expect(
            try read(TestAsset.glb(document, more: [(Container.Chunk.json, Array("{}  ".utf8))])).findings
                == ["GLB_DUPLICATE_CHUNK \(end)"])
        #expect(
            try read(TestAsset.glb(document, more: [(7, [0, 0, 0, 0]), (Container.Chunk.binary, [0, 0, 0, 0])]))
                .findings
                == ["GLB_UNKNOWN_CHUNK_TYPE \(end)", "GLB_UNEXPECTED_BIN_CHUNK \(end + 12)"])
        #expect(
            try read(TestAsset.glb(document, more: [(Container.Chunk.binary, [0, 0])])).findings
                == ["GLB_CHUNK_LENGTH_UNALIGNED \(end)"])
    }

    @Test("lengths that lie are refused at the byte that lies") func lengths() throws {
        let good = TestAsset.triangleGLB
        func with(_ value: UInt32, at offset: Int) -> [UInt8] {
            var bytes = good
            bytes.replaceSubrange(offset..<offset + 4, with: TestAsset.little(value))
            return bytes
        }
        let binary = good.count - 44 - 8
        #expect(try damage(with(0, at: 8)) == "GLB_LENGTH_TOO_SMALL 8")
        #expect(try damage(with(19, at: 8)) == "GLB_LENGTH_TOO_SMALL 8")
        #expect(try damage(with(UInt32(good.count + 4), at: 8)) == "GLB_LENGTH_MISMATCH \(good.count)")
        #expect(try damage(with(.max, at: 8)) == "GLB_LENGTH_MISMATCH \(good.count)")
        #expect(try damage(with(.max, at: 12)) == "GLB_UNEXPECTED_END_OF_CHUNK_DATA \(good.count)")
        #expect(try damage(with(48, at: binary)) == "GLB_UNEXPECTED_END_OF_CHUNK_DATA \(good.count)")
        #expect(try damage(with(40, at: binary)) == "GLB_UNEXPECTED_END_OF_CHUNK_HEADER \(good.count)")
        #expect(try damage(with(Container.Chunk.binary, at: 16)) == "GLB_UNEXPECTED_FIRST_CHUNK 12")
        // The header's length is too small, but all of the chunk is there.
        #expect(
            try read(with(UInt32(good.count - 4), at: 8)).findings
                == ["GLB_CHUNK_TOO_BIG \(binary)", "GLB_LENGTH_MISMATCH \(good.count)"])
        #expect(try damage(Array(good.prefix(7))) == "GLB_UNEXPECTED_END_OF_HEADER 7")
    }

    @Test("a damaged file can be looked into on demand") func damageReported() throws {
        let cut = Array(TestAsset.triangleGLB.dropLast(10))
        let file = try AssetFile(bytes: cut, damage: .report)
        #expect(file.document.meshes.count == 1)
        #expect(
            file.findings.places == [
                "GLB_UNEXPECTED_END_OF_CHUNK_DATA \(cut.count)", "BUFFER_BYTE_LENGTH_MISMATCH /buffers/0",
            ])
        #expect(throws: GLBError.self) { try file.data(ofAccessor: 1) }
    }

    @Test("the number of chunks is limited") func chunkLimit() throws {
        let many = [(type: UInt32, bytes: [UInt8])](repeating: (7, [0, 0, 0, 0]), count: 1024)
        #expect(try damage(TestAsset.glb(TestAsset.document(), more: many)).hasPrefix("GLB_CHUNK_TOO_BIG"))
    }

    @Test("other versions of glTF are refused by name") func versions() throws {
        func refusal(_ bytes: [UInt8]) throws -> GLBError {
            try #require(throws: GLBError.self) { try AssetFile(bytes: bytes) }
        }
        let header = TestAsset.header(version: 1, length: 20) + [0, 0, 0, 0, 0, 0, 0, 0]
        #expect(try refusal(header) == .unsupportedVersion("1.0"))
        #expect(try refusal(Array(#"{"asset":{"version":"1.0"}}"#.utf8)) == .unsupportedVersion("1.0"))
        #expect(try refusal(Array(#"{"asset":{"version":1}}"#.utf8)) == .unsupportedVersion("1.0"))
        #expect(try refusal(Array(#"{"asset":{"version":"1.0.1"}}"#.utf8)) == .unsupportedVersion("1.0.1"))
        #expect(try refusal(Array(#"{"asset":{"version":"3.0"}}"#.utf8)) == .unsupportedVersion("3.0"))
    }
}
