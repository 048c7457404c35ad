/// Makes a closed mesh coarser by collapsing, again and again, the edge whose loss changes the surface least.
///
/// The mesh stays a closed manifold: an edge is kept if its collapse would pinch the surface or fold a triangle over.
struct Decimation {
    private var mesh: Mesh
    private var quadrics: [Quadric]
    /// The triangles around each point; those that are gone are struck out when the list is next read.
    private var around: [[Int32]]
    private var isGone: [Bool]
    private var versions: [Int32]
    private var queue = CollapseQueue()
    private var count: Int

    /// The mesh with at most `target` triangles, or as few as its shape allows.
    static func reduce(_ mesh: Mesh, to target: Int) -> Mesh {
        guard mesh.triangles.count > target else { return mesh }
        var decimation = Decimation(mesh)
        decimation.run(to: target)
        let kept = decimation.mesh.triangles.indices.filter { !decimation.isGone[$0] }
        return Mesh(keeping: kept.map { decimation.mesh.triangles[$0] }, of: decimation.mesh.positions)
    }

    private init(_ mesh: Mesh) {
        self.mesh = mesh
        quadrics = [Quadric](repeating: Quadric(), count: mesh.positions.count)
        around = [[Int32]](repeating: [], count: mesh.positions.count)
        isGone = [Bool](repeating: false, count: mesh.triangles.count)
        versions = [Int32](repeating: 0, count: mesh.positions.count)
        count = mesh.triangles.count
        for (index, triangle) in mesh.triangles.enumerated() {
            let area = mesh.areaVector(triangle)
            let plane = Quadric(
                normal: area.normalized, through: mesh.positions[Int(triangle.a)], weight: area.length)
            for corner in triangle.corners {
                quadrics[corner] += plane
                around[corner].append(Int32(index))
            }
        }
        var candidates: [Collapse] = []
        candidates.reserveCapacity(count * 3 / 2)
        for triangle in mesh.triangles {
            for (from, to) in [(triangle.a, triangle.b), (triangle.b, triangle.c), (triangle.c, triangle.a)]
            where from < to {
                candidates.append(collapse(from, to))
            }
        }
        queue = CollapseQueue(candidates)
    }

    private func collapse(_ from: Int32, _ to: Int32) -> Collapse {
        let quadric = quadrics[Int(from)] + quadrics[Int(to)]
        let (a, b) = (mesh.positions[Int(from)], mesh.positions[Int(to)])
        let middle = (a + b) / 2
        let length = (b - a).length
        var best = middle
        if let minimum = quadric.minimum, (minimum - middle).length < length {
            best = minimum
        } else {
            for end in [a, b] where quadric.error(at: end) < quadric.error(at: best) { best = end }
        }
        // A little for the length, so that flat regions are thinned evenly.
        let cost = quadric.error(at: best) + Double(length * length * length * length) * 1e-5
        return Collapse(
            cost: cost, from: from, to: to, position: best, fromVersion: versions[Int(from)],
            toVersion: versions[Int(to)])
    }

    private mutating func run(to target: Int) {
        while count > target, let next = queue.pop() {
            let (from, to) = (Int(next.from), Int(next.to))
            guard next.fromVersion == versions[from], next.toVersion == versions[to] else { continue }
            strike(from)
            strike(to)
            guard isAllowed(next) else { continue }
            perform(next)
        }
    }

    private mutating func strike(_ point: Int) {
        around[point].removeAll { isGone[Int($0)] }
    }

    private func isAllowed(_ collapse: Collapse) -> Bool {
        let (from, to) = (collapse.from, collapse.to)
        // The link condition: the ends share exactly the two points across the edge's two triangles.
        var ring: Set<Int32> = []
        for index in around[Int(from)] {
            let triangle = mesh.triangles[Int(index)]
            for corner in [triangle.a, triangle.b, triangle.c] where corner != from { ring.insert(corner) }
        }
        var shared: Set<Int32> = []
        for index in around[Int(to)] {
            let triangle = mesh.triangles[Int(index)]
            for corner in [triangle.a, triangle.b, triangle.c] where ring.contains(corner) && corner != to {
                shared.insert(corner)
            }
        }
        guard shared.count == 2, around[Int(from)].count > 3 || around[Int(to)].count > 3 else { return false }
        return keepsFacing(from, except: to, collapse.position) && keepsFacing(to, except: from, collapse.position)
    }

    /// No triangle around `point`, other than those that vanish, turns over or thins to a needle when the point moves.
    private func keepsFacing(_ point: Int32, except other: Int32, _ position: Vector) -> Bool {
        for index in around[Int(point)] {
            let triangle = mesh.triangles[Int(index)]
            if triangle.contains(other) { continue }
            let before = mesh.areaVector(triangle)
            func corner(_ index: Int32) -> Vector { index == point ? position : mesh.positions[Int(index)] }
            let (a, b, c) = (corner(triangle.a), corner(triangle.b), corner(triangle.c))
            let after = (b - a).cross(c - a)
            guard before.normalized.dot(after.normalized) > 0.3 else { return false }
            let longest = max((b - a).length, (c - b).length, (a - c).length)
            guard after.length > 0.04 * longest * longest else { return false }
        }
        return true
    }

    private mutating func perform(_ collapse: Collapse) {
        let (kept, lost) = (Int(collapse.from), Int(collapse.to))
        mesh.positions[kept] = collapse.position
        quadrics[kept] += quadrics[lost]
        for index in around[lost] {
            if mesh.triangles[Int(index)].contains(collapse.from) {
                isGone[Int(index)] = true
                count -= 1
            } else {
                mesh.triangles[Int(index)].replace(collapse.to, by: collapse.from)
                around[kept].append(index)
            }
        }
        around[lost] = []
        versions[lost] += 1
        versions[kept] += 1
        strike(kept)
        var seen: Set<Int32> = [collapse.from]
        for index in around[kept] {
            let triangle = mesh.triangles[Int(index)]
            for corner in [triangle.a, triangle.b, triangle.c] where seen.insert(corner).inserted {
                queue.push(self.collapse(collapse.from, corner))
            }
        }
    }
}

/// An edge that may be collapsed, as things stood when it was costed.
private struct Collapse {
    var cost: Double
    var from: Int32
    var to: Int32
    var position: Vector
    var fromVersion: Int32
    var toVersion: Int32

    /// A total order, so that equal costs fall the same way everywhere.
    static func < (a: Collapse, b: Collapse) -> Bool {
        if a.cost != b.cost { return a.cost < b.cost }
        return a.from != b.from ? a.from < b.from : a.to < b.to
    }
}

/// A binary heap with the cheapest collapse on top.
private struct CollapseQueue {
    private var items: [Collapse] = []

    init() {}

    init(_ items: [Collapse]) {
        self.items = items
        for index in stride(from: items.count / 2 - 1, through: 0, by: -1) { sink(index) }
    }

    mutating func push(_ item: Collapse) {
        items.append(item)
        var index = items.count - 1
        while index > 0, items[index] < items[(index - 1) / 2] {
            items.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    mutating func pop() -> Collapse? {
        guard let first = items.first, let last = items.popLast() else { return nil }
        if !items.isEmpty {
            items[0] = last
            sink(0)
        }
        return first
    }

    private mutating func sink(_ start: Int) {
        var index = start
        while true {
            var smallest = index
            for child in [2 * index + 1, 2 * index + 2] where child < items.count && items[child] < items[smallest] {
                smallest = child
            }
            if smallest == index { return }
            items.swapAt(index, smallest)
            index = smallest
        }
    }
}
