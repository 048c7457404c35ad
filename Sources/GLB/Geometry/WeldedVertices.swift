/// The vertices that triangles use, numbered anew so that those at the same place have the same number.
struct WeldedVertices {
    /// The new number of each vertex of the file; ``unused`` or ``nowhere`` where it has none.
    let numbers: [UInt32]
    /// The first vertex of the file for each new number.
    let sources: [UInt32]
    /// Three coordinates for each new number.
    let positions: [Float]

    /// Stands for a vertex that no triangle uses.
    static let unused = UInt32.max
    /// Stands for a vertex with a coordinate that is infinite or not a number.
    static let nowhere = UInt32.max - 1

    /// Numbers vertices.
    ///
    /// - Parameters:
    ///   - positions: three coordinates for each vertex.
    ///   - triangles: vertices, all of which exist; no more than ``PlaceTable/limit`` different ones.
    ///   - tolerance: see ``Geometry/Options/weldTolerance``.
    init(_ positions: [Float], triangles: [UInt32], tolerance: Double) {
        let capacity = min(positions.count / 3, triangles.count)
        let rule = SamePlace(positions, tolerance: tolerance)
        var numbers = [UInt32](unsafeUninitializedCapacity: positions.count / 3) { numbers, count in
            numbers.preferLargePages()
            numbers.initialize(repeating: Self.unused)
            count = numbers.count
        }
        var sources: [UInt32] = []
        self.positions = [Float](unsafeUninitializedCapacity: 3 * capacity) { welded, weldedCount in
            welded.preferLargePages()
            sources = [UInt32](unsafeUninitializedCapacity: capacity) { sources, sourceCount in
                sources.preferLargePages()
                welded.withMemoryRebound(to: Place.self) { places in
                    var table = PlaceTable(sources: sources, places: places, rule)
                    positions.withUnsafeBufferPointer { positions in
                        numbers.withUnsafeMutableBufferPointer { numbers in
                            Self.number(positions, triangles, &numbers, &table)
                        }
                    }
                    sourceCount = table.count
                }
            }
            weldedCount = 3 * sources.count
        }
        self.sources = sources
        self.numbers = numbers
    }

    /// Looking up places one after the other would wait for memory each time. For a few at once, their slots are
    /// touched first, and then the places that these lead to, so that the waits overlap.
    private static let batchSize = 64

    private static func number(
        _ positions: UnsafeBufferPointer<Float>, _ triangles: [UInt32],
        _ numbers: inout UnsafeMutableBufferPointer<UInt32>,
        _ table: inout PlaceTable
    ) {
        withUnsafeTemporaryAllocation(of: (vertex: UInt32, hash: UInt64).self, capacity: batchSize) { batch in
            var next = 0
            while next < triangles.count {
                var count = 0
                while next < triangles.count, count < batchSize {
                    let vertex = triangles[next]
                    next += 1
                    guard numbers[Int(vertex)] == unused else { continue }
                    let place = Place(positions, vertex)
                    guard place.isFinite else {
                        numbers[Int(vertex)] = nowhere
                        continue
                    }
                    let hash = table.rule.hash(place)
                    batch.initializeElement(at: count, to: (vertex, hash))
                    table.touch(hash)
                    count += 1
                }
                for entry in batch[..<count] { table.touchPlace(entry.hash) }
                for entry in batch[..<count] where numbers[Int(entry.vertex)] == unused {
                    let place = Place(positions, entry.vertex)
                    numbers[Int(entry.vertex)] = table.number(of: place, entry.hash, vertex: entry.vertex)
                }
            }
        }
    }
}
