import ArgumentParser
import Catalog
import Library
import MeshyAPI

/// What the commands share that make new models from models of the library.
struct SourceOptions: ParsableArguments {
    @Argument(help: "Ids of models.")
    var ids: [String] = []

    @OptionGroup var query: QueryOptions
    @OptionGroup var request: RequestOptions
    @OptionGroup var wish: WishOptions
    @OptionGroup var spending: SpendingOptions
    @OptionGroup var output: OutputOptions

    /// Asks for one task a model.
    ///
    /// - Parameter fill: sets what the command's own options say.
    func run(_ kind: TaskKind, _ relation: Relation, fill: (inout TaskRequest, Library) throws -> Void) throws {
        let library = try spending.options.open(for: .write)
        var wish = try wish.wish()
        wish.relation = relation
        let plans = try query.models(ids, in: library.catalog).map { id in
            try library.checkSource(id, of: kind)
            var request = TaskRequest(kind)
            try fill(&request, library)
            try self.request.apply(to: &request)
            try library.workOn(id, &request)
            var wish = wish
            wish.parent = id.description
            return TaskPlan(request, wish: wish)
        }
        try Purchase(plans: plans, spending: spending, output: output.format).run(in: library)
    }
}

struct Refine: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refine", abstract: "Make the textures for previews.",
        discussion: "The service keeps a preview for three days; refine it within them.")

    @Option(name: .long, help: ArgumentHelp("What the textures should look like.", valueName: "words"))
    var texturePrompt: String?

    @Option(name: .long, help: ArgumentHelp("A picture that the textures follow: a file or URL.", valueName: "picture"))
    var textureImage: String?

    @Flag(name: .long, help: "Make metallic, roughness and normal maps too.")
    var pbr = false

    @OptionGroup var source: SourceOptions

    func run() throws {
        try source.run(.textTo3DRefine, .refine) { request, library in
            request[.texturePrompt] = texturePrompt
            if let textureImage { try library.attach(textureImage, to: &request, as: .textureImageURL) }
            if pbr { request[.enablePBR] = true }
        }
    }
}

struct Retexture: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retexture", abstract: "Give models new textures.")

    @Option(name: .long, help: ArgumentHelp("The new look in words.", valueName: "words"))
    var style: String?

    @Option(name: .long, help: ArgumentHelp("A picture of the new look: a file or URL.", valueName: "picture"))
    var styleImage: String?

    @Flag(name: .long, help: "Make metallic, roughness and normal maps too.")
    var pbr = false

    @Flag(name: .long, inversion: .prefixedNo, help: "Keep the model's own texture coordinates.")
    var originalUV = true

    @OptionGroup var source: SourceOptions

    func validate() throws {
        guard style != nil || styleImage != nil || !source.request.set.isEmpty else {
            throw ValidationError("say how it should look: --style WORDS or --style-image PICTURE")
        }
    }

    func run() throws {
        try source.run(.retexture, .retexture) { request, library in
            request[.textStylePrompt] = style
            if let styleImage { try library.attach(styleImage, to: &request, as: .imageStyleURL) }
            if pbr { request[.enablePBR] = true }
            request[.enableOriginalUV] = originalUV
        }
    }
}

struct Remesh: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remesh", abstract: "Give models a new mesh: fewer faces, quads.")

    @Option(name: .long, help: ArgumentHelp("About how many faces.", valueName: "number"))
    var polycount: Int?

    @Flag(name: .long, help: "Make quads instead of triangles.")
    var quads = false

    @OptionGroup var source: SourceOptions

    func run() throws {
        try source.run(.remesh, .remesh) { request, _ in
            request[.targetPolycount] = polycount
            if quads { request[.topology] = .quad }
            let formats = try source.wish.chosenFormats()
            if !formats.isEmpty { request[.targetFormats] = formats.compactMap(OutputFormat3D.init(rawValue:)) }
        }
    }
}

struct Rig: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rig", abstract: "Give figures a skeleton, with a walking and a running clip.",
        discussion: "The figure must be textured, stand on two legs and face +Z. What cannot be rigged costs nothing.")

    @Option(name: .long, help: ArgumentHelp("How tall the figure is, in metres.", valueName: "metres"))
    var height: Double?

    @OptionGroup var source: SourceOptions

    func run() throws {
        try source.run(.rigging, .rig) { request, _ in request[.heightMeters] = height }
    }
}

struct Animate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "animate", abstract: "Put clips of the service's library on rigged figures.",
        discussion: "'meshy-lib clips' lists the clips with their numbers. Each costs the same.")

    @Option(name: .long, help: ArgumentHelp("The clip's number (repeatable, up to ten).", valueName: "number"))
    var clip: [Int] = []

    @OptionGroup var source: SourceOptions

    func validate() throws {
        guard !clip.isEmpty || !source.request.set.isEmpty else {
            throw ValidationError("say which clip: --clip NUMBER")
        }
    }

    func run() throws {
        try source.run(.animation, .animate) { request, _ in
            if clip.count == 1 { request[.actionID] = clip[0] } else if !clip.isEmpty { request[.actionIDs] = clip }
        }
    }
}
