/// Paints a sculpture's colours into the texture of its mesh.
struct Baking {
    /// Red, green, blue a texel, rows from the top.
    private(set) var colour: [UInt8]
    /// glTF's metallic-roughness texture: roughness in green, metallic in blue.
    private(set) var metallicRoughness: [UInt8]

    private let sculpture: Sculpture
    private let size: Int
    private let reach: Float

    init(_ sculpture: Sculpture, _ mesh: Mesh, _ atlas: Atlas) {
        self.sculpture = sculpture
        size = atlas.size
        reach = sculpture.bounds.longestSide / 2
        colour = [UInt8](repeating: 0, count: size * size * 3)
        metallicRoughness = colour
        var isPainted = [Bool](repeating: false, count: size * size)

        for index in mesh.triangles.indices {
            let corners = (0..<3).map { atlas.texel(triangle: index, corner: $0) }
            let points = mesh.triangles[index].corners.map { mesh.positions[$0] }
            let area = (corners[1] - corners[0]).cross(corners[2] - corners[0])
            guard area != 0 else { continue }
            Raster.visit(corners) { x, y in
                let texel = Point(Float(x) + 0.5, Float(y) + 0.5)
                let b = (texel - corners[0]).cross(corners[2] - corners[0]) / area
                let c = (corners[1] - corners[0]).cross(texel - corners[0]) / area
                paint(points[0] * (1 - b - c) + points[1] * b + points[2] * c, x, y)
                isPainted[y * size + x] = true
            }
        }
        spread(&isPainted)
    }

    private mutating func paint(_ place: Vector, _ x: Int, _ y: Int) {
        // The mesh is only near the surface; the colour is that of the surface itself.
        let normal = sculpture.gradient(place)
        let point = place - normal * clamp(sculpture.distance(place), -0.05 * reach, 0.05 * reach)
        var finish = sculpture.finish(at: point, normal: normal)
        finish.colour = finish.colour * mix(shade(point, normal), 1, finish.glow)
        let offset = (y * size + x) * 3
        // Six bits a channel: nobody sees the difference, and the file is a third smaller.
        func byte(_ value: Float) -> UInt8 { UInt8(clamp((clamp(value) * 63).rounded() * 255 / 63, 0, 255)) }
        colour[offset] = byte(finish.colour.red)
        colour[offset + 1] = byte(finish.colour.green)
        colour[offset + 2] = byte(finish.colour.blue)
        metallicRoughness[offset] = 255
        metallicRoughness[offset + 1] = byte(finish.roughness)
        metallicRoughness[offset + 2] = byte(finish.metallic)
    }

    /// Darker in hollows and below, lighter on edges: the light that a textured game model carries with it.
    private func shade(_ point: Vector, _ normal: Vector) -> Float {
        var hidden: Float = 0
        for (step, weight) in [(0.02, 0.3), (0.06, 0.3), (0.14, 0.25), (0.28, 0.15)] as [(Float, Float)] {
            let height = step * reach
            hidden += weight * clamp(1 - sculpture.distance(point + normal * height) / height)
        }
        let depth = 0.025 * reach
        let edge = clamp(1 + sculpture.distance(point - normal * depth) / depth, 0, 0.5)
        return (1 - 0.65 * hidden) * (0.93 + 0.07 * normal.y) + 0.35 * edge
    }

    /// Grows the charts into their gutters, and gives all that is left their mean: it packs to nothing.
    private mutating func spread(_ isPainted: inout [Bool]) {
        for _ in 0...Atlas.gutter {
            let before = isPainted
            for y in 0..<size {
                for x in 0..<size where !before[y * size + x] {
                    let near = [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)].first { x, y in
                        x >= 0 && y >= 0 && x < size && y < size && before[y * size + x]
                    }
                    guard let near else { continue }
                    copy(from: near.1 * size + near.0, to: y * size + x)
                    isPainted[y * size + x] = true
                }
            }
        }
        var sums = [0, 0, 0], count = 0
        for texel in isPainted.indices where isPainted[texel] {
            for channel in 0..<3 { sums[channel] += Int(colour[texel * 3 + channel]) }
            count += 1
        }
        for texel in isPainted.indices where !isPainted[texel] {
            for channel in 0..<3 {
                colour[texel * 3 + channel] = UInt8(sums[channel] / max(count, 1))
                metallicRoughness[texel * 3 + channel] = channel == 2 ? 0 : 255
            }
        }
    }

    private mutating func copy(from: Int, to: Int) {
        for channel in 0..<3 {
            colour[to * 3 + channel] = colour[from * 3 + channel]
            metallicRoughness[to * 3 + channel] = metallicRoughness[from * 3 + channel]
        }
    }
}
