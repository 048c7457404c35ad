import Foundation
import Testing

@testable import SampleMaker

@Suite("Mathematics") struct MathematicsTests {
    @Test("sine, cosine and arctangent agree with the C library to single precision")
    func trigonometry() {
        for step in -2000...2000 {
            let angle = Float(step) * 0.01
            #expect(abs(Double(sine(angle)) - sin(Double(angle))) < 1e-6)
            #expect(abs(Double(cosine(angle)) - cos(Double(angle))) < 2e-6)
            let (y, x) = (Float(step) * 0.37, Float(step % 91) - 45)
            #expect(abs(Double(arctangent(y, x)) - atan2(Double(y), Double(x))) < 1e-6)
        }
        #expect(arctangent(0, 0) == 0)
    }

    @Test("a rotation turns as it says and back again")
    func rotation() {
        let quarter = Rotation(about: .unit(1), by: .pi / 2)
        #expect((quarter(Vector(0, 0, 1)) - Vector(1, 0, 0)).length < 1e-6)
        let turn = Rotation(from: Vector(0, 1, 0), to: Vector(1, 2, -3))
        #expect((turn(Vector(0, 1, 0)) - Vector(1, 2, -3).normalized).length < 1e-5)
        let p = Vector(0.3, -0.2, 0.9)
        #expect((turn.inverse(turn(p)) - p).length < 1e-5)
        #expect(((turn * quarter)(p) - turn(quarter(p))).length < 1e-5)
        #expect((Rotation(from: .unit(1), to: -Vector.unit(1))(.unit(1)) + .unit(1)).length < 1e-5)
    }

    @Test("random numbers are those of SplitMix64")
    func random() {
        var source = RandomSource(seed: 1_234_567)
        let published: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        ]
        #expect(published.allSatisfy { $0 == source.next() })
    }

    @Test("noise stays in its range and has no steps")
    func noise() {
        var previous: Float?
        for step in 0..<2000 {
            let value = Noise.clouds(Vector(Float(step) * 0.01, 0.3, -7.7))
            #expect((-1...1).contains(value))
            if let previous { #expect(abs(value - previous) < 0.1) }
            previous = value
        }
    }
}
