import GLB

/// What is inside one file, for a person.
struct InspectText {
    private let report: Report
    private let document: Document
    private let geometry: Geometry?
    private let name: String

    init(_ file: InspectedFile, _ report: Report) {
        self.report = report
        document = report.document
        geometry = file.geometry
        name = file.name
    }

    /// Prints the report.
    func show() {
        showHead()
        showScene()
        showMeshes()
        showMaterials()
        showImages()
        showSkins()
        showAnimations()
        showExtras()
        if let geometry { GeometryText(geometry, report).show() }
        showFindings()
    }

    private func showHead() {
        let container = report.container
        let kind = container.kind == .glb ? "GLB" : "glTF"
        Console.line(
            Style.bold(DisplayText.safe(name))
                + "  \(kind) \(document.asset.version), \(Figures.bytes(container.byteCount))")
        Sheet.line("generator", document.asset.generator ?? "")
        Sheet.line("copyright", document.asset.copyright ?? "")
        if let origin = report.origin {
            let pipeline = origin.pipeline.map { ", \($0)" } ?? ""
            Sheet.line(
                "made by", "\(origin.service)\(pipeline)" + (origin.certainty == .likely ? " (by its shape)" : ""))
        }
        if !container.chunks.isEmpty {
            Sheet.line(
                "chunks",
                container.chunks.map { "\($0.typeName) \(Figures.bytes($0.range.count))" }.joined(separator: ", "))
        }
        let bytes = report.bytes
        let parts = [
            ("geometry", bytes.geometry), ("textures", bytes.textures), ("animation", bytes.animation),
            ("JSON", bytes.json),
            ("other", bytes.other),
        ]
        Sheet.line(
            "bytes",
            parts.filter { $0.1 > 0 }.map {
                "\($0.0) \(Figures.bytes($0.1)) (\(Figures.share($0.1, of: bytes.total)))"
            }.joined(separator: ", "))
        Sheet.line(
            "extensions",
            document.extensionsUsed.map { name in
                document.extensionsRequired.contains(name) ? "\(name) (required)" : name
            }.joined(separator: ", "))
    }

    private func showScene() {
        let scene = report.scene
        let counts = scene.counts
        Sheet.line(
            "draws",
            "\(Figures.plural(counts.triangles, "triangle")), \(Figures.plural(counts.vertices, "vertex", "vertices")) in "
                + Figures.plural(counts.drawCalls, "draw call"))
        let unique = report.unique
        if unique != counts {
            Sheet.line(
                "stores",
                "\(Figures.plural(unique.triangles, "triangle")), \(Figures.plural(unique.vertices, "vertex", "vertices")) in "
                    + Figures.plural(unique.drawCalls, "primitive"))
        }
        if let box = scene.bounds.box {
            let size = box.size
            let accuracy = scene.bounds.accuracy == .conservative ? "at most " : ""
            Sheet.line(
                "size",
                "\(accuracy)\(Figures.metres(size.x)) × \(Figures.metres(size.y)) × \(Figures.metres(size.z)) (width × height × depth)"
            )
            Sheet.line("from", "\(point(box.min)) to \(point(box.max))")
        } else if counts.vertices > 0, geometry?.scene.bounds == nil {
            let measure = geometry == nil ? "; --geometry measures it" : ""
            Sheet.line("size", "unknown: the file does not state it, or keeps it in compressed data\(measure)")
        }
        let scenes = document.scenes.count
        Sheet.line(
            "nodes",
            "\(Figures.count(document.nodes.count)), \(Figures.count(scene.nodes)) in the "
                + (scenes == 0 ? "file, which has no scene" : scenes == 1 ? "scene" : "default of \(scenes) scenes"))
    }

    private func showMeshes() {
        let rows = document.meshes.enumerated().flatMap { index, mesh in
            mesh.primitives.enumerated().map { (index, mesh, $0, $1) }
        }
        Sheet.section(
            "meshes", rows.count,
            [
                .init(title: "mesh"), .init(title: "mode"), .init(title: "triangles", alignment: .right),
                .init(title: "vertices", alignment: .right), .init(title: "material", alignment: .right),
                .init(title: "indices"), .init(title: "attributes", shrinks: true),
            ]
        ) { row in
            let (index, mesh, part, primitive) = rows[row]
            var attributes = primitive.attributes.map { "\($0.name) \(document.accessors[$0.accessor].format)" }
            if !primitive.targets.isEmpty { attributes.append(Figures.plural(primitive.targets.count, "morph target")) }
            if primitive.draco != nil { attributes.append("Draco") }
            return [
                Sheet.label(index, mesh.name) + (mesh.primitives.count > 1 ? " / \(part)" : ""),
                primitive.mode?.name ?? "?",
                Figures.count(document.triangleCount(of: primitive)),
                Figures.count(document.vertexCount(of: primitive)),
                primitive.material.map { String($0) } ?? "–",
                primitive.indices.map {
                    "\(Figures.count(document.accessors[$0].count)) \(document.accessors[$0].componentType?.name ?? "?")"
                } ?? "–",
                attributes.joined(separator: ", "),
            ]
        }
    }

