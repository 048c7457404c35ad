import Testing

@testable import GLB

@Suite struct DocumentTests {
    private func document(_ members: String) throws -> Document {
        try Document(decoding: try parse(TestAsset.document(members)))
    }

    @Test("an asset says who made it") func asset() throws {
        let text = #"{"asset":{"version":"2.1","minVersion":"2.0","generator":"g","copyright":"c","extras":{"a":1}}}"#
        let asset = try Document(decoding: try parse(text)).asset
        #expect(asset.version == "2.1")
        #expect(asset.minVersion == "2.0")
        #expect(asset.generator == "g")
        #expect(asset.copyright == "c")
        #expect(asset.extras != nil)
    }

    @Test(
        "what is no asset is refused",
        arguments: [
            "[]", "{}", #"{"asset":1}"#, #"{"asset":{}}"#, #"{"asset":{"version":2}}"#, #"{"asset":{"version":"two"}}"#,
            #"{"asset":{"version":"2"}}"#, #"{"asset":{"version":"2.0.0"}}"#, #"{"asset":{"version":""}}"#,
        ])
    func notAnAsset(text: String) throws {
        let error = try #require(throws: GLBError.self) { try Document(decoding: try parse(text)) }
        guard case .notAnAsset = error else { throw error }
    }

    @Test("defaults are the specification's") func defaults() throws {
        let document = try document(
            #""nodes":[{}],"materials":[{}],"samplers":[{}],"textures":[{}],"meshes":[{"primitives":[{"attributes":{"A":0}}]}],"accessors":[{"componentType":5126,"count":1,"type":"SCALAR"}]"#
        )
        #expect(document.nodes[0].transform == .identity)
        #expect(document.nodes[0].isVisible)
        let material = document.materials[0]
        #expect(material.baseColorFactor == [1, 1, 1, 1])
        #expect(material.metallicFactor == 1 && material.roughnessFactor == 1)
        #expect(material.emissiveFactor == [0, 0, 0])
        #expect(material.alphaMode == .opaque && material.alphaCutoff == 0.5 && !material.doubleSided)
        #expect(document.samplers[0].wrapS == .repeat && document.samplers[0].magFilter == nil)
        #expect(document.meshes[0].primitives[0].mode == .triangles)
        #expect(document.accessors[0].byteOffset == 0 && !document.accessors[0].normalized)
        #expect(document.findings.total == 0)
    }

