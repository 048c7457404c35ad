extension Document {
    /// How many objects a document may have; each takes up to half a kilobyte of memory.
    static let objectLimit = 1 << 20

    /// Decodes a document.
    ///
    /// - Throws: ``GLBError/notAnAsset(pointer:reason:)`` or ``GLBError/unsupportedVersion(_:)`` if the text is not
    ///   that of a glTF 2 asset.
    public init(decoding json: JSONText, findings: Findings = Findings()) throws(GLBError) {
        try self.init(decoding: json, findings: findings, objectLimit: Self.objectLimit)
    }

    init(decoding json: JSONText, findings: Findings, objectLimit: Int) throws(GLBError) {
        guard json.root.kind == .object else {
            throw .notAnAsset(pointer: "", reason: "the document must be an object")
        }
        let decoder = DocumentDecoder(json, findings: findings, objectLimit: objectLimit)
        for place in json.duplicateKeys {
            decoder.report(.invalidJSON, place, "the object has this property twice; the last one counts")
        }
        let root = ObjectReader(decoder, .root)
        asset = try Asset(root)
        self.json = json

        // All arrays are counted before the first reference is checked.
        func objects(_ name: StaticString, _ collection: DocumentDecoder.Collection) -> [ObjectReader] {
            let readers = root.collection(name)
            decoder.setCount(readers.count, of: collection)
            return readers
        }
        let accessors = objects("accessors", .accessors)
        let animations = objects("animations", .animations)
        let buffers = objects("buffers", .buffers)
        let bufferViews = objects("bufferViews", .bufferViews)
        let cameras = objects("cameras", .cameras)
        let images = objects("images", .images)
        let materials = objects("materials", .materials)
        let meshes = objects("meshes", .meshes)
        let nodes = objects("nodes", .nodes)
        let samplers = objects("samplers", .samplers)
        let scenes = objects("scenes", .scenes)
        let skins = objects("skins", .skins)
        let textures = objects("textures", .textures)
        let lights = root.extension("KHR_lights_punctual")?.collection("lights") ?? []
        decoder.setCount(lights.count, of: .lights)
        let variants = root.extension("KHR_materials_variants")?.collection("variants") ?? []
        decoder.setCount(variants.count, of: .variants)

        self.accessors = accessors.map(Accessor.init)
        self.animations = animations.map(Animation.init)
        self.buffers = buffers.map(Buffer.init)
        self.bufferViews = bufferViews.map(BufferView.init)
        self.cameras = cameras.map(Camera.init)
        self.images = images.map(Image.init)
        self.materials = materials.map(Material.init)
        self.meshes = meshes.map(Mesh.init)
        self.nodes = nodes.map(Node.init)
        self.samplers = samplers.map(Sampler.init)
        self.scenes = scenes.map(Scene.init)
        self.skins = skins.map(Skin.init)
        self.textures = textures.map(Texture.init)
        self.lights = lights.map(Light.init)
        self.variants = variants.map { $0.require("name", $0.string("name")) ?? "" }
        scene = root.index("scene", of: .scenes)
        extensionsUsed = root.strings("extensionsUsed")
        extensionsRequired = root.strings("extensionsRequired")
        extensions = root.child("extensions")?.place
        extras = root.member("extras")
        parents = decoder.parents(self.nodes)
        decoder.checkExtents(self.bufferViews, self.buffers)
        decoder.checkExtents(self.accessors, self.bufferViews)
        guard !decoder.isTooLarge else {
            throw .notAnAsset(pointer: "", reason: "the document has more than \(objectLimit) objects")
        }
        self.findings = decoder.findings
    }
}

extension ObjectReader {
    /// The elements of one of the document's own arrays. An element that is no object is reported where it stands.
    fileprivate func collection(_ name: StaticString) -> [ObjectReader] {
        let elements = elements(name)
        guard decoder.admit(elements.count) else { return [] }
        return elements.map { place in
            if decoder.nodes[Int(place.index)].kind != .object { decoder.reportMismatch(place, "an object") }
            return ObjectReader(decoder, place)
        }
    }
}
