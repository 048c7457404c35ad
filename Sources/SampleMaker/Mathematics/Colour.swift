/// A colour as the texture stores it: sRGB, each channel 0 to 1.
struct Colour: Hashable, Sendable {
    var red: Float
    var green: Float
    var blue: Float

    init(_ red: Float, _ green: Float, _ blue: Float) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// From a number such as `0xFF8000`.
    init(_ hex: UInt32) {
        func channel(_ shift: UInt32) -> Float { Float((hex >> shift) & 0xFF) / 255 }
        self.init(channel(16), channel(8), channel(0))
    }

    /// Lighter above 1, darker below.
    static func * (colour: Colour, factor: Float) -> Colour {
        Colour(colour.red * factor, colour.green * factor, colour.blue * factor)
    }

    /// Between this colour (at 0) and the other (at 1).
    func mixed(_ other: Colour, _ t: Float) -> Colour {
        Colour(mix(red, other.red, t), mix(green, other.green, t), mix(blue, other.blue, t))
    }

    /// How light the colour looks, 0 to 1.
    var luminance: Float { 0.3 * red + 0.59 * green + 0.11 * blue }

    /// More vivid above 1, towards grey below.
    func saturated(_ factor: Float) -> Colour {
        let grey = luminance
        return Colour(grey, grey, grey).mixed(self, factor)
    }

    /// A neighbour of this colour: each channel moved by up to `amount`.
    func varied(_ amount: Float, _ random: inout RandomSource) -> Colour {
        let shade = random.number(-amount...amount)
        return Colour(
            clamp(red + shade + random.number(-amount...amount) / 2),
            clamp(green + shade + random.number(-amount...amount) / 2),
            clamp(blue + shade + random.number(-amount...amount) / 2))
    }
}