    @Test("materials know the textures of the core and of extensions") func materials() throws {
        let document = try document(
            #"""
            "textures":[{},{}],"materials":[{
                "name":"m","alphaMode":"MASK","alphaCutoff":0.25,"doubleSided":true,"emissiveFactor":[0.5,0,1],
                "pbrMetallicRoughness":{"baseColorFactor":[0,0.5,1,1],"metallicFactor":0,"roughnessFactor":0.8,
                    "baseColorTexture":{"index":1,"texCoord":2}},
                "normalTexture":{"index":0,"scale":0.5},"occlusionTexture":{"index":0,"strength":0.75},
                "extensions":{"KHR_materials_clearcoat":{"clearcoatFactor":0.5,"clearcoatTexture":{"index":1,
                    "extensions":{"KHR_texture_transform":{"offset":[0.5,0],"rotation":1,"scale":[2,2],"texCoord":3}}}},
                    "KHR_materials_specular":{"specularColorFactor":[2,2,2]},"KHR_materials_unlit":{}}}]
            """#)
        let material = document.materials[0]
        #expect(material.name == "m")
        #expect(material.alphaMode == .mask && material.alphaCutoff == 0.25 && material.doubleSided)
        #expect(material.baseColorFactor == [0, 0.5, 1, 1])
        #expect(
            material.textures.map(\.slot)
                == ["baseColorTexture", "normalTexture", "occlusionTexture", "clearcoatTexture"])
        #expect(material["baseColorTexture"]?.texture == 1 && material["baseColorTexture"]?.texCoord == 2)
        #expect(material["normalTexture"]?.amount == 0.5 && material["occlusionTexture"]?.amount == 0.75)
        let clearcoat = try #require(material["clearcoatTexture"])
        #expect(clearcoat.owner == "KHR_materials_clearcoat" && clearcoat.texCoord == 3)
        #expect(clearcoat.transform == Document.TextureTransform(offset: [0.5, 0], rotation: 1, scale: [2, 2]))
        #expect(
            material.materialExtensions.map(\.name)
                == ["KHR_materials_clearcoat", "KHR_materials_specular", "KHR_materials_unlit"])
        #expect(material.materialExtensions[1].parameters.first?.values == [2, 2, 2])
        #expect(document.findings.total == 0)
    }

    @Test("extensions that change where things are become properties") func extensions() throws {
        let document = try document(
            #"""
            "extensionsUsed":["A","B"],"extensionsRequired":["A"],
            "extensions":{"KHR_lights_punctual":{"lights":[{"type":"spot","spot":{"outerConeAngle":0.5},"range":3}]},
                "KHR_materials_variants":{"variants":[{"name":"red"},{"name":"blue"}]}},
            "images":[{"uri":"a.png"},{"uri":"b.webp"},{"uri":"c.ktx2"}],
            "textures":[{"source":0,"extensions":{"EXT_texture_webp":{"source":1},"KHR_texture_basisu":{"source":2}}}],
            "materials":[{}],"buffers":[{"byteLength":8,"extensions":{"EXT_meshopt_compression":{"fallback":true}}}],
            "bufferViews":[{"buffer":0,"byteLength":8,"extensions":{"EXT_meshopt_compression":{
                "buffer":0,"byteLength":4,"byteStride":4,"count":2,"mode":"ATTRIBUTES"}}}],
            "accessors":[{"componentType":5126,"count":2,"type":"SCALAR"}],
            "nodes":[{"mesh":0,"extensions":{"KHR_lights_punctual":{"light":0},"KHR_node_visibility":{"visible":false},
                "EXT_mesh_gpu_instancing":{"attributes":{"TRANSLATION":0}}}}],
            "meshes":[{"primitives":[{"attributes":{"POSITION":0},"extensions":{
                "KHR_draco_mesh_compression":{"bufferView":0,"attributes":{"POSITION":7}},
                "KHR_materials_variants":{"mappings":[{"material":0,"variants":[1]}]}}}]}]
            """#)
        #expect(document.extensionsUsed == ["A", "B"] && document.extensionsRequired == ["A"])
        #expect(document.lights[0].kind == .spot && document.lights[0].outerConeAngle == 0.5)
        #expect(document.variants == ["red", "blue"])
        #expect(document.textures[0].source == 0 && document.textures[0].image == 2)
        #expect(document.textures[0].alternatives.map(\.extension) == ["KHR_texture_basisu", "EXT_texture_webp"])
        #expect(document.buffers[0].isFallback)
        #expect(document.bufferViews[0].meshopt?.mode == "ATTRIBUTES")
        let node = document.nodes[0]
        #expect(node.light == 0 && !node.isVisible && node.instancing?["TRANSLATION"] == 0)
        let primitive = document.meshes[0].primitives[0]
        #expect(primitive.draco?.bufferView == 0 && primitive.draco?.attributes.first?.id == 7)
        #expect(primitive.variants[0].material == 0 && primitive.variants[0].variants == [1])
        #expect(document.findings.total == 0)
    }

    @Test(
        "what is wrong is reported where it stands, and is absent",
        arguments: [
            (#""nodes":{}"#, "TYPE_MISMATCH /nodes"),
            (#""nodes":[]"#, "EMPTY_ENTITY /nodes"),
            (#""nodes":[1]"#, "TYPE_MISMATCH /nodes/0"),
            (#""nodes":[{"mesh":0}]"#, "UNRESOLVED_REFERENCE /nodes/0/mesh"),
            (#""nodes":[{"mesh":-1}]"#, "INVALID_INDEX /nodes/0/mesh"),
            (#""nodes":[{"mesh":"a"}]"#, "TYPE_MISMATCH /nodes/0/mesh"),
            (#""nodes":[{"mesh":0.5}]"#, "TYPE_MISMATCH /nodes/0/mesh"),
            (#""nodes":[{"mesh":1e300}]"#, "UNRESOLVED_REFERENCE /nodes/0/mesh"),
            (#""nodes":[{"name":1}]"#, "TYPE_MISMATCH /nodes/0/name"),
            (#""nodes":[{"scale":[1,2]}]"#, "ARRAY_LENGTH_NOT_IN_LIST /nodes/0/scale"),
            (#""nodes":[{"scale":[1,2,null]}]"#, "ARRAY_TYPE_MISMATCH /nodes/0/scale"),
            (#""nodes":[{"rotation":[0,0,0,2]}]"#, "VALUE_NOT_IN_RANGE /nodes/0/rotation/3"),
            (#""nodes":[{"children":[7]}]"#, "UNRESOLVED_REFERENCE /nodes/0/children/0"),
            (#""scene":0"#, "UNRESOLVED_REFERENCE /scene"),
            (#""meshes":[{}]"#, "UNDEFINED_PROPERTY /meshes/0"),
            (#""meshes":[{"primitives":[{}]}]"#, "UNDEFINED_PROPERTY /meshes/0/primitives/0"),
            (#""meshes":[{"primitives":[3]}]"#, "ARRAY_TYPE_MISMATCH /meshes/0/primitives"),
            (#""buffers":[{"byteLength":-5}]"#, "VALUE_NOT_IN_RANGE /buffers/0/byteLength"),
            (#""buffers":[{"byteLength":true}]"#, "TYPE_MISMATCH /buffers/0/byteLength"),
            (#""materials":[{"alphaMode":"GLASS"}]"#, "VALUE_NOT_IN_LIST /materials/0/alphaMode"),
            (#""materials":[{"normalTexture":{}}]"#, "UNDEFINED_PROPERTY /materials/0/normalTexture"),
            (#""extensionsUsed":["a",2]"#, "ARRAY_TYPE_MISMATCH /extensionsUsed"),
            (#""nodes":[{}],"nodes":[{}]"#, "INVALID_JSON /nodes"),
        ])
    func findings(members: String, place: String) throws {
        #expect(try document(members).findings.places == [place])
    }

    @Test("numbers that overflow are out of bounds, not a crash", arguments: ["1e300", "9223372036854775807", "1e19"])
    func overflow(number: String) throws {
        let document = try document(
            #"""
            "buffers":[{"byteLength":8}],"bufferViews":[
                {"buffer":0,"byteLength":\#(number)},{"buffer":0,"byteOffset":\#(number),"byteLength":\#(number)}],
            "accessors":[{"bufferView":0,"byteOffset":\#(number),"componentType":5126,"count":\#(number),"type":"MAT4"},
                {"bufferView":1,"componentType":5126,"count":\#(number),"type":"MAT4"}]
            """#)
        #expect(
            document.findings.places.prefix(2)
                == ["BUFFER_VIEW_TOO_LONG /bufferViews/0/byteLength", "BUFFER_VIEW_TOO_LONG /bufferViews/1/byteOffset"])
        #expect(document.findings.codes.suffix(2).allSatisfy { $0 == "ACCESSOR_TOO_LONG" })
    }

    @Test("accessors end within their buffer views") func accessorExtents() throws {
        func places(_ accessor: String, stride: String = "") throws -> [String] {
            try document(
                #""buffers":[{"byteLength":40}],"bufferViews":[{"buffer":0,"byteLength":40\#(stride)}],"accessors":[\#(accessor)]"#
            ).findings.places
        }
        let vec3 = #""bufferView":0,"componentType":5126,"type":"VEC3""#
        #expect(try places("{\(vec3),\"count\":3}") == [])
        #expect(try places("{\(vec3),\"count\":4}") == ["ACCESSOR_TOO_LONG /accessors/0"])
        #expect(try places("{\(vec3),\"byteOffset\":4,\"count\":3}") == [])
        #expect(try places("{\(vec3),\"byteOffset\":40,\"count\":1}") == ["ACCESSOR_TOO_LONG /accessors/0/byteOffset"])
        #expect(try places("{\(vec3),\"count\":2}", stride: #","byteStride":28"#) == [])
        #expect(try places("{\(vec3),\"count\":2}", stride: #","byteStride":32"#) == ["ACCESSOR_TOO_LONG /accessors/0"])
    }

    @Test("findings are counted, but not all kept") func bounded() throws {
        let nodes = [String](repeating: #"{"mesh":5}"#, count: 5000).joined(separator: ",")
        let findings = try document("\"nodes\":[\(nodes)]").findings
        #expect(findings.total == 5000)
        #expect(findings.kept.count == findings.limit)
        #expect(findings.counts[.error] == 5000 && findings.total == 5000)
    }

    @Test("a large document is read in one go") func large() throws {
        let nodes = [String](repeating: "{}", count: 200_000).joined(separator: ",")
        #expect(try document("\"nodes\":[\(nodes)]").nodes.count == 200_000)
    }

    @Test("a document of too many objects is refused, wherever they are") func tooLarge() throws {
        for members in [#""nodes":[{},{}],"materials":[{},{}]"#, #""nodes":[{}],"meshes":[{"primitives":[{},{}]}]"#] {
            let text = try parse(TestAsset.document(members))
            #expect(try Document(decoding: text, findings: Findings(), objectLimit: 4).nodes.count > 0)
            let error = try #require(throws: GLBError.self) {
                try Document(decoding: text, findings: Findings(), objectLimit: 3)
            }
            #expect(error == .notAnAsset(pointer: "", reason: "the document has more than 3 objects"))
        }
    }

    @Test("an object leads to its JSON") func places() throws {
        let document = try document(#""nodes":[{},{"name":"b","extras":[1],"extensions":{"X":{}}}]"#)
        #expect(document.pointer(to: document.nodes[1]) == "/nodes/1")
        #expect(document.nodes[1].extras.map { document.json[$0].count } == 1)
        #expect(document.nodes[1].extensions.map { document.json.pointer(to: $0) } == "/nodes/1/extensions")
    }

    @Test("the pointer to every value leads there, whether it is looked for among objects or from the root")
    func pointers() throws {
        let text = try parse(
            #"{"nodes":[{},{"extras":{"a/b":[1,[2]]}},{}],"x":[{}],"asset":{"version":"2.0"},"accessors":[],"#
                + #""meshes":[{"primitives":[{"attributes":{"POSITION":0}},{"targets":[{}]}]}],"nodes":[{},{"mesh":0}]}"#
        )
        let document = try Document(decoding: text)
        for place in text.storage.nodes.indices.map({ JSONPlace($0) }) {
            switch text.storage.nodes[Int(place.index)].kind {
            case .key, .escapedKey: continue
            default: #expect(document.pointer(to: place) == text.pointer(to: place))
            }
        }
        #expect(document.pointer(to: document.meshes[0].primitives[1]) == "/meshes/0/primitives/1")
    }
}
