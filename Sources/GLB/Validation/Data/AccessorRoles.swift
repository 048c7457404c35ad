/// What the document uses each accessor for, as far as rules about its elements follow from it.
///
/// Only uses with an allowed format are here: others have been reported, and nothing can be said about their elements.
struct AccessorRoles {
    struct Role {
        var normals: [JSONPlace] = []
        var tangents: [JSONPlace] = []
        var colours: [JSONPlace] = []
        var times: [JSONPlace] = []
        var rotations: [JSONPlace] = []
        var rotationSplines: [JSONPlace] = []
        var inverseBindMatrices: [JSONPlace] = []
        var indices: [IndexUse] = []
    }

    private(set) var roles: [Role]
    private let links: DocumentLinks
    private let formats: AttributeFormats
    private var document: Document { links.document }

    init(_ links: DocumentLinks) {
        self.links = links
        formats = AttributeFormats(isQuantized: links.validation.extensionsUsed.contains("KHR_mesh_quantization"))
        roles = [Role](repeating: Role(), count: links.document.accessors.count)
        for mesh in document.meshes { for primitive in mesh.primitives { add(primitive) } }
        for animation in document.animations { add(animation) }
        for skin in document.skins { add(skin) }
    }

    private mutating func add(_ primitive: Document.Primitive) {
        let json = links.json(primitive)
        for attribute in links.attributes(json["attributes"]).existing {
            guard formats.allowed(for: attribute.name)?.contains(attribute.accessor) ?? false else { continue }
            switch AttributeSemantic(attribute.name)?.base {
            case "NORMAL": roles[attribute.index].normals.append(attribute.place)
            case "TANGENT": roles[attribute.index].tangents.append(attribute.place)
            case "COLOR" where attribute.name == "COLOR_0" && attribute.accessor.componentType == .float:
                roles[attribute.index].colours.append(attribute.place)
            default: break
            }
        }
        guard let indices = primitive.indices, let place = json["indices"]?.place else { return }
        let accessor = document.accessors[indices]
        guard accessor.type == .scalar, !accessor.normalized,
            [.unsignedByte, .unsignedShort, .unsignedInt].contains(accessor.componentType)
        else { return }
        roles[indices].indices.append(
            IndexUse(
                place: place, vertexCount: document.vertexCount(of: primitive),
                areTriangles: primitive.mode == .triangles))
    }

    private mutating func add(_ animation: Document.Animation) {
        for sampler in animation.samplers {
            guard let input = sampler.input, let place = links.json(sampler)["input"]?.place else { continue }
            let accessor = document.accessors[input]
            if accessor.type == .scalar, accessor.componentType == .float { roles[input].times.append(place) }
        }
        for channel in animation.channels where channel.path == .rotation {
            guard let sampler = channel.sampler.map({ animation.samplers[$0] }), let output = sampler.output,
                let place = links.json(channel)["sampler"]?.place,
                Document.Path.rotation.formats.contains(document.accessors[output])
            else { continue }
            if sampler.interpolation == .cubicSpline {
                roles[output].rotationSplines.append(place)
            } else {
                roles[output].rotations.append(place)
            }
        }
    }

    private mutating func add(_ skin: Document.Skin) {
        guard let index = skin.inverseBindMatrices, let place = links.json(skin)["inverseBindMatrices"]?.place else {
            return
        }
        let accessor = document.accessors[index]
        guard accessor.type == .mat4, accessor.componentType == .float else { return }
        roles[index].inverseBindMatrices.append(place)
    }
}
