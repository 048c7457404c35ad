import ArgumentParser
import Foundation
import GLB
import Pictures
import SampleMaker

@main
struct SampleMakerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample-maker",
        abstract: "Make a model for a prompt, on this machine and without any service.",
        discussion: """
            sample-maker --all Samples                                    the models that the project ships
            sample-maker "a golden sword" --seed 7 -o sword.glb           one model
            sample-maker "a cottage" --triangles 2000000 -o big.glb       a file as large as the service's largest
            sample-maker "a cat" --count 2000 --triangles 60000 -o many/  many different files, fast
            """)

    @Argument(help: "What the model shows, in English.")
    var prompt: String?

    @Option(help: ArgumentHelp("Make all of the project's samples in this folder.", valueName: "folder"))
    var all: String?

    @Option(name: .shortAndLong, help: "The file to write; with --count, the folder.")
    var output: String?

    @Option(help: "Varies proportions, colours and details.")
    var seed: UInt64 = 0

    @Option(help: "How far it is worked out.")
    var stage = SampleRequest.Stage.refine

    @Option(help: "Colours and materials that win over those in the prompt.")
    var texturePrompt: String?

    @Flag(help: "Add a metallic-roughness texture.")
    var pbr = false

    @Option(help: "At most this many triangles.")
    var triangles = 5000

    @Option(help: "Width and height of the textures.")
    var texture = 512

    @Flag(help: "Pack the textures quickly rather than well.")
    var fast = false

    @Option(help: "Write this many files of the same model, each a little different.")
    var count: Int?

    func validate() throws {
        guard (prompt == nil) != (all == nil) else { throw ValidationError("Give either a prompt or --all FOLDER.") }
        if prompt != nil, output == nil { throw ValidationError("Say where to write with -o.") }
        guard (100...20_000_000).contains(triangles) else {
            throw ValidationError("--triangles must be 100 to 20000000.")
        }
        guard (32...16384).contains(texture) else { throw ValidationError("--texture must be 32 to 16384.") }
        if let count, count < 1 { throw ValidationError("--count must be at least 1.") }
    }

    func run() throws {
        if let all { try writeAll(to: URL(filePath: all, directoryHint: .isDirectory)) }
        guard let prompt, let output else { return }
        let sample = try Sample(
            SampleRequest(
                prompt: prompt, texturePrompt: texturePrompt, seed: seed, stage: stage, isPBR: pbr,
                triangles: triangles,
                textureSize: texture, effort: fast || count != nil ? .fast : .small))
        if let count {
            try write(sample, count: count, to: URL(filePath: output, directoryHint: .isDirectory))
        } else {
            let bytes = try sample.glb()
            try Data(bytes).write(to: URL(filePath: output))
            print("\(output): \(sample.subject), \(sample.triangles) triangles, \(bytes.count) bytes")
        }
    }

    private func writeAll(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for entry in SampleSet.all {
            let sample = try Sample(entry.request)
            let bytes = try sample.glb()
            var json = JSONWriter(pretty: true)
            json.value(entry.sidecar)
            try Data(bytes).write(to: folder.appending(path: entry.name + ".glb"))
            try Data(json.bytes + [UInt8(ascii: "\n")]).write(to: folder.appending(path: entry.name + ".json"))
            print("\(entry.name).glb: \(sample.triangles) triangles, \(bytes.count) bytes")
        }
    }

    private func write(_ sample: Sample, count: Int, to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let digits = String(count).count
        for copy in 1...count {
            let number = String(copy)
            let padded = String(repeating: "0", count: digits - number.count) + number
            try Data(try sample.glb(copy: copy)).write(to: folder.appending(path: "\(sample.subject)-\(padded).glb"))
        }
        print("\(folder.path): \(count) files")
    }
}

extension SampleRequest.Stage: ExpressibleByArgument {}
