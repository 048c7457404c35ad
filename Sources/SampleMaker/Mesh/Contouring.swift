/// Turns a distance function into a mesh by manifold dual contouring.
///
/// Every cell of the grid through which the surface passes gets a point for each sheet, where the tangent planes
/// at the crossed edges meet best, so that edges and corners stay sharp; every crossed edge gets a quad between the
/// points of the four cells around it (Ju et al., "Dual Contouring of Hermite Data", 2002; the sheets as in Nielson,
/// "Dual Marching Cubes", 2004).
struct Contouring {
    private let grid: Grid
    private let distance: (Vector) -> Float
    private let gradient: (Vector) -> Vector

    private var mesh = Mesh()
    /// The first point of each cell of each block, and the mask of its corners inside.
    private var firstPoint: [Int32]
    private var masks: [UInt8]
    /// The face of each cell on which its inside corners are joined; -1 for none.
    private var joinedFaces: [Int8]
    private var crossings: [Int: Crossing] = [:]

    /// Where the surface cuts an edge of the grid.
    private struct Crossing {
        var position: Vector
        var normal: Vector
    }

    private static let side = Grid.blockSide

    /// The surface of `sculpture`, with `resolution` cells along its longest side.
    static func mesh(_ sculpture: Sculpture, resolution: Int) -> Mesh {
        let grid = Grid(bounds: sculpture.bounds, resolution: resolution, distance: sculpture.distance)
        var contouring = Contouring(
            grid: grid, distance: sculpture.distance, gradient: { sculpture.gradient($0, step: grid.cellSize * 0.05) })
        contouring.findMasks()
        contouring.placePoints()
        contouring.connect()
        let cell = grid.cellSize
        return contouring.mesh.withoutScraps(below: 20 * cell * cell * cell)
    }

    private init(grid: Grid, distance: @escaping (Vector) -> Float, gradient: @escaping (Vector) -> Vector) {
        (self.grid, self.distance, self.gradient) = (grid, distance, gradient)
        let cells = grid.blocks.count * Self.side * Self.side * Self.side
        firstPoint = [Int32](repeating: -1, count: cells)
        masks = [UInt8](repeating: 0, count: cells)
        joinedFaces = [Int8](repeating: -1, count: cells)
    }

    private static func cell(_ slot: Int, _ x: Int, _ y: Int, _ z: Int) -> Int {
        ((slot * side + z) * side + y) * side + x
    }

    // MARK: Points

    private mutating func findMasks() {
        forEachCell { contouring, slot, x, y, z in
            var mask = 0
            for corner in 0..<8
            where contouring.grid.value(slot: slot, x + corner & 1, y + corner >> 1 & 1, z + corner >> 2) < 0 {
                mask |= 1 << corner
            }
            contouring.masks[Self.cell(slot, x, y, z)] = UInt8(mask)
        }
    }

    private mutating func placePoints() {
        forEachCell { contouring, slot, x, y, z in
            let cell = Self.cell(slot, x, y, z)
            let mask = Int(contouring.masks[cell])
            guard mask != 0, mask != 255 else { return }
            contouring.firstPoint[cell] = Int32(contouring.mesh.positions.count)
            let block = contouring.grid.blocks[slot]
            contouring.placePoints(
                cell, mask, block.x * Self.side + x, block.y * Self.side + y, block.z * Self.side + z)
        }
    }

    private mutating func forEachCell(_ body: (inout Contouring, Int, Int, Int, Int) -> Void) {
        for slot in grid.blocks.indices {
            for z in 0..<Self.side {
                for y in 0..<Self.side {
                    for x in 0..<Self.side { body(&self, slot, x, y, z) }
                }
            }
        }
    }

    private mutating func placePoints(_ cell: Int, _ mask: Int, _ x: Int, _ y: Int, _ z: Int) {
        let joined = joinedFace(mask, x, y, z)
        joinedFaces[cell] = Int8(joined ?? -1)
        let sheets = CellTable.shared.sheets(mask: mask, joining: joined)
        let low = grid.position(x, y, z)
        for sheet in 0..<sheets.count {
            var planes = TangentPlanes()
            for edge in 0..<12 where sheets.ofEdge[edge] == sheet {
                let start = CellTable.edgeCorners[edge].0
                let crossing = crossing(x + start & 1, y + start >> 1 & 1, z + start >> 2, axis: edge / 4)
                planes.add(crossing.position, crossing.normal)
            }
            let inset = grid.cellSize * 0.02
            mesh.positions.append(
                planes.meeting.highest(low + Vector(1, 1, 1) * inset)
                    .lowest(low + Vector(1, 1, 1) * (grid.cellSize - inset)))
        }
    }

    /// The face on which this cell and its neighbour would pinch the surface together.
    private func joinedFace(_ mask: Int, _ x: Int, _ y: Int, _ z: Int) -> Int? {
        guard let face = CellTable.shared.pinchedFace[mask] else { return nil }
        let (axis, step) = (face / 2, face % 2 == 0 ? -1 : 1)
        let neighbour = cell(
            x + (axis == 0 ? step : 0), y + (axis == 1 ? step : 0), z + (axis == 2 ? step : 0))
        guard let neighbour, CellTable.shared.pinchedFace[Int(masks[neighbour])] == face ^ 1 else { return nil }
        return face
    }

    /// The index of a cell that is counted over the whole grid.
    private func cell(_ x: Int, _ y: Int, _ z: Int) -> Int? {
        guard x >= 0, y >= 0, z >= 0, let slot = grid.slot(x: x, y: y, z: z) else { return nil }
        return Self.cell(slot, x % Self.side, y % Self.side, z % Self.side)
    }

