extension FaultRule {
    /// MESHY_NO_NAMES: nothing in the file is called anything.
    static let missingNames = FaultRule(code: .meshyNoNames) { file, validation, _ in
        let document = file.document
        func isNameless(_ name: String?) -> Bool { name?.isEmpty ?? true }
        guard !document.meshes.isEmpty, document.nodes.allSatisfy({ isNameless($0.name) }),
            document.meshes.allSatisfy({ isNameless($0.name) }), document.materials.allSatisfy({ isNameless($0.name) })
        else { return }
        let count = document.nodes.count + document.meshes.count + document.materials.count
        validation.report(
            .meshyNoNames, at: "/",
            "none of the \(count) nodes, meshes and materials has a name")
    }
}
