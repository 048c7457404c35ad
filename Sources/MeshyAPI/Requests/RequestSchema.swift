/// What a kind of request may hold: its parameters, in the order of the API's pages, and what they ask of each other.
struct RequestSchema: Sendable {
    let parameters: [ParameterDefinition]
    let rules: [RequestRule]

    private init(_ parameters: [ParameterDefinition], _ rules: [RequestRule]) {
        self.parameters = parameters
        self.rules = rules
    }
}

extension TaskKind {
    /// The parameters of such requests, in the order of the API's pages; the deprecated ones come last.
    package var parameters: [ParameterDefinition] { schema.parameters }

    /// The parameter of that name; nil if such requests have none.
    package func parameter(_ name: String) -> ParameterDefinition? {
        schema.parameters.first { $0.name == name }
    }

    var schema: RequestSchema { RequestSchema.all[self] ?? RequestSchema.empty }
}

extension RequestSchema {
    static let empty = RequestSchema([], [])

    static let all: [TaskKind: RequestSchema] = Dictionary(
        uniqueKeysWithValues: TaskKind.allCases.map { ($0, schema(of: $0)) })

    private static func schema(of kind: TaskKind) -> RequestSchema {
        switch kind {
        case .textTo3DPreview:
            RequestSchema(
                [
                    p(.prompt).required, p(.modelType), models(geometryModels + smartModels), p(.geometryResolution),
                    p(.shouldRemesh), p(.topology), p(.targetPolycount), p(.decimationMode), p(.poseMode),
                    p(.moderation), generatedFormats, p(.autoSize), p(.originAt), p(.alphaThumbnail), p(.name),
                    p(.ultraMode), p(.symmetryMode), p(.isATPose), p(.artStyle), p(.negativePrompt), p(.seed),
                    p(.surfaceMode),
                ], geometryRules + [.custom(RequestRules.artStyle)])
        case .textTo3DRefine:
            RequestSchema(
                [p(.previewTaskID).required, models(geometryModels + smartModels)] + texture + [
                    p(.moderation), generatedFormats, p(.autoSize), p(.originAt), p(.alphaThumbnail), p(.hdTexture),
                    p(.textureRichness),
                ], textureRules + [.needs(p(.originAt), p(.autoSize))])
        case .imageTo3D:
            RequestSchema(
                [p(.imageURL), p(.inputTaskID), p(.modelType), models(geometryModels + smartModels)]
                    + imageFamily(geometry: GeometryResolution.allCases.map(\.rawValue)) + [
                        p(.textureModel), p(.ultraMode), p(.symmetryMode), p(.isATPose), p(.hdTexture), p(.artStyle),
                        p(.negativePrompt), p(.seed), p(.surfaceMode),
                    ], imageRules + [.source(.inputTaskID, or: .imageURL), .custom(RequestRules.artStyle)])
        case .multiImageTo3D:
            RequestSchema(
                [p(.imageURLs), p(.inputTaskID), p(.textureImageURLs), models(geometryModels)]
                    + imageFamily(geometry: ["standard", "2k"]) + [
                        p(.textureModel).with(.openChoice(["meshy-7", "meshy-n1"])), p(.ultraMode), p(.symmetryMode),
                        p(.isATPose), p(.hdTexture), p(.negativePrompt), p(.seed), p(.surfaceMode),
                    ],
                imageRules + [
                    .source(.inputTaskID, or: .imageURLs), .excludes(p(.textureImageURLs), p(.texturePrompt)),
                    .excludes(p(.textureImageURLs), p(.textureImageURL)),
                ])
        case .retexture:
            RequestSchema(
                [
                    p(.inputTaskID), p(.modelURL), p(.textStylePrompt), p(.imageStyleURL), p(.multiviewImageURLs),
                    models(["latest", "meshy-7", "meshy-6", "meshy-n1"]), p(.enableOriginalUV), p(.enablePBR),
                    p(.textureResolution), p(.removeLighting), generatedFormats, p(.alphaThumbnail), p(.hdTexture),
                    p(.artStyle), p(.negativePrompt),
                ], [.source(.inputTaskID, or: .modelURL), .custom(RequestRules.retextureStyle)] + textureRules)
        case .remesh:
            RequestSchema(
                [
                    p(.inputTaskID), p(.modelURL), p(.targetFormats), p(.topology), p(.targetPolycount),
                    p(.decimationMode), p(.alphaThumbnail), p(.name), p(.resizeHeight), p(.resizeLongestSide),
                    p(.autoSize), p(.originAt), p(.convertFormatOnly),
                ],
                [
                    .source(.inputTaskID, or: .modelURL), .custom(RequestRules.oneSize),
                    .overrides(p(.decimationMode), p(.targetPolycount)),
                ])
        case .convert:
            RequestSchema(
                [p(.inputTaskID), p(.modelURL), p(.targetFormats).required],
                [.source(.inputTaskID, or: .modelURL)])
        case .resize:
            RequestSchema(
                [
                    p(.inputTaskID), p(.modelURL), p(.resizeHeight), p(.resizeLongestSide), p(.autoSize), p(.originAt),
                ], [.source(.inputTaskID, or: .modelURL), .custom(RequestRules.exactlyOneSize)])
        case .uvUnwrap:
            RequestSchema(
                [p(.inputTaskID), p(.modelURL).with(.media(.model(["glb"])))],
                [.source(.inputTaskID, or: .modelURL)])
        case .rigging:
            RequestSchema(
                [
                    p(.inputTaskID), p(.modelURL).with(.media(.model(["glb"]))), p(.heightMeters),
                    p(.textureImageURL).with(.media(.png)), p(.animationType),
                ], [.source(.inputTaskID, or: .modelURL)])
        case .animation:
            RequestSchema(
                [p(.rigTaskID).required, p(.actionID), p(.actionIDs), p(.motionTaskID), p(.postProcess)],
                [.exactlyOne([p(.actionID), p(.actionIDs), p(.motionTaskID)]), .custom(RequestRules.postProcess)])
        case .textToMotion:
            RequestSchema(
                [p(.prompt).with(.text(safe: 400, limit: 400)).required, p(.duration).required, p(.motionMode)], [])
        case .textToImage:
            RequestSchema(
                [models(imageModels).required] + pictures + [p(.poseMode)], [.custom(RequestRules.pictureShape)])
        case .imageToImage:
            RequestSchema(
                [models(imageModels).required, p(.referenceImageURLs), p(.inputTaskID)] + pictures,
                [.source(.inputTaskID, or: .referenceImageURLs), .custom(RequestRules.pictureShape)])
        case .printAnalyze:
            RequestSchema(
                [p(.inputTaskID), p(.modelURL), p(.printerType), p(.intendedPrintHeight)],
                [.source(.inputTaskID, or: .modelURL)])
        case .printRepair:
            RequestSchema(
                [
                    p(.inputTaskID), p(.modelURL).with(.media(.model(["glb", "stl", "obj"]))), p(.printerType),
                    p(.intendedPrintHeight),
                ], [.source(.inputTaskID, or: .modelURL)])
        case .printMultiColor:
            RequestSchema(
                [
                    p(.inputTaskID), p(.modelURL).with(.media(.model(["glb", "fbx"]))), p(.maxColors), p(.maxDepth),
                    p(.printStyle), p(.printerBrand),
                ], [.source(.inputTaskID, or: .modelURL)])
        }
    }

