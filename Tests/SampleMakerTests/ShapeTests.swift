import TestSupport
import Testing

@testable import SampleMaker

@Suite("Shapes") struct ShapeTests {
    struct Named: CustomTestStringConvertible {
        let testDescription: String
        let shape: Shape
        /// Whether its function is the true distance, not only a bound.
        var isExact = true
    }

    static let shapes = [
        Named(testDescription: "sphere", shape: .sphere(0.7)),
        Named(testDescription: "box", shape: .box(0.5, 0.3, 0.8, rounding: 0.1)),
        Named(testDescription: "cylinder", shape: .cylinder(0.4, half: 0.6, rounding: 0.05)),
        Named(testDescription: "torus", shape: .torus(0.6, thickness: 0.2)),
        Named(testDescription: "capsule", shape: .capsule(Vector(0, -0.5, 0), Vector(0.2, 0.5, 0.1), 0.2)),
        Named(testDescription: "turned box", shape: Shape.box(0.5, 0.3, 0.4).turned(axis: 2, 33).moved(0.1, 0.2, 0)),
        Named(
            testDescription: "lathe",
            shape: .lathe(Outline([(0, -0.5), (0.5, -0.5), (0.3, 0.2), (0.4, 0.6), (0, 0.6)]))),
        Named(testDescription: "extrusion", shape: .extrusion(.regular(5, radius: 0.6), half: 0.3)),
        Named(
            testDescription: "union", shape: Shape.sphere(0.5).joined(.box(0.7, 0.2, 0.2), blend: 0.2), isExact: false),
        Named(testDescription: "cut", shape: Shape.sphere(0.7).cut(by: .box(0.2, 1, 0.2), blend: 0.1), isExact: false),
        Named(testDescription: "ring of copies", shape: Shape.sphere(0.2).moved(0.6, 0, 0).repeatedAround(5)),
        Named(testDescription: "twist", shape: Shape.box(0.4, 0.7, 0.2).twisted(0.5), isExact: false),
    ]

    @Test("a distance changes no faster than the way that is walked", arguments: shapes)
    func lipschitz(named: Named) {
        var random = RandomSource(seed: 3)
        for _ in 0..<400 {
            let a = Vector(random.number(-1...1), random.number(-1...1), random.number(-1...1))
            let b = a + Vector(random.number(-0.1...0.1), random.number(-0.1...0.1), random.number(-0.1...0.1))
            let change = abs(named.shape.distance(a) - named.shape.distance(b))
            #expect(change <= (b - a).length * 1.001 + 1e-5)
        }
    }

    @Test("the surface is where the distance says, and inside the bounds", arguments: shapes)
    func surface(named: Named) {
        var random = RandomSource(seed: 4)
        for _ in 0..<100 {
            var p = Vector(random.number(-1...1), random.number(-1...1), random.number(-1...1))
            for _ in 0..<60 { p = p - named.shape.gradient(p) * named.shape.distance(p) }
            guard abs(named.shape.distance(p)) < 0.001 else {
                #expect(!named.isExact, "\(p) does not reach the surface")
                continue
            }
            #expect(named.shape.bounds.distance(to: p) < 0.002)
        }
    }

    @Test("melting together adds matter only near both")
    func blend() {
        #expect(smoothMinimum(1, 3, 0.5) == 1)
        #expect(smoothMinimum(1, 1, 0.5) == 0.875)
        #expect(smoothMinimum(2, -1, 0) == -1)
    }
}
