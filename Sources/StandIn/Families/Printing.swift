extension Intake {
    private enum Printer: String, CaseIterable { case fdm, sla, fullColour = "full_color" }
    private enum Style: String, CaseIterable { case realistic, cartoon }

    private static let sources = Family.modelling.union([.convert, .resize, .repairPrint])

    /// Analyze Printability: free, and known at once if the same model was analysed before.
    func analyzePrint() throws(Refusal) -> Order {
        let source = try source("model_url", as: .model)
        try readPrinter()
        let blueprint = try blueprint(of: source, from: Self.sources)
        return Order(
            type: "print-analyze", credits: 0, seconds: 6, product: .printability(blueprint),
            isKnown: state.hasAnalysed(blueprint, at: now))
    }

    /// Repair Printability: a closed mesh without a texture.
    func repairPrint() throws(Refusal) -> Order {
        let source = try source("model_url", as: .printable)
        try readPrinter()
        var blueprint = try blueprint(of: source, from: Self.sources.union([.analyzePrint]))
        blueprint.surface = nil
        var files = ModelFiles(blueprint: blueprint, formats: [.glb])
        files.namesEveryFormat = true
        return Order(type: "print-repair", credits: 10, seconds: 20, product: .model(files))
    }

    /// Multi-Color Print: a 3MF of 75 mm height.
    func multiColorPrint() throws(Refusal) -> Order {
        let source = try source("model_url", as: .glbOrFBX)
        _ = try fields.integer("max_colors", in: 1...16)
        _ = try fields.integer("max_depth", in: 3...6)
        _ = try fields.choice("style", as: Style.self)
        var blueprint = try blueprint(of: source, from: Self.sources)
        guard blueprint.surface != nil else { throw .invalid("The model has no texture") }
        blueprint.size = .height(0.075)
        var files = ModelFiles(blueprint: blueprint, formats: [.threeMF])
        files.hasPictures = false
        return Order(type: "print-multi-color", credits: 10, seconds: 30, product: .model(files))
    }

    private func readPrinter() throws(Refusal) {
        _ = try fields.choice("printer_type", as: Printer.self)
        _ = try fields.size("intended_print_height_mm")
    }
}