    /// The crossing on the edge that starts at a corner of the grid; found once for the four cells that share it.
    private mutating func crossing(_ x: Int, _ y: Int, _ z: Int, axis: Int) -> Crossing {
        let width = grid.side * Self.side + 1
        let key = (((z * width) + y) * width + x) * 3 + axis
        if let known = crossings[key] { return known }
        var from = grid.position(x, y, z)
        var to = grid.position(x + (axis == 0 ? 1 : 0), y + (axis == 1 ? 1 : 0), z + (axis == 2 ? 1 : 0))
        var (fromValue, toValue) = (distance(from), distance(to))
        var position = from
        for _ in 0..<4 {  // regula falsi, halving where it would creep
            let t = clamp(fromValue / (fromValue - toValue), 0.05, 0.95)
            position = mix(from, to, t)
            let value = distance(position)
            if abs(value) < grid.cellSize * 0.001 { break }
            if (value < 0) == (fromValue < 0) {
                (from, fromValue) = (position, value)
            } else {
                (to, toValue) = (position, value)
            }
        }
        let found = Crossing(position: position, normal: gradient(position))
        crossings[key] = found
        return found
    }

    // MARK: Quads

    private mutating func connect() {
        for slot in grid.blocks.indices {
            let block = grid.blocks[slot]
            for z in 0..<Self.side {
                for y in 0..<Self.side {
                    for x in 0..<Self.side {
                        let start = grid.value(slot: slot, x, y, z) < 0
                        for axis in 0..<3 {
                            let end =
                                grid.value(
                                    slot: slot, x + (axis == 0 ? 1 : 0), y + (axis == 1 ? 1 : 0),
                                    z + (axis == 2 ? 1 : 0)) < 0
                            guard start != end else { continue }
                            connectQuad(
                                block.x * Self.side + x, block.y * Self.side + y, block.z * Self.side + z, axis: axis,
                                outwards: start)
                        }
                    }
                }
            }
        }
    }

    /// The quad around the edge that starts at a corner of the grid; `outwards` if the surface faces along the axis.
    private mutating func connectQuad(_ x: Int, _ y: Int, _ z: Int, axis: Int, outwards: Bool) {
        // Counterclockwise as seen from the far end of the axis.
        let ring: [(Int, Int)] = [(0, 0), (-1, 0), (-1, -1), (0, -1)]
        let (u, v) = ((axis + 1) % 3, (axis + 2) % 3)
        var quad: [Int32] = []
        for (du, dv) in ring {
            var offset = [0, 0, 0]
            offset[u] = du
            offset[v] = dv
            guard let point = point(x, y, z, offset, axis: axis) else { return }
            quad.append(point)
        }
        if !outwards { quad.reverse() }
        let p = quad.map { mesh.positions[Int($0)] }
        if (p[0] - p[2]).length <= (p[1] - p[3]).length {
            mesh.triangles.append(Mesh.Triangle(quad[0], quad[1], quad[2]))
            mesh.triangles.append(Mesh.Triangle(quad[0], quad[2], quad[3]))
        } else {
            mesh.triangles.append(Mesh.Triangle(quad[0], quad[1], quad[3]))
            mesh.triangles.append(Mesh.Triangle(quad[1], quad[2], quad[3]))
        }
    }

    /// The point that the cell at `offset` from a corner has for the sheet crossing that corner's edge along `axis`.
    private func point(_ x: Int, _ y: Int, _ z: Int, _ offset: [Int], axis: Int) -> Int32? {
        guard let cell = cell(x + offset[0], y + offset[1], z + offset[2]) else { return nil }
        let (first, second) = CellTable.otherAxes(axis)
        let edge = axis * 4 + (offset[first] < 0 ? 1 : 0) + (offset[second] < 0 ? 2 : 0)
        let joined = joinedFaces[cell]
        let sheets = CellTable.shared.sheets(mask: Int(masks[cell]), joining: joined < 0 ? nil : Int(joined))
        return sheets.ofEdge[edge] < 0 ? nil : firstPoint[cell] + Int32(sheets.ofEdge[edge])
    }
}

/// The point nearest to a set of planes, and, where they leave it open, to the middle of the points they were given at.
private struct TangentPlanes {
    private var positions: [Vector] = []
    private var normals: [Vector] = []

    mutating func add(_ position: Vector, _ normal: Vector) {
        positions.append(position)
        normals.append(normal)
    }

    var meeting: Vector {
        let middle = positions.reduce(.zero, +) / Float(positions.count)
        // Least squares: (Σ n nᵀ + λ) x = Σ n (n · (p - middle)), solved by Cramer's rule.
        let pull: Float = 0.03
        var (xx, xy, xz, yy, yz, zz) = (pull, Float(0), Float(0), pull, Float(0), pull)
        var right = Vector.zero
        for (position, n) in zip(positions, normals) {
            xx += n.x * n.x
            xy += n.x * n.y
            xz += n.x * n.z
            yy += n.y * n.y
            yz += n.y * n.z
            zz += n.z * n.z
            right += n * n.dot(position - middle)
        }
        let (first, second, third) = (Vector(xx, xy, xz), Vector(xy, yy, yz), Vector(xz, yz, zz))
        let determinant = first.dot(second.cross(third))
        guard determinant > 1e-9 else { return middle }
        let solution = Vector(
            right.dot(second.cross(third)), first.dot(right.cross(third)), first.dot(second.cross(right)))
        return middle + solution / determinant
    }
}
