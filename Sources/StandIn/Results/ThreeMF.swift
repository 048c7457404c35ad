import CZlib

/// Writes a mesh as a 3MF package (3MF core specification 1.3): an archive of three parts, stored as they are.
enum ThreeMF {
    static func bytes(_ mesh: TriangleMesh) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        let parts = [
            ("[Content_Types].xml", contentTypes), ("_rels/.rels", relationships), ("3D/3dmodel.model", model(mesh)),
        ]
        for (name, text) in parts {
            let content = Array(text.utf8)
            let checksum = UInt32(truncatingIfNeeded: crc32(0, content, UInt32(content.count)))
            // Version 2.0, no flags, stored, 1980-01-01.
            var header = little([20, 0, 0, 0, 0x21], width: 2)
            header += little([Int(checksum), content.count, content.count], width: 4)
            header += little([name.utf8.count, 0], width: 2)
            directory += little([0x0201_4B50], width: 4) + little([20], width: 2) + header
            directory += little([0, 0, 0], width: 2) + little([0, archive.count], width: 4) + Array(name.utf8)
            archive += little([0x0403_4B50], width: 4) + header + Array(name.utf8) + content
        }
        let end =
            little([0x0605_4B50], width: 4) + little([0, 0, parts.count, parts.count], width: 2)
            + little([directory.count, archive.count], width: 4) + little([0], width: 2)
        return archive + directory + end
    }

    private static let contentTypes = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>
        """

    private static let relationships = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="r1" Target="/3D/3dmodel.model" \
        Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>
        """

    private static func model(_ mesh: TriangleMesh) -> String {
        var xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <model unit="millimeter" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02">\
            <resources><object id="1" type="model"><mesh><vertices>
            """
        // glTF: metres, Y up. 3MF: millimetres, Z up.
        for point in mesh.positions {
            xml += "<vertex x=\"\(point.x * 1000)\" y=\"\(-point.z * 1000)\" z=\"\(point.y * 1000)\"/>\n"
        }
        xml += "</vertices><triangles>\n"
        for triangle in 0..<mesh.triangleCount {
            let corners = mesh.corners(triangle)
            xml += "<triangle v1=\"\(corners[0])\" v2=\"\(corners[1])\" v3=\"\(corners[2])\"/>\n"
        }
        return xml + "</triangles></mesh></object></resources><build><item objectid=\"1\"/></build></model>\n"
    }

    private static func little(_ values: [Int], width: Int) -> [UInt8] {
        values.flatMap { value in (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    }
}