    private func showMaterials() {
        Sheet.section(
            "materials", document.materials.count,
            [
                .init(title: "material"), .init(title: "base colour"), .init(title: "metallic", alignment: .right),
                .init(title: "rough", alignment: .right), .init(title: "emissive"), .init(title: "alpha"),
                .init(title: "sides"),
                .init(title: "textures", shrinks: true),
            ]
        ) { index in
            let material = document.materials[index]
            let color = material.baseColorFactor
            let emissive = material.emissiveFactor
            let slots = material.textures.map { slot in
                "\(slot.slot) \(slot.texture.map { String($0) } ?? "?")"
                    + (slot.texCoord == 0 ? "" : " (UV \(slot.texCoord))")
            }
            let extensions = material.materialExtensions.map(\.name)
            return [
                Sheet.label(index, material.name), numbers([color.x, color.y, color.z, color.w]),
                Figures.number(material.metallicFactor), Figures.number(material.roughnessFactor),
                numbers([emissive.x, emissive.y, emissive.z]),
                material.alphaMode.rawValue
                    + (material.alphaMode == .mask ? " \(Figures.number(material.alphaCutoff))" : ""),
                material.doubleSided ? "both" : "one", (slots + extensions).joined(separator: ", "),
            ]
        }
    }

    private func showImages() {
        Sheet.section(
            "images", document.images.count,
            [
                .init(title: "image"), .init(title: "type"), .init(title: "pixels", alignment: .right),
                .init(title: "channels", alignment: .right), .init(title: "bytes", alignment: .right),
                .init(title: "on the GPU", alignment: .right), .init(title: "stored", shrinks: true),
                .init(title: "textures"),
            ]
        ) { index in
            let (image, statistics) = (document.images[index], report.images[index])
            let header = statistics.header
            let stored =
                switch statistics.storage {
                case .bufferView: "in the file"
                case .dataURI: "in the JSON"
                case .file: image.uri ?? ""
                case .none: "nowhere"
                }
            let users = document.textures.indices.filter { document.textures[$0].image == index }
            return [
                Sheet.label(index, image.name), header?.format.mimeType ?? image.mimeType ?? "?",
                header.map { "\($0.width) × \($0.height)" } ?? "?", header?.channels.map { String($0) } ?? "?",
                statistics.byteCount.map { Figures.bytes($0) } ?? "?",
                header.map { Figures.bytes($0.gpuByteCount) } ?? "?",
                stored, users.isEmpty ? "unused" : users.map { String($0) }.joined(separator: " "),
            ]
        }
        if report.gpuByteCount > 0 {
            Console.line("  together \(Figures.bytes(report.gpuByteCount)) on the GPU, with mipmaps")
        }
    }

    private func showSkins() {
        Sheet.section(
            "skins", document.skins.count,
            [
                .init(title: "skin"), .init(title: "joints", alignment: .right),
                .init(title: "first joints", shrinks: true),
            ]
        ) { index in
            let skin = document.skins[index]
            let names = skin.joints.prefix(6).map { joint in
                joint.map { document.nodes[$0].name ?? "node \($0)" } ?? "?"
            }
            return [Sheet.label(index, skin.name), Figures.count(skin.joints.count), names.joined(separator: ", ")]
        }
    }

    private func showAnimations() {
        Sheet.section(
            "animations", document.animations.count,
            [
                .init(title: "animation", shrinks: true), .init(title: "channels", alignment: .right),
                .init(title: "keyframes", alignment: .right), .init(title: "nodes", alignment: .right),
                .init(title: "duration", alignment: .right),
            ]
        ) { index in
            let (animation, statistics) = (document.animations[index], report.animations[index])
            return [
                Sheet.label(index, animation.name), Figures.count(animation.channels.count),
                Figures.count(statistics.keyframes),
                Figures.count(statistics.nodes), statistics.duration.map { Figures.duration($0) } ?? "?",
            ]
        }
    }

    private func showExtras() {
        Sheet.line("cameras", document.cameras.isEmpty ? "" : Figures.count(document.cameras.count))
        Sheet.line(
            "lights",
            document.lights.isEmpty ? "" : document.lights.map { $0.kind?.rawValue ?? "?" }.joined(separator: ", "))
        Sheet.line("variants", document.variants.joined(separator: ", "))
        if let extras = document.asset.extras {
            Sheet.line("extras", String(decoding: document.json[extras].rawBytes.prefix(400), as: UTF8.self))
        }
    }

    private func showFindings() {
        let findings = report.findings
        guard findings.total > 0 else { return }
        Console.line()
        Console.line(Style.bold("problems"))
        for finding in findings.kept {
            Console.line(
                "  \(finding.severity.style(finding.severity.rawValue)) \(DisplayText.safe(finding.location.words)): \(DisplayText.safe(finding.message)) \(Style.dim("[" + finding.code.name + "]"))"
            )
        }
        if findings.total > findings.kept.count {
            Console.line("  and \(Figures.count(findings.total - findings.kept.count)) more")
        }
    }

    // MARK: Pieces

    private func point(_ point: SIMD3<Double>) -> String {
        "(" + [point.x, point.y, point.z].map { Figures.decimal($0, 3) }.joined(separator: ", ") + ")"
    }

    private func numbers(_ values: [Double]) -> String {
        values.map(Figures.number).joined(separator: " ")
    }
}
