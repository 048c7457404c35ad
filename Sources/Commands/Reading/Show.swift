import ArgumentParser
import Catalog
import GLB
import Library
import MeshyAPI
import SystemPackage

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Say everything the library knows about models.")

    @Argument(help: "Ids of models.")
    var ids: [String] = []

    @OptionGroup var query: QueryOptions
    @OptionGroup var retirements: RetirementOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        let library = try options.open(for: .read)
        let table = try retirements.table()
        let details = try query.models(ids, in: library.catalog).map { try library.catalog.model($0) }
        Listing(
            schema: "meshy-lib.show/1", member: "models", rows: details, id: { $0.model.id.description },
            fields: ModelListing.fields.map { field in .init(name: field.name, text: { field.text($0.model) }) },
            json: { detail, writer in
                let again = Repeatability(detail, library: library, retirements: table)
                Self.write(detail, library, again, to: &writer)
            }
        ).show(as: output.format) {
            for (index, detail) in details.enumerated() {
                if index > 0 { Console.line() }
                ModelCard(detail: detail, library: library, retirements: table).show()
            }
        }
    }

    private static func write(
        _ detail: ModelDetail, _ library: Library, _ repeatability: Repeatability?, to writer: inout JSONWriter
    ) {
        writer.object { writer in
            ModelListing.write(detail.model, to: &writer)
            let scales = library.scales(of: detail)
            let copies = library.embeddedCopies(of: detail)
            writer.array("files") { writer in
                for file in detail.files {
                    writer.object { writer in
                        writer.member("role", file.role.rawValue)
                        writer.member("format", file.format)
                        writer.member("bytes", file.bytes)
                        writer.member("sha256", file.hash)
                        writer.member(ifPresent: "name", file.name.isEmpty ? nil : file.name)
                        writer.member(ifPresent: "source", file.source.isEmpty ? nil : file.source)
                        writer.member("path", library.objects.path(hash: file.hash, format: file.format).string)
                        if let scale = scales[file.hash] {
                            writer.member("size", [scale.size.x, scale.size.y, scale.size.z])
                            writer.member("timesMainFile", scale.factor)
                        }
                        writer.member(ifPresent: "copyOfImage", copies[file.hash])
                    }
                }
            }
            for (name, relatives) in [("parents", detail.parents), ("children", detail.children)] {
                writer.array(name) { writer in
                    for relative in relatives {
                        writer.object { writer in
                            writer.member("id", relative.id?.description)
                            writer.member("reference", relative.reference)
                            writer.member("relation", relative.relation.rawValue)
                            writer.member("title", relative.title)
                        }
                    }
                }
            }
            if let repeatability {
                writer.object("again") { writer in
                    writer.member("possible", repeatability.isPossible)
                    writer.member("asItWas", repeatability.isExact)
                    writer.member(ifPresent: "refusedFrom", repeatability.refusedFrom?.description)
                    writer.member("remarks", repeatability.remarks)
                }
            }
            if let analysis = detail.analysis {
                writer.key("analysis")
                analysis.write(to: &writer)
            }
            if let parameters = detail.parameters {
                writer.key("parameters")
                writer.raw(parameters.utf8)
            }
        }
    }
}
