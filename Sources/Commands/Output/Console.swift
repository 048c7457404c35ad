/// What commands say: results to standard output, everything else to standard error.
enum Console {
    /// Writes a line of results.
    static func line(_ text: String = "") {
        World.current.write(.output, text + "\n")
    }

    /// Tells the person something that is not a result.
    static func note(_ text: String) {
        World.current.write(.errors, text + "\n")
    }

    /// Tells of something that went wrong while the command goes on.
    static func warning(_ text: String) {
        note(Style.yellow.onErrors("warning:") + " " + text)
    }

    /// Tells of what ended the command, and what helps.
    static func report(_ failure: any UserFacing) {
        note(Style.red.onErrors("error:") + " " + DisplayText.safeLines(failure.description))
        if let hint = failure.hint { note(Style.bold.onErrors("hint:") + " " + DisplayText.safeLines(hint)) }
    }
}

/// How a word looks on a terminal that shows colours (ECMA-48 SGR).
enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case yellow = "33"

    /// The text in this style, for results.
    func callAsFunction(_ text: String) -> String {
        World.current.usesColour ? wrap(text) : text
    }

    /// The text in this style, for notes.
    func onErrors(_ text: String) -> String {
        let world = World.current
        return world.errorsAreTerminal && (world.environment("NO_COLOR") ?? "").isEmpty ? wrap(text) : text
    }

    private func wrap(_ text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}
