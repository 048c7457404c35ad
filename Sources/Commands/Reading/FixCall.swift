import GLB
import Library
import SystemPackage

/// What `validate --fix` is asked to do.
struct FixCall {
    let target: FileTarget
    let output: String
    let overwrites: Bool
    let options: ValidationOptions
    let format: ValidationFormat

    /// Repairs the file, writes the copy, and says what was done and what the copy is like.
    func run() throws {
        guard output.lowercased().hasSuffix(".glb") else {
            throw CommandFailure(
                "'\(DisplayText.safe(output))' is no name for a GLB", hint: "let it end in .glb", .usage)
        }
        guard format != .csv, format != .jsonl else {
            throw CommandFailure(
                "--fix has no such format", hint: "choose table, json or khronos", .usage)
        }
        let mended: Mender.Result
        let report: ValidationReport
        do throws(GLBError) {
            mended = try Mender.mend(
                try AssetFile(path: target.path, damage: .report), options: options)
            report = try Validator.validate(bytes: mended.bytes, options: options)
        } catch {
            throw InFile(path: target.name, cause: error)
        }
        try OutputFile.write(
            mended.bytes, to: FilePath(output), overwrites: overwrites, original: FilePath(target.path))
        switch format {
        case .table: show(mended.mends, report)
        case .khronos:
            ValidationListing(format: format, isArray: false).show([
                ValidatedFile(target: FileTarget(path: output), report: report)
            ])
        case .json, .jsonl, .csv:
            showDocument(schema: "meshy-lib.fix/1") { writer in
                writer.member("file", target.path)
                writer.member("output", output)
                writer.member("mends", mended.mends)
                writer.member("validation", report)
            }
        }
        if report.findings.hasErrors { throw Ending(status: .invalid) }
    }

    private func show(_ mends: [Mend], _ report: ValidationReport) {
        Console.line(
            "\(Style.bold(DisplayText.safe(target.name)))  "
                + (mends.isEmpty ? "nothing to mend" : "\(Figures.plural(mends.count, "repair"))"))
        var groups: [(code: Finding.Code, mends: [Mend])] = []
        for mend in mends {
            if let index = groups.firstIndex(where: { $0.code == mend.code }) {
                groups[index].mends.append(mend)
            } else {
                groups.append((mend.code, [mend]))
            }
        }
        for group in groups {
            let count = group.mends.count > 1 ? " × \(Figures.count(group.mends.count))" : ""
            Console.line()
            Console.line("\(Style.bold(group.code.name))\(count)")
            for mend in group.mends.prefix(ValidationText.placeLimit) {
                let place = mend.pointer.isEmpty ? "" : DisplayText.safe(mend.pointer) + ": "
                Console.line("    \(place)\(DisplayText.safe(mend.message))")
            }
            let more = group.mends.count - ValidationText.placeLimit
            if more > 0 { Console.line("    and \(Figures.count(more)) more") }
        }
        Console.line()
        ValidationText(ValidatedFile(target: FileTarget(path: output), report: report)).show()
    }
}
