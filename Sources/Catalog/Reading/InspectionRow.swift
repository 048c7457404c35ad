import GRDB

/// The numbers of an inspection as columns.
enum InspectionRow {
    /// The columns of the numbers, in the order of ``values(_:)``.
    static let columns = [
        "triangles", "vertices", "meshes", "primitives", "draw_calls", "materials", "textures", "texture_size",
        "texture_bytes", "animations", "skins", "joints", "nodes", "errors", "warnings", "is_valid", "is_watertight",
        "size_x", "size_y", "size_z", "generator",
    ]

    static func values(_ numbers: Inspection.Statistics) -> [(any DatabaseValueConvertible)?] {
        [
            numbers.triangles, numbers.vertices, numbers.meshes, numbers.primitives, numbers.drawCalls,
            numbers.materials, numbers.textures, numbers.textureSize, numbers.textureBytes, numbers.animations,
            numbers.skins, numbers.joints, numbers.nodes, numbers.errors, numbers.warnings, numbers.isValid,
            numbers.isWatertight, numbers.size?.x, numbers.size?.y, numbers.size?.z, Name.text(numbers.generator),
        ]
    }

    /// Selects the columns from `i`.
    static let selection = columns.map { "i.\($0)" }.joined(separator: ", ")

    /// The numbers whose columns begin at `start`; nil if there is no inspection.
    static func statistics(_ row: Row, from start: Int) -> Inspection.Statistics? {
        guard let triangles = row[start] as Int? else { return nil }
        var result = Inspection.Statistics()
        result.triangles = triangles
        result.vertices = row[start + 1]
        result.meshes = row[start + 2]
        result.primitives = row[start + 3]
        result.drawCalls = row[start + 4]
        result.materials = row[start + 5]
        result.textures = row[start + 6]
        result.textureSize = row[start + 7]
        result.textureBytes = row[start + 8]
        result.animations = row[start + 9]
        result.skins = row[start + 10]
        result.joints = row[start + 11]
        result.nodes = row[start + 12]
        result.errors = row[start + 13]
        result.warnings = row[start + 14]
        result.isValid = row[start + 15]
        result.isWatertight = row[start + 16]
        if let x = row[start + 17] as Double?, let y = row[start + 18] as Double?, let z = row[start + 19] as Double? {
            result.size = Inspection.Size(x: x, y: y, z: z)
        }
        result.generator = row[start + 20]
        return result
    }
}
