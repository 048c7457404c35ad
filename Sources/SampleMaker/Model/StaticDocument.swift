import GLB

/// A model without a skeleton, as a GLB in the shape of the service's own: one mesh, one primitive, nothing superfluous.
enum StaticDocument {
    /// The images of a textured model, as PNG files.
    struct Textures {
        var baseColour: [UInt8]
        /// Only with PBR maps: roughness in green, metallic in blue.
        var metallicRoughness: [UInt8]?
    }

    /// A preview: positions and normals only, no material.
    static func preview(_ geometry: Geometry, _ asset: Asset) -> [UInt8]? {
        var buffer = DocumentBuffer()
        let position = buffer.addPositions(geometry)
        let normal = buffer.addNormals(geometry)
        let indices = buffer.addIndices(geometry)
        var document = JSONWriter()
        document.object { document in
            buffer.write(to: &document)
            asset.write(to: &document)
            document.array("meshes") { list in
                list.object { mesh in
                    mesh.member("name", "Mesh1")
                    mesh.array("primitives") { list in
                        list.object { primitive in
                            primitive.object("attributes") {
                                $0.member("POSITION", position)
                                $0.member("NORMAL", normal)
                            }
                            primitive.member("indices", indices)
                            primitive.member("mode", 4)
                        }
                    }
                }
            }
            document.array("nodes") { list in
                list.object {
                    $0.member("mesh", 0)
                    $0.member("name", "Mesh1")
                }
            }
            writeScene(root: 0, name: nil, to: &document)
        }
        return ContainerWriter.bytes(json: document.bytes, binary: buffer.bytes)
    }

    /// A textured model. The indices lie first in the buffer, and nothing has a name.
    static func textured(_ geometry: Geometry, _ textures: Textures, _ asset: Asset) -> [UInt8]? {
        var buffer = DocumentBuffer()
        let indexView = buffer.addView(DocumentBuffer.littleEndian(geometry.indices), target: .indices)
        let position = buffer.addPositions(geometry)
        let coordinate = buffer.addCoordinates(geometry)
        let normal = buffer.addNormals(geometry)
        let indices = buffer.addAccessor(view: indexView, .uint32, count: geometry.indices.count, type: "SCALAR")
        let images = ([textures.baseColour] + [textures.metallicRoughness].compactMap(\.self)).map {
            buffer.addView($0)
        }
        var document = JSONWriter()
        document.object { document in
            buffer.write(to: &document)
            asset.write(to: &document)
            document.array("images") { list in
                for view in images {
                    list.object {
                        $0.member("mimeType", "image/png")
                        $0.member("bufferView", view)
                    }
                }
            }
            document.array("materials") { list in
                list.object { writeMaterial(isMapped: textures.metallicRoughness != nil, to: &$0) }
            }
            document.array("meshes") { list in
                list.object { mesh in
                    mesh.array("primitives") { list in
                        list.object { primitive in
                            primitive.object("attributes") {
                                $0.member("POSITION", position)
                                $0.member("NORMAL", normal)
                                $0.member("TEXCOORD_0", coordinate)
                            }
                            primitive.member("indices", indices)
                            primitive.member("mode", 4)
                            primitive.member("material", 0)
                        }
                    }
                }
            }
            document.array("nodes") { list in
                list.object {
                    $0.member("mesh", 0)
                    $0.member("matrix", [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])
                }
            }
            document.array("samplers") { list in
                for _ in images {
                    list.object {
                        $0.member("magFilter", 9729)
                        $0.member("minFilter", 9987)
                        $0.member("wrapS", 10497)
                        $0.member("wrapT", 10497)
                    }
                }
            }
            writeScene(root: 0, name: nil, to: &document)
            document.array("textures") { list in
                for index in images.indices {
                    list.object {
                        $0.member("sampler", index)
                        $0.member("source", index)
                    }
                }
            }
        }
        return ContainerWriter.bytes(json: document.bytes, binary: buffer.bytes)
    }

    static func writeScene(root: Int, name: String?, to document: inout JSONWriter) {
        document.member("scene", 0)
        document.array("scenes") { list in
            list.object {
                $0.member(ifPresent: "name", name)
                $0.member("nodes", [root])
            }
        }
    }

    private static func writeMaterial(isMapped: Bool, to material: inout JSONWriter) {
        material.object("pbrMetallicRoughness") {
            $0.member("baseColorFactor", [1, 1, 1, 1])
            $0.object("baseColorTexture") { $0.member("index", 0) }
            $0.member("metallicFactor", isMapped ? 1 : 0)
            $0.member("roughnessFactor", isMapped ? 1.0 : 0.8)
            if isMapped { $0.object("metallicRoughnessTexture") { $0.member("index", 1) } }
        }
        material.member("emissiveFactor", [0, 0, 0])
        material.member("alphaMode", "OPAQUE")
        material.member("doubleSided", true)
    }
}

extension DocumentBuffer {
    mutating func addPositions(_ geometry: Geometry) -> Int {
        addFloats(
            geometry.positions.flatMap { [$0.x, $0.y, $0.z] }, columns: 3, type: "VEC3", target: .vertices,
            isBounded: true)
    }

    mutating func addNormals(_ geometry: Geometry) -> Int {
        addFloats(
            geometry.normals.flatMap { [$0.x, $0.y, $0.z] }, columns: 3, type: "VEC3", target: .vertices,
            isBounded: false)
    }

    mutating func addCoordinates(_ geometry: Geometry) -> Int {
        addFloats(
            geometry.coordinates.flatMap { [$0.x, $0.y] }, columns: 2, type: "VEC2", target: .vertices,
            isBounded: false)
    }

    mutating func addIndices(_ geometry: Geometry) -> Int {
        let view = addView(Self.littleEndian(geometry.indices), target: .indices)
        return addAccessor(view: view, .uint32, count: geometry.indices.count, type: "SCALAR")
    }
}