    /// The definition behind a typed parameter.
    private static func p<Value>(_ parameter: Parameter<Value>) -> ParameterDefinition { parameter.definition }

    private static func models(_ names: [String]) -> ParameterDefinition {
        p(.aiModel).with(.openChoice(names))
    }

    private static let geometryModels = ["latest", "meshy-7.1", "meshy-7", "meshy-6", "meshy-6-lite"]
    private static let smartModels = ["meshy-t2.5", "meshy-t2"]
    private static let imageModels = [
        "nano-banana", "nano-banana-2", "nano-banana-pro", "gpt-image-2", "gpt-image-2-5-flare",
        "gpt-image-2-5-sunburst",
    ]

    /// What generating tasks can write; `blend` is for remesh and convert alone.
    private static var generatedFormats: ParameterDefinition {
        p(.targetFormats).with(.choices(OutputFormat.allCases.filter { $0 != .blend }.map(\.rawValue)))
    }

    private static var texture: [ParameterDefinition] {
        [p(.enablePBR), p(.textureResolution), p(.texturePrompt), p(.textureImageURL), p(.removeLighting)]
    }

    private static func imageFamily(geometry: [String]) -> [ParameterDefinition] {
        [
            p(.geometryResolution).with(.choice(geometry)), p(.shouldTexture), p(.shouldRemesh), p(.topology),
            p(.targetPolycount), p(.decimationMode), p(.savePreRemeshedModel), p(.poseMode),
        ] + texture + [
            p(.imageEnhancement), p(.moderation), generatedFormats, p(.autoSize), p(.originAt), p(.alphaThumbnail),
            p(.multiViewThumbnails), p(.name),
        ]
    }

    private static var pictures: [ParameterDefinition] {
        [
            p(.prompt).with(.text(safe: 2000, limit: 100_000)).required, p(.generateMultiView), p(.aspectRatio),
            p(.removeBackground),
        ]
    }

    private static var geometryRules: [RequestRule] {
        [
            .custom(RequestRules.smartTopology), .custom(RequestRules.geometryResolution),
            .custom(RequestRules.remeshing), .overrides(p(.decimationMode), p(.targetPolycount)),
            .needs(p(.originAt), p(.autoSize)),
        ]
    }

    private static var textureRules: [RequestRule] {
        [.custom(RequestRules.textureResolution), .overrides(p(.texturePrompt), p(.textureImageURL))]
    }

    private static var imageRules: [RequestRule] {
        geometryRules + textureRules + [.custom(RequestRules.untextured)]
    }
}
