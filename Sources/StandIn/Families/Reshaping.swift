extension Intake {
    /// The families whose models can be converted, resized and unwrapped.
    private static let models = Family.modelling.union([.convert, .resize, .uvUnwrap])

    /// Remesh: another number of triangles, other formats.
    func remesh() throws(Refusal) -> Order {
        let source = try source("model_url", as: .model)
        _ = try fields.choice("topology", as: GeometryOptions.Topology.self)
        let count = try fields.integer("target_polycount", in: 100...300_000) ?? 30_000
        let mode = try fields.integer("decimation_mode", in: 1...4)
        let convertsOnly = try fields.flag("convert_format_only") ?? false
        let size = try size()
        let results = try ResultOptions(fields, formats: ModelFormat.allCases, usual: [.glb])

        var blueprint = try blueprint(of: source, from: Self.models)
        if !convertsOnly { blueprint.triangles = mode.map { [60_000, 30_000, 10_000, 3_000][$0 - 1] } ?? count }
        if let size { blueprint.size = size }
        return Order(
            type: "remesh", credits: 5, seconds: 20, echo: results.echo, product: .model(results.files(blueprint)))
    }

    /// Convert: the same model in other formats.
    func convert() throws(Refusal) -> Order {
        let source = try source("model_url", as: .model)
        _ = try fields.required("target_formats", ResultOptions.formats(fields, of: ModelFormat.allCases))
        let results = try ResultOptions(fields, formats: ModelFormat.allCases)
        return Order(
            type: "convert", credits: 1, seconds: 8, echo: results.echo,
            product: .model(results.files(try blueprint(of: source, from: Self.models))))
    }

    /// Resize: the same model in another size.
    func resize() throws(Refusal) -> Order {
        let source = try source("model_url", as: .model)
        let size = try size()
        let origin = try fields.choice("origin_at", as: ResultOptions.Origin.self)
        guard let size else { throw .invalid("One of resize_height, resize_longest_side and auto_size is required") }

        var blueprint = try blueprint(of: source, from: Self.models)
        blueprint.size = size
        blueprint.isCentred = origin == .center
        return Order(
            type: "resize", credits: 1, seconds: 6,
            product: .model(ModelFiles(blueprint: blueprint, formats: [.glb])))
    }

    /// UV Unwrap: new texture coordinates over a grey placeholder.
    func uvUnwrap() throws(Refusal) -> Order {
        let source = try source("model_url", as: .glb)
        var blueprint = try blueprint(of: source, from: Self.models)
        guard blueprint.triangleCount <= 40_000 else { throw .invalid("The model has more than 40000 faces") }
        blueprint.surface = nil
        blueprint.isUnwrapped = true
        return Order(
            type: "uv-unwrap", credits: 5, seconds: 15,
            product: .model(ModelFiles(blueprint: blueprint, formats: [.glb])))
    }

    /// The one size that is asked for, if any.
    private func size() throws(Refusal) -> Blueprint.Size? {
        let height = try fields.size("resize_height")
        let longest = try fields.size("resize_longest_side")
        let isNatural = try fields.flag("auto_size") ?? false
        let given = (height == nil ? 0 : 1) + (longest == nil ? 0 : 1) + (isNatural ? 1 : 0)
        guard given <= 1 else { throw .invalid("resize_height, resize_longest_side and auto_size exclude each other") }
        return height.map(Blueprint.Size.height) ?? longest.map(Blueprint.Size.longestSide)
            ?? (isNatural ? .natural : nil)
    }
}
