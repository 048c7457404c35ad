/// The values of a distance function on a cubic grid, only where its surface passes.
///
/// The grid is kept in blocks of 8 x 8 x 8 cells. An octree finds those that the surface may pass through; whatever
/// a rough distance function made it miss is found by following the surface from block to block.
struct Grid {
    static let blockSide = 8
    private static let cornerSide = blockSide + 1

    /// A block's place, counted in blocks.
    struct Block: Hashable {
        var x: Int
        var y: Int
        var z: Int
    }

    let origin: Vector
    let cellSize: Float
    /// Blocks along each side, a power of two.
    let side: Int

    /// The blocks with a surface in them, in an order that depends on the function alone.
    private(set) var blocks: [Block] = []
    private var slots: [Int32]
    private var values: [Float] = []

    /// Samples `distance` in `bounds`, with `resolution` cells along their longest side.
    init(bounds: Box, resolution: Int, distance: (Vector) -> Float) {
        cellSize = bounds.longestSide / Float(resolution)
        var side = 1
        while side * Self.blockSide < resolution + 4 { side *= 2 }
        self.side = side
        // The surface must not touch the outermost cells; an odd shift keeps flat faces off the grid's planes.
        let slack = Float(side * Self.blockSide) * cellSize - bounds.longestSide
        origin =
            bounds.centre - Vector(1, 1, 1) * ((bounds.longestSide + slack) / 2) + Vector(0.31, 0.37, 0.43) * cellSize
        slots = [Int32](repeating: Self.unseen, count: side * side * side)

        var pending: [Block] = []
        descend(Block(x: 0, y: 0, z: 0), side: side, distance, &pending)
        while let block = pending.popLast() { visit(block, distance, &pending) }
    }

    /// Where a corner of the grid lies.
    func position(_ x: Int, _ y: Int, _ z: Int) -> Vector {
        origin + Vector(Float(x), Float(y), Float(z)) * cellSize
    }

    /// Which of ``blocks`` holds the cell; nil if no surface passes through its block.
    func slot(x: Int, y: Int, z: Int) -> Int? {
        let block = Block(x: x / Self.blockSide, y: y / Self.blockSide, z: z / Self.blockSide)
        guard contains(block) else { return nil }
        let slot = slots[index(block)]
        return slot >= 0 ? Int(slot) : nil
    }

    /// The distance at a corner, which is counted inside the block `slot`: 0...8 along each axis.
    func value(slot: Int, _ x: Int, _ y: Int, _ z: Int) -> Float {
        values[((slot * Self.cornerSide + z) * Self.cornerSide + y) * Self.cornerSide + x]
    }

    private static let unseen: Int32 = -1
    private static let empty: Int32 = -2

    private func index(_ block: Block) -> Int { (block.z * side + block.y) * side + block.x }

    private func contains(_ block: Block) -> Bool {
        (0..<side).contains(block.x) && (0..<side).contains(block.y) && (0..<side).contains(block.z)
    }

    private func descend(_ block: Block, side: Int, _ distance: (Vector) -> Float, _ found: inout [Block]) {
        let width = Float(side * Self.blockSide) * cellSize
        let low = position(block.x * Self.blockSide, block.y * Self.blockSide, block.z * Self.blockSide)
        let reach = width * 0.867 * 1.15  // half the diagonal, and some for functions that overstate
        guard abs(distance(low + Vector(width, width, width) / 2)) < reach else { return }
        if side == 1 {
            found.append(block)
            return
        }
        let half = side / 2
        for child in 0..<8 {
            let (dx, dy, dz) = (child & 1, child >> 1 & 1, child >> 2)
            descend(
                Block(x: block.x + dx * half, y: block.y + dy * half, z: block.z + dz * half), side: half, distance,
                &found)
        }
    }

    /// Samples a block, keeps it if a surface passes through it, and then asks for the neighbours that it passes into.
    private mutating func visit(_ block: Block, _ distance: (Vector) -> Float, _ pending: inout [Block]) {
        guard contains(block), slots[index(block)] == Self.unseen else { return }
        let start = values.count
        let last = Self.blockSide
        var crossesLow = [false, false, false], crossesHigh = [false, false, false]
        var insideCount = 0
        for z in 0...last {
            for y in 0...last {
                for x in 0...last {
                    let value = distance(
                        position(block.x * last + x, block.y * last + y, block.z * last + z))
                    values.append(value)
                    if value < 0 { insideCount += 1 }
                }
            }
        }
        guard insideCount > 0, insideCount < Self.cornerSide * Self.cornerSide * Self.cornerSide else {
            slots[index(block)] = Self.empty
            values.removeSubrange(start...)
            return
        }
        slots[index(block)] = Int32(blocks.count)
        let slot = blocks.count
        blocks.append(block)
        for axis in 0..<3 {
            crossesLow[axis] = isMixed(slot: slot, axis: axis, at: 0)
            crossesHigh[axis] = isMixed(slot: slot, axis: axis, at: last)
        }
        if crossesLow[0] { pending.append(Block(x: block.x - 1, y: block.y, z: block.z)) }
        if crossesHigh[0] { pending.append(Block(x: block.x + 1, y: block.y, z: block.z)) }
        if crossesLow[1] { pending.append(Block(x: block.x, y: block.y - 1, z: block.z)) }
        if crossesHigh[1] { pending.append(Block(x: block.x, y: block.y + 1, z: block.z)) }
        if crossesLow[2] { pending.append(Block(x: block.x, y: block.y, z: block.z - 1)) }
        if crossesHigh[2] { pending.append(Block(x: block.x, y: block.y, z: block.z + 1)) }
    }

    /// True if the block's face across `axis` at `side` has corners inside and outside.
    private func isMixed(slot: Int, axis: Int, at side: Int) -> Bool {
        var (inside, outside) = (false, false)
        for v in 0...Self.blockSide {
            for u in 0...Self.blockSide {
                let value =
                    axis == 0
                    ? self.value(slot: slot, side, u, v)
                    : axis == 1 ? self.value(slot: slot, u, side, v) : self.value(slot: slot, u, v, side)
                if value < 0 { inside = true } else { outside = true }
            }
        }
        return inside && outside
    }
}
