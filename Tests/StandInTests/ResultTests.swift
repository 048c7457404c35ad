import GLB
import Pictures
import Testing
import TestSupport

@testable import StandIn

@Suite(.blocking) struct ResultTests {
    /// A cube with sides of two, as closed as a mesh can be.
    private static let cube = TriangleMesh(
        positions: (0..<8).map { SIMD3($0 & 1 == 0 ? -1 : 1, $0 & 2 == 0 ? -1 : 1, $0 & 4 == 0 ? -1 : 1) },
        normals: [SIMD3<Float>](repeating: SIMD3(0, 1, 0), count: 8), coordinates: [],
        indices: [
            0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5,
        ])

    private func model(_ prompt: String, seed: Int = 1, _ surface: Blueprint.Surface? = nil) throws -> MadeModel {
        try MadeModel(Blueprint(prompt: prompt, seed: seed, surface: surface), detail: .coarse)
    }

    @Test("the words and the seed decide, and nothing else")
    func determinism() throws {
        let mask = try model("a monster mask").glb
        #expect(try model("a monster mask").glb == mask)
        #expect(try model("a monster mask", seed: 2).glb != mask)
        #expect(try model("an owl").glb != mask)
    }

    @Test("a surface adds a texture, its words colour it, and maps come when they are asked for")
    func surfaces() throws {
        #expect(try model("a mask").baseColour == nil)
        let plain = try model("a mask", Blueprint.Surface(prompt: ""))
        let gold = try model("a mask", Blueprint.Surface(prompt: "gold", hasMaps: true))
        #expect(plain.baseColour != nil && plain.baseColour != gold.baseColour)
        #expect(plain.texture(.metallic) == nil)
        for channel in Content.Channel.allCases {
            #expect(PixelImage(png: try #require(gold.texture(channel)))?.width == 64)
        }
    }

    @Test("a size is kept to, on the floor or around the origin", arguments: [true, false])
    func sizes(isCentred: Bool) throws {
        var blueprint = Blueprint(prompt: "a sword", seed: 1, size: .height(0.12))
        blueprint.isCentred = isCentred
        let file = try AssetFile(bytes: try MadeModel(blueprint, detail: .coarse).glb)
        let bounds = try #require(Report(of: file).scene.bounds.box)
        #expect(abs(bounds.max.y - bounds.min.y - 0.12) < 1e-4)
        #expect(abs(bounds.min.y - (isCentred ? -0.06 : 0)) < 1e-4)
    }

    @Test("a picture survives its PNG")
    func pictures() throws {
        var random = SeededGenerator(seed: 3)
        for effort in [PNG.Effort.fast, .small] {
            let pixels = (0..<37 * 21 * 3).map {
                UInt8(truncatingIfNeeded: $0 / 5 + Int.random(in: 0...3, using: &random))
            }
            let png = PNG.encode(pixels, width: 37, height: 21, format: .rgb, effort: effort)
            let image = try #require(PixelImage(png: png))
            #expect(image.pixels == pixels)
            #expect(PixelImage(png: Array(png.dropLast(40))) == nil)
        }
    }

    @Test("a closed mesh is fit to print; a hole, a fold and a sliver are seen")
    func printability() {
        let cube = Printability(Self.cube)
        #expect(cube.openEdges == 0 && cube.nonManifoldEdges == 0 && cube.degenerateFaces == 0 && cube.holes == 0)
        #expect(abs(cube.volume - 8) < 1e-6)

        let open = Printability(Self.cube.with(indices: Array(Self.cube.indices.dropLast(6))))
        #expect(open.openEdges == 4 && open.holes == 1)
        let doubled = Printability(Self.cube.with(indices: Self.cube.indices + [0, 2, 3]))
        #expect(doubled.nonManifoldEdges == 3)
        let sliver = Printability(Self.cube.with(indices: Self.cube.indices + [0, 0, 1]))
        #expect(sliver.degenerateFaces == 1)
    }

    @Test("every side of a model can be drawn, with or without a background")
    func drawing() {
        var drawings: Set<[UInt8]> = []
        for view in Picture.View.allCases {
            let drawing = Rendering(
                Self.cube.stretched, texture: nil, view: view, width: 40, height: 40, isTransparent: true)
            drawings.insert(drawing.pixels)
            #expect(drawing.pixels[3] == 0)
            #expect(drawing.pixels[(20 * 40 + 20) * 4 + 3] == 255)
        }
        #expect(drawings.count == 4)
    }

    @Test("OBJ and STL hold the mesh")
    func formats() {
        let lines = OBJ.text(Self.cube, isTextured: false).split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("v ") } == 8)
        #expect(lines.count { $0.hasPrefix("f ") } == 12)
        let stl = STL.bytes(Self.cube)
        #expect(stl.count == 84 + 12 * 50)
        #expect(stl[80] == 12)
    }

    @Test("a 3MF is an archive that Python opens, with a model in millimetres and the Z axis up")
    func threeMF() throws {
        let scratch = try Scratch()
        let path = try scratch.write("model.3mf", ThreeMF.bytes(Self.cube))
        let program = """
            import sys, zipfile, xml.etree.ElementTree as tree
            archive = zipfile.ZipFile(sys.argv[1]); assert archive.testzip() is None
            model = tree.fromstring(archive.read("3D/3dmodel.model")); name = "{" + model.tag[1:].split("}")[0] + "}"
            points = [v.attrib for v in model.iter(name + "vertex")]
            print(sorted(archive.namelist()), model.attrib["unit"], len(points), len(list(model.iter(name + "triangle"))),
                max(float(p["z"]) for p in points))
            """
        let result = try run("python3", ["-c", program, path])
        #expect(result.status == 0, "\(result.errors)")
        #expect(
            result.output == "['3D/3dmodel.model', '[Content_Types].xml', '_rels/.rels'] millimeter 8 12 1000.0\n")
    }

    @Test("a movement has a frame for each thirtieth of a second, with as many numbers as it has channels")
    func motion() throws {
        let text = BVH.text(Motion(prompt: "bow", seed: 1, duration: 2500, mode: "swift"))
        let channels = text.matches(of: /CHANNELS (\d+)/).compactMap { Int($0.output.1) }.reduce(0, +)
        let frames = text.split(separator: "\n").drop { !$0.hasPrefix("Frame Time") }.dropFirst()
        #expect(frames.count == 75)
        #expect(frames.allSatisfy { $0.split(separator: " ").count == channels })
    }
}

extension TriangleMesh {
    fileprivate func with(indices: [Int]) -> TriangleMesh {
        TriangleMesh(positions: positions, normals: normals, coordinates: coordinates, indices: indices)
    }

    /// Different from each side.
    fileprivate var stretched: TriangleMesh {
        var mesh = self
        mesh.positions[0].x = -3
        mesh.positions[7].z = 2
        return mesh
    }
}
