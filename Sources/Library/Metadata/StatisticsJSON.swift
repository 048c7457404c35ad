package import Catalog
package import GLB

extension Inspection.Statistics {
    /// Writes the numbers that search filters on, under the names that `inspect` uses.
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("triangles", triangles)
            writer.member("vertices", vertices)
            writer.member("drawCalls", drawCalls)
            writer.member("meshes", meshes)
            writer.member("primitives", primitives)
            writer.member("nodes", nodes)
            writer.member("materials", materials)
            writer.member("textures", textures)
            writer.member("textureSize", textureSize)
            writer.member("textureBytes", textureBytes)
            writer.member("animations", animations)
            writer.member("skins", skins)
            writer.member("joints", joints)
            writer.member("size", size.map { [$0.x, $0.y, $0.z] })
            writer.member("generator", generator)
            writer.member("errors", errors)
            writer.member("warnings", warnings)
            writer.member("valid", isValid)
            writer.member("watertight", isWatertight)
        }
    }
}
