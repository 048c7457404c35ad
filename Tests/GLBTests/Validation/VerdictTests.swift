import Testing

@testable import GLB

/// Small documents, each with one fault: the report has that fault with what follows from it, and nothing else.
@Suite struct VerdictTests {
    struct Verdict: CustomTestStringConvertible {
        let testDescription: String
        /// The document's members besides `asset`.
        let members: String
        var binary: [UInt8]?
        /// Codes with places, in any order.
        let findings: [String]

        init(_ name: String, _ members: String, binary: [UInt8]? = nil, _ findings: [String]) {
            (testDescription, self.members, self.binary, self.findings) = (name, members, binary, findings)
        }
    }

    @Test("the report has these findings and no others", arguments: objects + accessors + extensions + links + data)
    func whole(verdict: Verdict) throws {
        let document = TestAsset.document(verdict.members)
        let bytes = verdict.binary.map { TestAsset.glb(document, binary: $0) } ?? Array(document.utf8)
        let report = try Validator.validate(bytes: bytes)
        #expect(report.findings.places.sorted() == verdict.findings.sorted())
    }

    static let position = #"{"type":"VEC3","componentType":5126,"count":3,"min":[0,0,0],"max":[1,1,1]}"#

    // MARK: - Objects by themselves

    private static let objects = [
        Verdict(
            "a child twice", #""nodes":[{"children":[1,1]},{}]"#,
            ["DUPLICATE_ELEMENTS /nodes/0/children/1", "NODE_EMPTY /nodes/1", "UNUSED_OBJECT /nodes/0"]),
        Verdict(
            "an extension twice", #""extensionsUsed":["EXT_a","EXT_a"]"#,
            [
                "DUPLICATE_ELEMENTS /extensionsUsed/1", "UNSUPPORTED_EXTENSION /extensionsUsed/0",
                "UNSUPPORTED_EXTENSION /extensionsUsed/1",
            ]),
        Verdict(
            "a stride of five bytes",
            #""buffers":[{"byteLength":8}],"bufferViews":[{"buffer":0,"byteLength":8,"byteStride":5}]"#,
            ["VALUE_MULTIPLE_OF /bufferViews/0/byteStride", "UNUSED_OBJECT /bufferViews/0"]),
        Verdict(
            "a number beyond all doubles", #""buffers":[{"byteLength":1e400}]"#,
            ["VALUE_NOT_IN_RANGE /buffers/0/byteLength", "UNUSED_OBJECT /buffers/0"]),
        Verdict(
            "a buffer whose text is no base64",
            #""buffers":[{"byteLength":1,"uri":"data:application/octet-stream;base64,`"}]"#,
            ["INVALID_URI /buffers/0/uri", "UNUSED_OBJECT /buffers/0"]),
        Verdict(
            "a negative magnification",
            #""cameras":[{"type":"orthographic","orthographic":{"xmag":-1,"ymag":1,"znear":0,"zfar":1}}]"#,
            ["CAMERA_XMAG_YMAG_NEGATIVE /cameras/0/orthographic/xmag", "UNUSED_OBJECT /cameras/0"]),
        Verdict(
            "a sheared node", #""nodes":[{"matrix":[1,0,0,0,1,1,0,0,0,0,1,0,0,0,0,1]}]"#,
            ["NODE_MATRIX_NON_TRS /nodes/0/matrix", "NODE_EMPTY /nodes/0", "UNUSED_OBJECT /nodes/0"]),
        Verdict(
            "a node without volume", #""nodes":[{"matrix":[1,0,0,0,0,1,0,0,0,0,0,0,0,0,0,1]}]"#,
            ["NODE_MATRIX_NON_TRS /nodes/0/matrix", "NODE_EMPTY /nodes/0", "UNUSED_OBJECT /nodes/0"]),
        Verdict(
            "joints without weights",
            #""meshes":[{"primitives":[{"attributes":{"POSITION":0,"JOINTS_0":1}}]}],"accessors":[\#(position),"#
                + #"{"type":"VEC4","componentType":5121,"count":3}]"#,
            ["MESH_PRIMITIVE_JOINTS_WEIGHTS_MISMATCH /meshes/0/primitives/0/attributes", "UNUSED_OBJECT /meshes/0"]),
        Verdict(
            "an image of an unknown format as text",
            #""images":[{"uri":"data:image/gif;base64,R0lGODlhAQABAAAAADs="}]"#,
            ["INVALID_URI /images/0/uri", "UNUSED_OBJECT /images/0"]),
        Verdict(
            "a URI in a GLB that is none", #""images":[{"uri":":"}]"#, binary: [0, 0, 0, 0],
            ["URI_GLB /images/0/uri", "INVALID_URI /images/0/uri", "UNUSED_OBJECT /images/0"]),
    ]

    // MARK: - Accessors

    private static func accessor(_ members: String, views: String = "") -> String {
        #""accessors":[{\#(members)}]"#
            + (views.isEmpty ? "" : #","bufferViews":[\#(views)],"buffers":[{"byteLength":99}]"#)
    }

    private static let accessors = [
        Verdict(
            "a matrix of bytes at an odd place",
            accessor(
                #""type":"MAT3","componentType":5121,"count":1,"byteOffset":1,"bufferView":0"#,
                views: #"{"buffer":0,"byteLength":16}"#),
            ["ACCESSOR_MATRIX_ALIGNMENT /accessors/0/byteOffset", "UNUSED_OBJECT /accessors/0"]),
        Verdict(
            "more elements replaced than there are",
            accessor(
                #""type":"SCALAR","componentType":5126,"count":1,"sparse":{"count":2,"#
                    + #""indices":{"bufferView":0,"componentType":5121},"values":{"bufferView":1}}"#,
                views: #"{"buffer":0,"byteLength":2},{"buffer":0,"byteOffset":4,"byteLength":8}"#),
            ["ACCESSOR_SPARSE_COUNT_OUT_OF_RANGE /accessors/0/sparse/count", "UNUSED_OBJECT /accessors/0"]),
        Verdict(
            "replacements at an odd place",
            accessor(
                #""type":"SCALAR","componentType":5126,"count":1,"sparse":{"count":1,"#
                    + #""indices":{"bufferView":0,"componentType":5121},"values":{"bufferView":1,"byteOffset":1}}"#,
                views: #"{"buffer":0,"byteLength":2},{"buffer":0,"byteOffset":4,"byteLength":8}"#),
            ["ACCESSOR_TOTAL_OFFSET_ALIGNMENT /accessors/0/sparse/values", "UNUSED_OBJECT /accessors/0"]),
        Verdict(
            "bounds that the type cannot hold",
            accessor(#""type":"VEC2","componentType":5121,"count":1,"max":[255,256]"#),
            ["INVALID_GL_VALUE /accessors/0/max/1", "UNUSED_OBJECT /accessors/0"]),
        Verdict(
            "bounds of another length count as none",
            #""meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],"#
                + accessor(#""type":"VEC3","componentType":5126,"count":3,"min":[0,0],"max":[1,1,1]"#),
            [
                "ARRAY_LENGTH_NOT_IN_LIST /accessors/0/min",
                "MESH_PRIMITIVE_POSITION_ACCESSOR_WITHOUT_BOUNDS /meshes/0/primitives/0/attributes/POSITION",
                "UNUSED_OBJECT /meshes/0",
            ]),
    ]
}
