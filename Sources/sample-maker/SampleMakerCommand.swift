import ArgumentParser
import Foundation
import SampleMaker

struct SampleMakerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample-maker", abstract: "Make a model for a prompt, without any service.")

    @Argument(help: "What the model shows.") var prompt: String
    @Option var seed: UInt64 = 0
    @Option(name: .shortAndLong) var output: String
    @Option var triangles = 5000
    @Option var texture = 512
    @Option var stage = "refine"
    func run() throws {
        let s = Sample(.init(prompt: prompt, seed: seed, stage: Sample.Stage(rawValue: stage)!, triangles: triangles, textureSize: texture))
        try Data(s.glb).write(to: URL(filePath: output))
        print(s.subject, s.triangles, s.vertices, s.glb.count)
    }
}
