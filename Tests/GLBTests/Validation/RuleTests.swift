import Testing

@testable import GLB

/// Rules that no file of the corpus breaks: each on a document that breaks it and nothing else that matters.
@Suite struct RuleTests {
    struct Case: CustomTestStringConvertible {
        let finding: String
        let members: String
        var binary: [UInt8]?

        init(_ finding: String, _ members: String, binary: [UInt8]? = nil) {
            (self.finding, self.members, self.binary) = (finding, members, binary)
        }

        var testDescription: String { finding }
    }

    @Test("a broken rule is reported where it is broken", arguments: objects + extensions + links + data)
    func broken(rule: Case) throws {
        let report = try Validator.validate(
            bytes: TestAsset.glb(TestAsset.document(rule.members), binary: rule.binary))
        #expect(report.findings.places.contains(rule.finding), "\(report.findings.kept)")
    }

    @Test("the same rule is silent about the triangle, which breaks none") func silent() throws {
        let report = try Validator.validate(bytes: TestAsset.triangleGLB)
        let codes = Set(report.findings.codes)
        // Nothing but hints about buffer views without target.
        #expect(codes == ["BUFFER_VIEW_TARGET_MISSING"])
        #expect(report.findings.counts[.hint] == 2)
    }

    // MARK: - Objects by themselves

    private static let objects = [
        Case(
            "INVALID_GL_VALUE /accessors/0/min/0",
            #""accessors":[{"type":"SCALAR","componentType":5122,"count":1,"min":[0.5]}]"#),
        Case(
            "ONE_OF_MISMATCH /cameras/0", #""cameras":[{"type":"orthographic","orthographic":{},"perspective":{}}]"#),
        Case("NON_RELATIVE_URI /buffers/0/uri", #""buffers":[{"byteLength":1,"uri":"file:///tmp/x.bin"}]"#),
        Case("UNSATISFIED_DEPENDENCY /scene", #""scene":0"#),
        Case("UNRESOLVED_REFERENCE /scene", #""scene":1,"scenes":[{}]"#),
        Case("INVALID_INDEX /nodes/0/children/0", #""nodes":[{"children":[-1]}]"#),
        Case("UNSATISFIED_DEPENDENCY /images/0/bufferView", #""images":[{"bufferView":0}]"#),
        Case("VALUE_NOT_IN_RANGE /materials/0/emissiveFactor/1", #""materials":[{"emissiveFactor":[0,1.5,0]}]"#),
        Case(
            "VALUE_NOT_IN_RANGE /cameras/0/perspective/yfov",
            #""cameras":[{"type":"perspective","perspective":{"yfov":0,"znear":1}}]"#),
    ]

    // MARK: - Extensions

    private static func material(_ name: String, _ members: String, _ others: String = "") -> String {
        #""extensionsUsed":["\#(name)"],"materials":[{\#(others)"extensions":{"\#(name)":{\#(members)}}}],"#
            + #""textures":[{},{}]"#
    }

    private static let extensions = [
        Case(
            "VALUE_NOT_IN_RANGE /materials/0/extensions/KHR_materials_ior/ior",
            material("KHR_materials_ior", #""ior":0.5"#)),
        Case(
            "UNEXPECTED_PROPERTY /materials/0/normalTexture/extensions/KHR_texture_transform/x",
            #""extensionsUsed":["KHR_texture_transform"],"textures":[{}],"materials":[{"normalTexture":{"index":0,"#
                + #""extensions":{"KHR_texture_transform":{"x":1}}}}]"#),
        Case(
            "TYPE_MISMATCH /nodes/0/extensions/KHR_node_visibility/visible",
            #""extensionsUsed":["KHR_node_visibility"],"nodes":[{"extensions":{"KHR_node_visibility":{"visible":1}}}]"#),
        Case(
            "UNRESOLVED_REFERENCE /meshes/0/primitives/0/extensions/KHR_draco_mesh_compression/bufferView",
            #""extensionsUsed":["KHR_draco_mesh_compression"],"meshes":[{"primitives":[{"attributes":{},"extensions":{"#
                + #""KHR_draco_mesh_compression":{"bufferView":3,"attributes":{"POSITION":0}}}}]}]"#),
    ]

    // MARK: - Objects and each other

    private static func primitive(_ members: String, _ accessors: String, _ others: String = "") -> String {
        #""meshes":[{"primitives":[{\#(members)}]}],"accessors":[\#(accessors)]\#(others)"#
    }

    private static let position = #"{"type":"VEC3","componentType":5126,"count":3,"min":[0,0,0],"max":[0,0,0]}"#

    private static let links = [
        Case(
            "SKIN_NO_COMMON_ROOT /skins/0/joints", #""skins":[{"joints":[0,1,2]}],"nodes":[{},{},{}]"#),
        Case(
            "SKIN_SKELETON_INVALID /skins/0/skeleton",
            #""skins":[{"joints":[1,2],"skeleton":1}],"nodes":[{"children":[1,2]},{},{}]"#),
        Case(
            "ACCESSOR_USAGE_OVERRIDE /meshes/0/primitives/0/indices",
            primitive(#""attributes":{"POSITION":0},"indices":0"#, position)),
    ]

    // MARK: - Numbers

    private static let data = [
        Case(
            "ACCESSOR_MAX_MISMATCH /accessors/0/max/0",
            #""accessors":[{"type":"SCALAR","componentType":5126,"count":2,"bufferView":0,"max":[1.5]}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":8}],"buffers":[{"byteLength":8}]"#,
            binary: TestAsset.floats(1, .nan))
    ]
}
