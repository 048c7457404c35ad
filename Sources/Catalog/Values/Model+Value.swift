extension Model {
    /// The text of a field by its name in the query language, for templates of file names and the like; nil if there is no
    /// such field.
    ///
    /// What is not known is empty. Several names are joined by commas, sizes are in bytes, dates are days in UTC. `created`
    /// is the day of import when nobody knows when the model was made, as in searches.
    public func value(of name: String) -> String? {
        Field(rawValue: name.lowercased()).map(value)
    }

    /// The text of a field.
    public func value(of field: Field) -> String {
        func number(_ value: (Inspection.Statistics) -> Int) -> String { statistics.map { "\(value($0))" } ?? "" }
        return switch field {
        case .title: title
        case .prompt: prompt
        case .negative: negativePrompt
        case .note: note
        case .tag: tags.joined(separator: ",")
        case .in: collections.joined(separator: ",")
        case .kind: kind.rawValue
        case .model: aiModel
        case .style: artStyle
        case .rating: "\(rating)"
        case .state: state.rawValue
        case .triangles: number(\.triangles)
        case .vertices: number(\.vertices)
        case .meshes: number(\.meshes)
        case .materials: number(\.materials)
        case .textures: number(\.textures)
        case .textureSize: number(\.textureSize)
        case .animations: number(\.animations)
        case .size: bytes.map { "\($0)" } ?? ""
        case .created: (created ?? imported).day
        case .imported: imported.day
        case .generator: statistics?.generator ?? ""
        case .id: id.description
        case .task: taskID
        case .errors: number(\.errors)
        case .warnings: number(\.warnings)
        // A model does not carry the codes of what was found in it.
        case .code: ""
        case .parent: parents.map(\.description).joined(separator: ",")
        }
    }
}
