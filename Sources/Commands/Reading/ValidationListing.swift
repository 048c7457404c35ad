import Formats
import GLB

/// Reports for other programs.
struct ValidationListing {
    let format: ValidationFormat
    /// Whether JSON is an array, as it is as soon as several files were named.
    let isArray: Bool

    /// Prints the reports; text for people has been printed file by file.
    func show(_ files: [ValidatedFile]) {
        switch format {
        case .table: return
        case .json: document(files)
        case .khronos: document(files.map { KhronosReport($0.report, validatorVersion: Program.version) })
        case .jsonl:
            for file in files {
                var writer = JSONWriter()
                writer.value(file)
                Console.line(writer.text)
            }
        case .csv:
            Console.line(CSV.line(["file", "severity", "code", "pointer", "offset", "message"]))
            for file in files {
                for finding in file.report.findings.kept { Console.line(CSV.line(fields(of: finding, file.name))) }
            }
        }
    }

    private func document(_ reports: [some JSONWritable]) {
        var writer = JSONWriter(pretty: true)
        if isArray { writer.value(reports) } else { for report in reports { writer.value(report) } }
        if !writer.bytes.isEmpty { Console.line(writer.text) }
    }

    private func fields(of finding: Finding, _ name: String) -> [String] {
        let (pointer, offset) =
            switch finding.location {
            case .pointer(let pointer): (pointer, "")
            case .offset(let offset): ("", String(offset))
            }
        return [name, finding.severity.rawValue, finding.code.name, pointer, offset, finding.message]
    }
}
