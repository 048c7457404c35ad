extension Report {
    /// Writes an array for each kind of object; an object's index in its array is the document's.
    func writeObjects(to writer: inout JSONWriter) {
        writer.array("scenes", document.scenes) { scene, writer in
            writer.member(ifPresent: "name", scene.name)
            writer.member("nodes", scene.nodes)
        }
        writer.array("nodes", document.nodes, Self.write)
        writer.array("meshes", document.meshes, write)
        writer.array("materials", document.materials, Self.write)
        writer.array("textures", document.textures, write)
        writer.array("images", zip(document.images, images), Self.write)
        writer.array("skins", document.skins) { skin, writer in
            writer.member(ifPresent: "name", skin.name)
            writer.member("joints", skin.joints)
            writer.member("skeleton", skin.skeleton)
            writer.member("inverseBindMatrices", skin.inverseBindMatrices != nil)
        }
        writer.array("animations", zip(document.animations, animations), Self.write)
        writer.array("cameras", document.cameras, Self.write)
        writer.array("lights", document.lights) { light, writer in
            writer.member(ifPresent: "name", light.name)
            writer.member("type", light.kind?.rawValue)
            writer.member("color", light.color.scalars)
            writer.member("intensity", light.intensity)
            writer.member("range", light.range)
            writer.member(ifPresent: "innerConeAngle", light.innerConeAngle)
            writer.member(ifPresent: "outerConeAngle", light.outerConeAngle)
        }
        writer.member("variants", document.variants)
    }

    private static func write(_ node: Document.Node, to writer: inout JSONWriter) {
        writer.member(ifPresent: "name", node.name)
        if !node.children.isEmpty { writer.member("children", node.children) }
        switch node.transform {
        case .identity: break
        case .matrix(let matrix):
            let columns = [matrix.columns.0, matrix.columns.1, matrix.columns.2, matrix.columns.3]
            writer.member("matrix", columns.flatMap(\.scalars))
        case .parts(let translation, let rotation, let scale):
            writer.member(ifPresent: "translation", translation?.scalars)
            writer.member(ifPresent: "rotation", rotation?.scalars)
            writer.member(ifPresent: "scale", scale?.scalars)
        }
        writer.member(ifPresent: "mesh", node.mesh)
        writer.member(ifPresent: "skin", node.skin)
        writer.member(ifPresent: "camera", node.camera)
        writer.member(ifPresent: "light", node.light)
    }

    private func write(_ mesh: Document.Mesh, to writer: inout JSONWriter) {
        writer.member(ifPresent: "name", mesh.name)
        writer.array("primitives", mesh.primitives) { primitive, writer in
            writer.member("mode", primitive.mode?.name)
            writer.member("vertices", document.vertexCount(of: primitive))
            writer.member("triangles", document.triangleCount(of: primitive))
            writer.object("attributes") { writer in
                for attribute in primitive.attributes {
                    writer.member(attribute.name, document.accessors[attribute.accessor].format)
                }
            }
            writer.member("indices", primitive.indices.map { document.accessors[$0].count })
            writer.member("indexType", primitive.indices.flatMap { document.accessors[$0].componentType?.name })
            writer.member("morphTargets", primitive.targets.count)
            writer.member("material", primitive.material)
            writer.member("compression", compression(of: primitive))
        }
    }

    private func compression(of primitive: Document.Primitive) -> String? {
        if primitive.draco != nil { return "draco" }
        let accessors = primitive.attributes.map(\.accessor) + [primitive.indices].compactMap { $0 }
        let isMeshopt = accessors.contains { index in
            document.accessors[index].bufferView.map { document.bufferViews[$0].meshopt != nil } ?? false
        }
        return isMeshopt ? "meshopt" : nil
    }

    private static func write(_ material: Document.Material, to writer: inout JSONWriter) {
        writer.member(ifPresent: "name", material.name)
        writer.member("baseColorFactor", material.baseColorFactor.scalars)
        writer.member("metallicFactor", material.metallicFactor)
        writer.member("roughnessFactor", material.roughnessFactor)
        writer.member("emissiveFactor", material.emissiveFactor.scalars)
        writer.member("alphaMode", material.alphaMode.rawValue)
        if material.alphaMode == .mask { writer.member("alphaCutoff", material.alphaCutoff) }
        writer.member("doubleSided", material.doubleSided)
        writer.array("textures", material.textures) { slot, writer in
            writer.member("slot", slot.slot)
            writer.member("texture", slot.texture)
            writer.member("texCoord", slot.texCoord)
            writer.member(ifPresent: "extension", slot.owner)
            writer.member(ifPresent: "amount", slot.amount)
            if let transform = slot.transform {
                writer.object("transform") { writer in
                    writer.member("offset", transform.offset.scalars)
                    writer.member("rotation", transform.rotation)
                    writer.member("scale", transform.scale.scalars)
                }
            }
        }
        writer.array("extensions", material.materialExtensions) { `extension`, writer in
            writer.member("name", `extension`.name)
            writer.object("parameters") { writer in
                for (name, values) in `extension`.parameters {
                    if values.count == 1 { writer.member(name, values[0]) } else { writer.member(name, values) }
                }
            }
        }
    }

    private func write(_ texture: Document.Texture, to writer: inout JSONWriter) {
        let sampler = texture.sampler.map { document.samplers[$0] }
        writer.member(ifPresent: "name", texture.name)
        writer.member("image", texture.image)
        if let fallback = texture.source, fallback != texture.image { writer.member("fallback", fallback) }
        writer.member("magFilter", sampler?.magFilter?.name)
        writer.member("minFilter", sampler?.minFilter?.name)
        writer.member("wrapS", (sampler?.wrapS ?? .repeat).name)
        writer.member("wrapT", (sampler?.wrapT ?? .repeat).name)
    }

    private static func write(_ image: (Document.Image, ImageStatistics), to writer: inout JSONWriter) {
        let (image, statistics) = image
        writer.member(ifPresent: "name", image.name)
        writer.member("storage", statistics.storage.rawValue)
        if statistics.storage == .file { writer.member(ifPresent: "uri", image.uri) }
        writer.member("declaredMimeType", image.mimeType)
        writer.member("mimeType", statistics.header?.format.mimeType)
        writer.member("width", statistics.header?.width)
        writer.member("height", statistics.header?.height)
        writer.member("channels", statistics.header?.channels)
        writer.member("bitDepth", statistics.header?.bitDepth)
        writer.member("bytes", statistics.byteCount)
        writer.member("gpuBytes", statistics.header?.gpuByteCount)
    }

    private static func write(_ item: (Document.Animation, AnimationStatistics), to writer: inout JSONWriter) {
        let (animation, statistics) = item
        writer.member(ifPresent: "name", animation.name)
        writer.member("channels", animation.channels.count)
        writer.member("samplers", animation.samplers.count)
        writer.member("nodes", statistics.nodes)
        writer.member("keyframes", statistics.keyframes)
        writer.member("duration", statistics.duration)
    }

    private static func write(_ camera: Document.Camera, to writer: inout JSONWriter) {
        writer.member(ifPresent: "name", camera.name)
        switch camera.projection {
        case .perspective(let yfov, let aspectRatio, let znear, let zfar):
            writer.member("type", "perspective")
            writer.member("yfov", yfov)
            writer.member("aspectRatio", aspectRatio)
            writer.member("znear", znear)
            writer.member("zfar", zfar)
        case .orthographic(let xmag, let ymag, let znear, let zfar):
            writer.member("type", "orthographic")
            writer.member("xmag", xmag)
            writer.member("ymag", ymag)
            writer.member("znear", znear)
            writer.member("zfar", zfar)
        case nil:
            writer.member("type", String?.none)
        }
    }
}

extension Document.Accessor {
    /// The type as people read it: `VEC3 FLOAT`, `VEC2 UNSIGNED_SHORT normalized`.
    public var format: String {
        let parts = [type?.rawValue ?? "?", componentType?.name ?? "?"] + (normalized ? ["normalized"] : [])
        return parts.joined(separator: " ")
    }
}

extension JSONWriter {
    /// Writes a member that is an array of objects, whose members `body` writes.
    fileprivate mutating func array<Element>(
        _ name: String, _ elements: some Sequence<Element>, _ body: (Element, inout JSONWriter) -> Void
    ) {
        array(name) { writer in
            for element in elements {
                writer.object { writer in body(element, &writer) }
            }
        }
    }
}
