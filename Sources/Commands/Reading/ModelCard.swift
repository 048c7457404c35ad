import Catalog
import Library
import MeshyAPI
import SystemPackage

/// Everything about one model, for a person.
struct ModelCard {
    let detail: ModelDetail
    let library: Library
    let retirements: RetirementTable

    /// Prints the card.
    func show() {
        let model = detail.model
        Console.line(Style.bold(DisplayText.safe(model.displayTitle)) + "  " + Style.dim(model.id.description))
        line("kind", model.kind.rawValue)
        line("prompt", model.prompt)
        line("negative", model.negativePrompt)
        line("texture", model.texturePrompt)
        line("made with", [model.aiModel, model.artStyle, model.seed.map { "seed \($0)" } ?? ""].joined(words: ", "))
        line("task", model.taskID)
        line("made", model.created?.description ?? "")
        line("imported", model.imported.description)
        line("rating", String(repeating: "★", count: model.rating))
        line("review", model.state == .draft ? "" : model.state.rawValue)
        line("tags", NameList.text(model.tags))
        line("collections", model.collections.joined(separator: ", "))
        line("note", model.note)
        if let trashed = model.trashed { line("in the trash", "since \(trashed.day)") }
        if let numbers = model.statistics { show(numbers) }
        showFiles()
        for parent in detail.parents { line("\(parent.relation.rawValue) of", words(parent)) }
        for child in detail.children { line("has \(child.relation.rawValue)", words(child)) }
        line("request", detail.parameters ?? "")
        if let again = Repeatability(detail, library: library, retirements: retirements) { line("again", again.words) }
    }

    private func show(_ numbers: Inspection.Statistics) {
        line(
            "geometry",
            "\(Figures.plural(numbers.triangles, "triangle")), \(Figures.plural(numbers.vertices, "vertex", "vertices")), "
                + Figures.plural(numbers.drawCalls, "draw call"))
        if let size = numbers.size {
            line("size", "\(Figures.metres(size.x)) × \(Figures.metres(size.y)) × \(Figures.metres(size.z))")
        }
        if numbers.textures > 0 {
            line(
                "textures",
                "\(numbers.textures), up to \(numbers.textureSize) px, \(Figures.bytes(numbers.textureBytes))")
        }
        if numbers.joints > 0 { line("skeleton", Figures.plural(numbers.joints, "joint")) }
        if numbers.animations > 0 { line("animation", Figures.plural(numbers.animations, "clip")) }
        if numbers.errors + numbers.warnings > 0 {
            line(
                "problems",
                "\(Figures.plural(numbers.errors, "error")), \(Figures.plural(numbers.warnings, "warning")); "
                    + "see 'meshy-lib validate \(detail.model.id)'")
        }
        if let analysis = detail.analysis { show(analysis) }
        line("generator", numbers.generator)
    }

    private func show(_ analysis: Analysis) {
        if let surface = analysis.surface {
            // An open surface has a rim; without one, edges of more than two triangles stand in the way.
            let state = surface.isWatertight ? "watertight" : surface.holes > 0 ? "open" : "not watertight"
            var words = [state, Figures.plural(surface.parts, "part")]
            if surface.holes > 0 { words.append(Figures.plural(surface.holes, "hole")) }
            words.append(Figures.squareMetres(surface.area))
            if let volume = surface.volume { words.append(Figures.cubicMetres(volume)) }
            line("surface", words.joined(separator: ", "))
        }
        line("not read", analysis.failure)
        line("glTF 2.0", analysis.isValid.map { $0 ? "valid" : "not valid" } ?? "")
        line("findings", analysis.findings.map { "\($0.code) × \(Figures.count($0.count))" }.joined(separator: ", "))
        line("passes", analysis.passedBudgets.joined(separator: ", "))
    }

    private func showFiles() {
        let scales = library.scales(of: detail)
        let copies = library.embeddedCopies(of: detail)
        for file in detail.files {
            line(
                file.role == .model ? "file" : file.role.rawValue,
                [
                    file.name, Figures.bytes(file.bytes),
                    library.objects.path(hash: file.hash, format: file.format).string,
                    scales[file.hash]?.words ?? "",
                    copies[file.hash].map { "a copy of image \($0) in the file" } ?? "",
                ]
                .joined(words: " · "))
        }
    }

    private func words(_ relative: Relative) -> String {
        relative.id.map { "\($0) \(relative.title)" } ?? "\(relative.reference) (not in the library)"
    }

    private func line(_ name: String, _ text: String) {
        guard !text.isEmpty else { return }
        let space = String(repeating: " ", count: max(1, 14 - name.count))
        Console.line("  " + Style.dim(name) + space + DisplayText.safe(text))
    }
}

extension [String] {
    /// The strings that say something, joined.
    fileprivate func joined(words separator: String) -> String {
        filter { !$0.isEmpty }.joined(separator: separator)
    }
}

extension FileScale {
    /// What a person should know before putting the file beside the main one; empty if it is as large.
    fileprivate var words: String {
        guard let factor else { return "another shape than the main file" }
        if factor == 1 { return "as large as the main file; where numbers are millimetres, 1000 times too small" }
        let unit = factor == 1000 ? ": it is in millimetres" : ""
        return "numbers \(Figures.number(factor)) times those of the main file\(unit)"
    }
}
