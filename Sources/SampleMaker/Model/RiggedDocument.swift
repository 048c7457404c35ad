import GLB

/// A model with a skeleton and clips, as a GLB in the shape of the service's rigs.
///
/// The armature is scaled by 0.01 and its joints are placed in hundredths of a unit; the inverse bind matrices
/// cancel the scale, so that the model has the size of its raw positions.
struct RiggedDocument {
    let asset: Asset
    /// What the skeleton moves; nil for the skeleton alone.
    let figure: Figure?
    let skeleton: Skeleton
    let motions: [Motion]

    /// What can be seen of a model.
    struct Figure {
        let geometry: Geometry
        /// The base colour as a PNG file.
        let texture: [UInt8]
    }

    private static let unitsInOne: Float = 100
    private static let meshNode = Joint.fileOrder.count
    private var rootNode: Int { Joint.fileOrder.count + (figure == nil ? 0 : 1) }

    private static func node(_ joint: Joint) -> Int { Joint.fileOrder.firstIndex(of: joint) ?? 0 }

    /// The file, or nil if it would be too long for a GLB.
    func bytes() -> [UInt8]? {
        var buffer = DocumentBuffer()
        let parts = figure.map { figure in
            (
                attributes: addAttributes(of: figure.geometry, to: &buffer),
                indices: addIndices(of: figure.geometry, to: &buffer), image: buffer.addView(figure.texture)
            )
        }
        let clips = motions.map { motion in
            // Files with one clip name its layer; merged ones have the bare name.
            Clip(
                motion, name: motions.count == 1 ? "Armature|\(motion.name)|baselayer" : motion.name, skeleton,
                unitsInOne: Self.unitsInOne, &buffer)
        }
        let matrices = parts.map { _ in addInverseBindMatrices(to: &buffer) }
        var document = JSONWriter()
        document.object { document in
            asset.write(to: &document)
            StaticDocument.writeScene(root: rootNode, name: "Scene", to: &document)
            writeNodes(to: &document)
            document.array("animations") { list in
                for clip in clips { clip.write(to: &list, node: Self.node) }
            }
            if let parts, let matrices {
                writeMaterial(image: parts.image, to: &document)
                writeMesh(parts.attributes, indices: parts.indices, to: &document)
                writeSkin(matrices, to: &document)
            }
            buffer.write(to: &document)
        }
        return ContainerWriter.bytes(json: document.bytes, binary: buffer.bytes)
    }

    private func addAttributes(of geometry: Geometry, to buffer: inout DocumentBuffer) -> [(String, Int)] {
        let position = buffer.addPositions(geometry)
        let normal = buffer.addNormals(geometry)
        let coordinate = buffer.addCoordinates(geometry)
        var joints: [UInt8] = []
        var weights: [Float] = []
        for influences in skeleton.influences {
            for place in 0..<4 {
                let influence = place < influences.count ? influences[place] : nil
                joints.append(UInt8(influence.flatMap { Joint.allCases.firstIndex(of: $0.joint) } ?? 0))
                weights.append(influence?.weight ?? 0)
            }
        }
        let view = buffer.addView(joints, target: .vertices)
        let joint = buffer.addAccessor(view: view, .uint8, count: joints.count / 4, type: "VEC4")
        let weight = buffer.addFloats(weights, columns: 4, type: "VEC4", target: .vertices, isBounded: false)
        return [
            ("POSITION", position), ("NORMAL", normal), ("TEXCOORD_0", coordinate), ("JOINTS_0", joint),
            ("WEIGHTS_0", weight),
        ]
    }

    /// Two bytes an index, where they are enough.
    private func addIndices(of geometry: Geometry, to buffer: inout DocumentBuffer) -> Int {
        guard geometry.positions.count <= Int(UInt16.max) else { return buffer.addIndices(geometry) }
        let view = buffer.addView(DocumentBuffer.littleEndian(geometry.indices.map(UInt16.init)), target: .indices)
        return buffer.addAccessor(view: view, .uint16, count: geometry.indices.count, type: "SCALAR")
    }

    private func addInverseBindMatrices(to buffer: inout DocumentBuffer) -> Int {
        let scale = Self.unitsInOne
        let columns = Joint.allCases.flatMap { joint -> [Float] in
            let place = skeleton.place(of: joint) * -scale
            return [scale, 0, 0, 0, 0, scale, 0, 0, 0, 0, scale, 0, place.x, place.y, place.z, 1]
        }
        return buffer.addFloats(columns, columns: 16, type: "MAT4", target: nil, isBounded: false)
    }

    private func writeNodes(to document: inout JSONWriter) {
        document.array("nodes") { list in
            for joint in Joint.fileOrder {
                let children = Joint.fileOrder.filter { $0.parent == joint }.map(Self.node)
                let place = skeleton.offset(of: joint) * Self.unitsInOne
                list.object { node in
                    if !children.isEmpty { node.member("children", children) }
                    node.member("name", joint.rawValue)
                    node.member("translation", [place.x, place.y, place.z])
                }
            }
            if figure != nil {
                list.object { node in
                    node.member("mesh", 0)
                    node.member("name", "char1")
                    node.member("skin", 0)
                }
            }
            list.object { node in
                node.member("children", (figure == nil ? [] : [Self.meshNode]) + [Self.node(.hips)])
                node.member("name", "Armature")
                node.member("scale", [1 / Self.unitsInOne, 1 / Self.unitsInOne, 1 / Self.unitsInOne])
            }
        }
    }

    private func writeMesh(_ attributes: [(String, Int)], indices: Int, to document: inout JSONWriter) {
        document.array("meshes") { list in
            list.object { mesh in
                mesh.member("name", "char1")
                mesh.array("primitives") { list in
                    list.object { primitive in
                        primitive.object("attributes") { object in
                            for (name, accessor) in attributes { object.member(name, accessor) }
                        }
                        primitive.member("indices", indices)
                        primitive.member("material", 0)
                    }
                }
            }
        }
    }

    private func writeSkin(_ matrices: Int, to document: inout JSONWriter) {
        document.array("skins") { list in
            list.object { skin in
                skin.member("inverseBindMatrices", matrices)
                skin.member("joints", Joint.allCases.map(Self.node))
                skin.member("name", "Armature")
            }
        }
    }

    /// The service binds the base colour as the emissive texture too.
    private func writeMaterial(image: Int, to document: inout JSONWriter) {
        document.array("materials") { list in
            list.object { material in
                material.member("doubleSided", true)
                material.member("emissiveFactor", [1, 1, 1])
                material.object("emissiveTexture") { $0.member("index", 1) }
                material.member("name", "Material_1")
                material.object("pbrMetallicRoughness") {
                    $0.object("baseColorTexture") { $0.member("index", 0) }
                }
            }
        }
        document.array("textures") { list in
            for _ in 0..<2 {
                list.object {
                    $0.member("sampler", 0)
                    $0.member("source", 0)
                }
            }
        }
        document.array("images") { list in
            list.object {
                $0.member("bufferView", image)
                $0.member("mimeType", "image/png")
                $0.member("name", "texture_0")
            }
        }
        document.array("samplers") { list in
            list.object {
                $0.member("magFilter", 9729)
                $0.member("minFilter", 9987)
            }
        }
    }
}

extension Skeleton {
    /// Where a joint is, seen from its parent.
    func offset(of joint: Joint) -> Vector {
        place(of: joint) - (joint.parent.map { place(of: $0) } ?? .zero)
    }
}
