extension Report: JSONWritable {
    /// The name and version of the shape that is written, as `docs/inspect.schema.json` describes it.
    public static let schema = "meshy-lib.inspect/1"

    /// The report as JSON text.
    public func json(pretty: Bool = false) -> String {
        var writer = JSONWriter(pretty: pretty)
        write(to: &writer)
        return writer.text
    }

    /// Writes the report as one object.
    public func write(to writer: inout JSONWriter) { write(to: &writer) { _ in } }

    /// Writes the report as one object with more members at its end.
    public func write(to writer: inout JSONWriter, adding members: (inout JSONWriter) -> Void) {
        writer.object { writer in
            writer.member("schema", Self.schema)
            writer.member("file", path)
            writer.member("bytes", container.byteCount)
            writer.member("container", container)
            writer.member("bytesBy", bytes)
            writeAsset(to: &writer)
            writer.member(ifPresent: "origin", origin)
            writer.member("scene", NamedScene(scene: scene, name: scene.index.flatMap { document.scenes[$0].name }))
            writer.object("unique") { writer in
                writer.member("meshes", document.meshes.count)
                writer.member("primitives", unique.drawCalls)
                writer.member("vertices", unique.vertices)
                writer.member("triangles", unique.triangles)
            }
            writer.member("gpuBytes", gpuByteCount)
            writeObjects(to: &writer)
            writer.member("extensionsUsed", document.extensionsUsed)
            writer.member("extensionsRequired", document.extensionsRequired)
            writer.member("info", info)
            writer.member("findings", findings.kept)
            writer.member("findingsTotal", findings.total)
            members(&writer)
        }
    }

    private func writeAsset(to writer: inout JSONWriter) {
        let asset = document.asset
        writer.object("asset") { writer in
            writer.member("version", asset.version)
            writer.member(ifPresent: "minVersion", asset.minVersion)
            writer.member(ifPresent: "generator", asset.generator)
            writer.member(ifPresent: "copyright", asset.copyright)
            writer.member(ifPresent: "extras", asset.extras.map { document.json[$0] })
            writer.member("hasXMP", document.extensionsUsed.contains { $0.hasPrefix("KHR_xmp") })
        }
    }

    private struct NamedScene: JSONWritable {
        let scene: Scene
        let name: String?

        func write(to writer: inout JSONWriter) {
            writer.object { writer in
                writer.member("index", scene.index)
                writer.member(ifPresent: "name", name)
                writer.member("nodes", scene.nodes)
                writer.member("drawCalls", scene.counts.drawCalls)
                writer.member("vertices", scene.counts.vertices)
                writer.member("triangles", scene.counts.triangles)
                guard let box = scene.bounds.box else {
                    writer.member("bounds", String?.none)
                    writer.member("size", String?.none)
                    return
                }
                writer.object("bounds") { writer in
                    writer.member("min", box.min.scalars)
                    writer.member("max", box.max.scalars)
                    writer.member("accuracy", scene.bounds.accuracy.rawValue)
                }
                writer.member("size", box.size.scalars)
            }
        }
    }
}

extension SIMD where Scalar == Double {
    /// The vector's components.
    var scalars: [Double] { indices.map { self[$0] } }
}

extension Container: JSONWritable {
    /// Writes `kind`, `version` and `chunks`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("kind", kind.rawValue)
            writer.member("version", version)
            writer.array("chunks") { writer in
                for chunk in chunks {
                    writer.object { writer in
                        writer.member("type", chunk.typeName)
                        writer.member("offset", chunk.range.lowerBound)
                        writer.member("length", chunk.range.count)
                    }
                }
            }
            writer.member("trailingBytes", trailingByteCount)
        }
    }
}

extension ByteShares: JSONWritable {
    /// Writes each part's bytes and its share of all, 0 to 1.
    public func write(to writer: inout JSONWriter) {
        let parts = [
            ("geometry", geometry), ("textures", textures), ("animation", animation), ("json", json), ("other", other),
        ]
        writer.object { writer in
            for (name, bytes) in parts {
                writer.object(name) { writer in
                    writer.member("bytes", bytes)
                    writer.member("share", total == 0 ? 0 : (Double(bytes) / Double(total) * 1e4).rounded() / 1e4)
                }
            }
            writer.member("total", total)
        }
    }
}

extension Origin: JSONWritable {
    /// Writes `service`, `pipeline` and `certainty`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("service", service)
            writer.member("pipeline", pipeline)
            writer.member("certainty", certainty.rawValue)
        }
    }
}

extension AssetInfo: JSONWritable {
    /// Writes all figures under the reference validator's names.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("animationCount", animationCount)
            writer.member("materialCount", materialCount)
            writer.member("hasMorphTargets", hasMorphTargets)
            writer.member("hasSkins", hasSkins)
            writer.member("hasTextures", hasTextures)
            writer.member("hasDefaultScene", hasDefaultScene)
            writer.member("drawCallCount", drawCallCount)
            writer.member("totalVertexCount", totalVertexCount)
            writer.member("totalTriangleCount", totalTriangleCount)
            writer.member("maxUVs", maxUVs)
            writer.member("maxInfluences", maxInfluences)
            writer.member("maxAttributes", maxAttributes)
        }
    }
}
