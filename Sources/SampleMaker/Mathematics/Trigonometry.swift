// Sine, cosine and arctangent from the four operations and the square root, which IEEE 754 rounds the same way
// everywhere. The C library's differ in the last bit from one system to the next, and one bit in a vertex is another
// file: a sample must be the same bytes on every platform.

/// The sine of an angle in radians, to single precision.
func sine(_ radians: Float) -> Float {
    let turns = Double(radians) / (2 * .pi)
    var turn = turns - turns.rounded()  // -0.5...0.5
    if turn > 0.25 { turn = 0.5 - turn } else if turn < -0.25 { turn = -0.5 - turn }
    let x = turn * 2 * .pi
    let square = x * x
    var sum = 0.0
    for divisor in stride(from: 14.0, through: 2.0, by: -2.0) {  // Taylor's series, from the last term inwards
        sum = (1 - sum) * square / (divisor * (divisor + 1))
    }
    return Float(x * (1 - sum))
}

/// The cosine of an angle in radians, to single precision.
func cosine(_ radians: Float) -> Float { sine(radians + .pi / 2) }

/// The angle in radians, -π to π, from the X axis to the point (`x`, `y`); 0 for the origin.
func arctangent(_ y: Float, _ x: Float) -> Float {
    let (width, height) = (Double(abs(x)), Double(abs(y)))
    guard width > 0 || height > 0 else { return 0 }
    let steep = height > width
    let ratio = steep ? width / height : height / width
    let half = ratio / (1 + (1 + ratio * ratio).squareRoot())  // half the angle, so that the series ends soon
    let square = half * half
    var sum = 0.0
    for divisor in stride(from: 17.0, through: 1.0, by: -2.0) { sum = 1 / divisor - square * sum }
    var angle = 2 * half * sum
    if steep { angle = .pi / 2 - angle }
    if x < 0 { angle = .pi - angle }
    return Float(y < 0 ? -angle : angle)
}

/// An angle given in degrees, in radians.
func degrees(_ value: Float) -> Float { value * .pi / 180 }
