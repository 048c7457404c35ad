package import Catalog
package import GLB

extension Inspection {
    /// The version of what the inspector finds; a library inspects files again that an older one has inspected.
    package static let currentVersion = 1

    /// The catalogue's part of an inspector's report, and the report itself.
    ///
    /// - Parameter file: the name that the file came with; it is searched like the names inside.
    package init(_ report: Report, file: String) {
        let document = report.document
        var numbers = Statistics()
        numbers.triangles = report.scene.counts.triangles
        numbers.vertices = report.scene.counts.vertices
        numbers.drawCalls = report.scene.counts.drawCalls
        numbers.meshes = document.meshes.count
        numbers.primitives = report.unique.drawCalls
        numbers.materials = document.materials.count
        numbers.textures = document.textures.count
        numbers.textureSize = report.images.lazy.compactMap(\.header).map { max($0.width, $0.height) }.max() ?? 0
        numbers.textureBytes = report.bytes.textures
        numbers.animations = document.animations.count
        numbers.skins = document.skins.count
        numbers.joints = document.skins.reduce(0) { $0 + $1.joints.count }
        numbers.nodes = document.nodes.count
        numbers.size = report.scene.bounds.box.map { Size(x: $0.size.x, y: $0.size.y, z: $0.size.z) }
        numbers.generator = document.asset.generator ?? ""
        numbers.errors = report.findings.counts[.error]
        numbers.warnings = report.findings.counts[.warning]
        self.init(
            version: Self.currentVersion, statistics: numbers, names: report.names + [file],
            report: report.json(pretty: false))
    }
}
