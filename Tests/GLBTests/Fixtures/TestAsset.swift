@testable import GLB

/// Small assets made on the spot.
enum TestAsset {
    /// A GLB of a document and, if there is one, a binary chunk, both padded as the specification demands.
    static func glb(_ json: String, binary: [UInt8]? = nil, more chunks: [(type: UInt32, bytes: [UInt8])] = [])
        -> [UInt8]
    {
        var all: [(type: UInt32, bytes: [UInt8])] = [(Container.Chunk.json, pad(Array(json.utf8), with: 0x20))]
        if let binary { all.append((Container.Chunk.binary, pad(binary, with: 0))) }
        all += chunks
        let body = all.flatMap { little(UInt32($0.bytes.count)) + little($0.type) + $0.bytes }
        return header(length: 12 + body.count) + body
    }

    static func header(version: UInt32 = 2, length: Int) -> [UInt8] {
        Array("glTF".utf8) + little(version) + little(UInt32(length))
    }

    /// The document of an asset with these members besides `asset`, which are written without outer braces.
    static func document(_ members: String = "") -> String {
        #"{"asset":{"version":"2.0"}"# + (members.isEmpty ? "" : "," + members) + "}"
    }

    /// An asset whose document has these members besides `asset`.
    static func file(_ members: String = "", binary: [UInt8]? = nil) throws -> AssetFile {
        try AssetFile(bytes: glb(document(members), binary: binary))
    }

    /// One triangle from (0, 0, 0) over (1, 0, 0) to (0, 2, 0), indexed by shorts.
    static let triangle = (
        members: #"""
        "scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],
        "meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],
        "accessors":[
            {"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[1,2,0]},
            {"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"}],
        "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":6}],
        "buffers":[{"byteLength":42}]
        """#,
        binary: floats(0, 0, 0, 1, 0, 0, 0, 2, 0) + [0, 0, 1, 0, 2, 0]
    )

    /// A GLB of ``triangle``.
    static let triangleGLB = glb(document(triangle.members), binary: triangle.binary)

    static func floats(_ values: Float...) -> [UInt8] { values.flatMap { little($0.bitPattern) } }

    static func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func pad(_ bytes: [UInt8], with padding: UInt8) -> [UInt8] {
        bytes + [UInt8](repeating: padding, count: (4 - bytes.count % 4) % 4)
    }
}

extension Findings {
    /// The kept findings' codes, in order.
    var codes: [String] { kept.map(\.code.name) }

    /// The kept findings' codes with their places, in order.
    var places: [String] {
        kept.map { finding in
            switch finding.location {
            case .pointer(let pointer): "\(finding.code.name) \(pointer)"
            case .offset(let offset): "\(finding.code.name) \(offset)"
            }
        }
    }
}

/// A document's text.
func parse(_ text: String) throws(JSONError) -> JSONText { try JSONText(parsing: Array(text.utf8)) }
