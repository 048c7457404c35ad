/// Checks files against the glTF 2.0 specification.
///
///     let report = try Validator.validate(path: "mask.glb")
///     for finding in report.findings.kept { print(finding) }
///
/// Codes, severities and places are those of the reference validator, so that reports of both can be compared.
public enum Validator {
    /// Validates the file at `path`, however broken it is.
    ///
    /// - Throws: ``GLBError`` if it cannot be read, or has no name and no content that tell what it should be.
    public static func validate(
        path: String, options: ValidationOptions = ValidationOptions()
    ) throws(GLBError) -> ValidationReport {
        try validate(ByteSource(path: path), path: path, options)
    }

    /// Validates an asset in memory, however broken it is; it cannot refer to other files.
    ///
    /// - Throws: ``GLBError`` if nothing tells what it should be.
    public static func validate(
        bytes: [UInt8], options: ValidationOptions = ValidationOptions()
    ) throws(GLBError) -> ValidationReport {
        try validate(ByteSource(bytes), path: nil, options)
    }

    /// Validates an asset that was opened, without reading its document again.
    ///
    /// - Throws: ``GLBError`` if its file changed so that it cannot be read any more.
    public static func validate(
        _ file: AssetFile, options: ValidationOptions = ValidationOptions()
    ) throws(GLBError) -> ValidationReport {
        var findings = options.emptyFindings
        let container = try Container.read(file.source, findings: &findings)
        _ = try JSONText.range(of: container, in: file.source, findings: &findings)
        let validation = Validation(file.document.json, isGLB: container.kind == .glb, findings: findings)
        SchemaWalk(validation).check(.root, .root)
        return validate(file, validation, options)
    }

    private static func validate(
        _ source: ByteSource, path: String?, _ options: ValidationOptions
    ) throws(GLBError) -> ValidationReport {
        var findings = options.emptyFindings
        let container: Container
        do throws(GLBError) {
            container = try Container.read(source, findings: &findings)
        } catch {
            let kind = try reportUnreadable(source, path, error, &findings)
            return ValidationReport(path: path, kind: kind, findings: findings)
        }
        guard container.cut?.code != .glbUnexpectedEndOfChunkData || container.chunks.count > 1 else {
            // The file ends inside the JSON chunk.
            return ValidationReport(path: path, kind: container.kind, findings: findings)
        }
        let json: JSONText
        do throws(GLBError) {
            json = try JSONText(of: container, in: source, findings: &findings)
        } catch {
            guard case .invalidJSON = error else { throw error }
            findings.add(.invalidJSON, at: .pointer(""), error.description)
            return ValidationReport(path: path, kind: container.kind, findings: findings)
        }
        let validation = Validation(json, isGLB: container.kind == .glb, findings: findings)
        guard json.root.kind == .object, validation.isUnderstood else {
            SchemaWalk(validation).checkUnknownDocument()
            return ValidationReport(path: path, kind: container.kind, findings: validation.findings)
        }
        SchemaWalk(validation).check(.root, .root)
        let file = try AssetFile(source: source, path: path, container: container, json: json, findings: Findings())
        return validate(file, validation, options)
    }

    /// Adds what can be said about an opened file to what was found in its container and its document's values.
    private static func validate(
        _ file: AssetFile, _ validation: Validation, _ options: ValidationOptions
    ) -> ValidationReport {
        let links = DocumentLinks(validation, file.document)
        links.check()
        guard options.includesData else {
            return ValidationReport(
                path: file.path, kind: file.container.kind, findings: validation.findings, file: file)
        }
        let resources = ResourceRules(file, links).check()
        var budget = DataBudget(bytes: resources.reduce(0) { $0.saturatingSum($1.byteCount ?? 0) })
        AccessorDataRules(file, links).check(&budget)
        if options.includesFaults {
            for rule in FaultRule.all where !options.ignoredCodes.contains(rule.code.name) {
                rule.check(file, validation, options)
            }
        }
        return ValidationReport(
            path: file.path, kind: file.container.kind, findings: validation.findings, file: file,
            resources: resources, skippedAccessorCount: budget.refusals)
    }

    /// A JSON value that is no object is short, or of no interest.
    private static let jsonProbeLength = 1 << 16

    /// Turns the reason why a file has no document into a finding, unless it is one already; what the file should be.
    private static func reportUnreadable(
        _ source: ByteSource, _ path: String?, _ error: GLBError, _ findings: inout Findings
    ) throws(GLBError) -> Container.Kind {
        switch error {
        case .damagedContainer, .unsupportedVersion:
            return .glb
        case .notAModel where path?.lowercased().hasSuffix(".glb") ?? false:
            if source.count < 12 {
                findings.add(.glbUnexpectedEndOfHeader, at: .offset(source.count), error.description)
            } else {
                findings.add(.glbInvalidMagic, at: .offset(0), error.description)
            }
            return .glb
        case .notAModel where path?.lowercased().hasSuffix(".gltf") ?? false:
            // Numbers and words are JSON too.
            if let text = try? JSONText(parsing: source.prefix(jsonProbeLength)), source.count <= jsonProbeLength {
                let validation = Validation(text, isGLB: false, findings: findings)
                SchemaWalk(validation).checkUnknownDocument()
                findings = validation.findings
            } else {
                findings.add(.invalidJSON, at: .pointer(""), error.description)
            }
            return .gltf
        default:
            throw error
        }
    }
}

extension Validation {
    /// Whether the document is that of a glTF 2 asset; if not, what it says has an unknown meaning.
    fileprivate var isUnderstood: Bool {
        json.root["asset"]?["version"]?.string.flatMap(AssetRules.Version.init)?.major == 2
    }
}
