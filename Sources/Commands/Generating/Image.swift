import ArgumentParser
import Catalog
import Library
import MeshyAPI

struct Image: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "image", abstract: "Make a model from one to four pictures.",
        discussion: """
            Several pictures show the same thing from several sides, the front first. They are PNG or JPEG files, or \
            addresses that the service can reach. The library keeps the files with the model.
            """)

    @Argument(help: "Files or URLs of pictures.", completion: .file(extensions: ["png", "jpg", "jpeg"]))
    var pictures: [String]

    @Flag(name: .long, inversion: .prefixedNo, help: "Make the textures too.")
    var texture = true

    @Flag(name: .long, help: "Make metallic, roughness and normal maps too.")
    var pbr = false

    @Option(name: .long, help: ArgumentHelp("The AI model (default: the service's latest).", valueName: "name"))
    var aiModel: String?

    @Option(name: .long, help: ArgumentHelp("What the textures should look like.", valueName: "words"))
    var texturePrompt: String?

    @OptionGroup var request: RequestOptions
    @OptionGroup var wish: WishOptions
    @OptionGroup var spending: SpendingOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...4).contains(pictures.count) else { throw ValidationError("give one to four pictures") }
    }

    func run() throws {
        let library = try spending.options.open(for: .write)
        var request = TaskRequest(pictures.count == 1 ? .imageTo3D : .multiImageTo3D)
        if pictures.count == 1 {
            try library.attach(pictures[0], to: &request, as: .imageURL)
        } else {
            try library.attach(pictures, to: &request, as: .imageURLs)
        }
        request[.aiModel] = aiModel
        if !texture { request[.shouldTexture] = false }
        request[.texturePrompt] = texturePrompt
        if pbr { request[.enablePBR] = true }
        try self.request.apply(to: &request)
        try Purchase(plans: [TaskPlan(request, wish: wish.wish())], spending: spending, output: output.format)
            .run(in: library)
    }
}
