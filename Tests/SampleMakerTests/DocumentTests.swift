import GLB
import Pictures
import TestSupport
import Testing

@testable import SampleMaker

/// The files, as our own reader and inspector see them.
@Suite("Documents") struct DocumentTests {
    /// Small enough for an unoptimised build.
    static func geometry(_ prompt: String) throws -> (sculpture: Sculpture, mesh: SampleMaker.Mesh) {
        let brief = Brief(prompt: prompt)
        let recipe = try #require(Recipe.matching(brief))
        var random = RandomSource(seed: 1)
        let sculpture = recipe.build(brief, &random)
        return (sculpture, Decimation.reduce(Contouring.mesh(sculpture, resolution: 30), to: 800))
    }

    private static let pixel = PNG.encode([200, 100, 50], width: 1, height: 1, format: .rgb)

    @Test("a preview has a shape and nothing else")
    func preview() throws {
        let (sculpture, mesh) = try Self.geometry("mushroom")
        var geometry = Geometry(mesh, normals: mesh.cornerNormals(of: sculpture, step: 0.003), atlas: nil)
        geometry.fit(length: 2)
        let file = try AssetFile(bytes: try #require(StaticDocument.preview(geometry, Asset())))
        let report = Report(of: file)
        #expect(report.findings.total == 0)
        #expect(report.scene.counts.triangles == mesh.triangles.count)
        #expect(report.scene.counts.vertices == geometry.positions.count)
        #expect(file.document.materials.isEmpty && file.document.images.isEmpty)
        #expect(file.document.asset.generator == "meshy-lib sample-maker")
        let box = try #require(report.scene.bounds.box)
        #expect(abs(box.size.max() - 2) < 1e-5)
        #expect((box.min + box.max).max() < 1e-5)
    }

    @Test("a textured model has one mesh, one material and its images", arguments: [false, true])
    func textured(isPBR: Bool) throws {
        let (sculpture, mesh) = try Self.geometry("sword")
        let atlas = Atlas(mesh, size: 128)
        let geometry = Geometry(mesh, normals: mesh.cornerNormals(of: sculpture, step: 0.003), atlas: atlas)
        let textures = StaticDocument.Textures(
            baseColour: Self.pixel, metallicRoughness: isPBR ? Self.pixel : nil)
        let file = try AssetFile(bytes: try #require(StaticDocument.textured(geometry, textures, Asset(copy: 7))))
        let report = Report(of: file)
        #expect(!report.hasErrors)
        #expect(file.document.meshes.map(\.primitives.count) == [1])
        #expect(file.document.materials.count == 1)
        #expect(report.images.count == (isPBR ? 2 : 1))
        let primitive = file.document.meshes[0].primitives[0]
        let places = try file.data(ofAccessor: try #require(primitive["TEXCOORD_0"])).floats()
        #expect(places.count == geometry.positions.count * 2)
        #expect(places.allSatisfy { (0...1).contains($0) })
    }

    @Test("a rig keeps the size of its raw positions, and its weights add up")
    func rig() throws {
        let (sculpture, mesh) = try Self.geometry("robot")
        let atlas = Atlas(mesh, size: 128)
        let geometry = Geometry(mesh, normals: mesh.cornerNormals(of: sculpture, step: 0.003), atlas: atlas)
        let skeleton = try #require(Skeleton(sculpture, vertices: geometry.positions))
        for influences in skeleton.influences {
            #expect((1...4).contains(influences.count))
            #expect(abs(influences.reduce(0) { $0 + $1.weight } - 1) < 1e-5)
        }
        let wave = try #require(SampleRequest.Stage.wave.motion)
        let file = try AssetFile(
            bytes: try #require(
                RiggedDocument(
                    asset: Asset(), figure: RiggedDocument.Figure(geometry: geometry, texture: Self.pixel),
                    skeleton: skeleton, motions: [wave]
                ).bytes()))
        let report = Report(of: file)
        #expect(!report.hasErrors)
        let box = try #require(report.scene.bounds.box)
        let raw = geometry.bounds
        #expect(abs(box.size.y - Double(raw.size.y)) < 0.01)
        #expect(abs(box.min.y) < 0.05, "its feet are on the ground")
        #expect(file.document.skins.first?.joints.count == 24)
        #expect(report.animations.map(\.nodes) == [24])
        #expect(report.animations.first?.duration == 2)
        #expect(file.document.animations.first?.channels.count == 72)
        #expect(file.document.nodes.last?.name == "Armature")
    }

    @Test("an armature has the joints and the movement, and nothing to be seen")
    func armature() throws {
        let request = SampleRequest(prompt: "a robot", stage: .walk, triangles: 400, textureSize: 64, resolution: 16)
        let file = try AssetFile(bytes: try Sample(request).armature())
        #expect(Report(of: file).findings.kept.isEmpty)
        #expect(file.document.meshes.isEmpty && file.document.skins.isEmpty && file.document.images.isEmpty)
        #expect(file.document.nodes.count == 25)
        #expect(file.document.animations.first?.channels.count == 72)
    }

    @Test("only humanoids can be rigged", arguments: ["a potion", "a cottage", "something else"])
    func refusal(prompt: String) {
        #expect(throws: Sample.Refusal.self) { try Sample(SampleRequest(prompt: prompt, stage: .walk)) }
    }

    @Test("joints have a place in a file after their children, and twins on the other side")
    func joints() {
        #expect(Set(Joint.fileOrder) == Set(Joint.allCases) && Joint.fileOrder.count == 24)
        for (place, joint) in Joint.fileOrder.enumerated() {
            if let parent = joint.parent { #expect(Joint.fileOrder[..<place].contains(parent) == false) }
            #expect(joint.mirrored.mirrored == joint)
        }
        #expect(Joint.leftHand.mirrored == .rightHand && Joint.head.mirrored == .head)
    }
}
