extension FaultRule {
    /// MESHY_NO_NAMES: nothing in the file is called anything.
    static let missingNames = FaultRule(code: .meshyNoNames) { file, validation, _ in
        let document = file.document
        let names = [document.nodes.map(\.name), document.meshes.map(\.name), document.materials.map(\.name)].joined()
        guard !document.meshes.isEmpty, names.allSatisfy({ $0?.isEmpty ?? true }) else { return }
        validation.report(
            .meshyNoNames, at: "/",
            "none of the \(names.count) nodes, meshes and materials has a name")
    }
}
