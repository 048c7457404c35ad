/// An extension whose content is checked: on which kinds of objects it can be, and what it says there.
struct KnownExtension: Sendable {
    let name: String
    let schemas: [Schema.Kind: Schema]
    /// Whether a file that uses it must also require it, since it means something else to readers without it.
    var mustBeRequired = false
    /// Whether some of its rules are not checked.
    var isIncomplete = false

    /// The extensions by name.
    static let all: [String: KnownExtension] = Dictionary(
        (materials + textures + scenes + geometry).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The image formats that an extension of textures allows, and in which only its own `source` can be.
    static let imageFormats: [(extension: String, mimeType: String)] = [
        ("EXT_texture_webp", "image/webp"), ("EXT_texture_avif", "image/avif"), ("KHR_texture_basisu", "image/ktx2"),
        ("MSFT_texture_dds", "image/vnd-ms.dds"),
    ]
}

// MARK: - Textures

extension KnownExtension {
    private static let textures: [KnownExtension] =
        imageFormats.map { format in
            KnownExtension(
                name: format.extension, schemas: [.texture: Schema([.optional("source", .index(.images))])])
        } + [
            KnownExtension(
                name: "KHR_texture_transform",
                schemas: [
                    .textureInfo: Schema([
                        .optional("offset", .numbers(2)),
                        .optional("rotation", .number(.any)),
                        .optional("scale", .numbers(2)),
                        .optional("texCoord", .integer(atLeast: 0)),
                    ])
                ])
        ]
}

// MARK: - Scenes and animations

extension KnownExtension {
    private static let scenes: [KnownExtension] = [
        KnownExtension(
            name: "KHR_animation_pointer",
            schemas: [
                .channelTarget: Schema(
                    [.required("pointer", .pattern("a JSON pointer", matches: AnimationPointerRules.isPointer))],
                    checks: [AnimationPointerRules.target])
            ],
            isIncomplete: true),
        KnownExtension(
            name: "KHR_lights_punctual",
            schemas: [
                .root: Schema([.required("lights", .collection(.light))]),
                .node: Schema(rootExtension: "KHR_lights_punctual", [.required("light", .index(.lights))]),
            ]),
        KnownExtension(name: "KHR_node_visibility", schemas: [.node: Schema([.optional("visible", .boolean)])]),
        KnownExtension(name: "KHR_node_selectability", schemas: [.node: Schema([.optional("selectable", .boolean)])]),
        KnownExtension(name: "KHR_node_hoverability", schemas: [.node: Schema([.optional("hoverable", .boolean)])]),
        KnownExtension(
            name: "EXT_mesh_gpu_instancing", schemas: [.node: Schema([.required("attributes", .attributes)])]),
    ]
}

// MARK: - Geometry

extension KnownExtension {
    private static let geometry: [KnownExtension] = [
        KnownExtension(name: "KHR_mesh_quantization", schemas: [:], mustBeRequired: true),
        KnownExtension(
            name: "KHR_draco_mesh_compression",
            schemas: [
                .primitive: Schema([
                    .required("bufferView", .index(.bufferViews)),
                    .required("attributes", .attributeIDs),
                ])
            ]),
        meshopt("EXT_meshopt_compression", filters: ["NONE", "OCTAHEDRAL", "QUATERNION", "EXPONENTIAL"]),
        meshopt("KHR_meshopt_compression", filters: ["NONE", "OCTAHEDRAL", "QUATERNION", "EXPONENTIAL", "COLOR"]),
    ]

    private static func meshopt(_ name: String, filters: [String]) -> KnownExtension {
        KnownExtension(
            name: name,
            schemas: [
                .buffer: Schema([.optional("fallback", .boolean)]),
                .bufferView: Schema([
                    .required("buffer", .index(.buffers)),
                    .optional("byteOffset", .integer(atLeast: 0)),
                    .required("byteLength", .integer(atLeast: 1)),
                    .required("byteStride", .integer(2...256)),
                    .required("count", .integer(atLeast: 1)),
                    .required("mode", .stringIn(["ATTRIBUTES", "TRIANGLES", "INDICES"])),
                    .optional("filter", .stringIn(filters)),
                ]),
            ])
    }
}
