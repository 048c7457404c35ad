/// Questions to a person.
enum Question {
    /// Asks for a yes; anything else ends the command.
    ///
    /// - Parameter option: the option that says yes beforehand; named where nobody can be asked.
    static func confirm(_ question: String, unless option: String) throws {
        guard World.current.inputIsTerminal else {
            throw CommandFailure("this needs a yes, and nobody is there to ask", hint: "say it with \(option)", .usage)
        }
        World.current.write(.errors, "\(question) [y/N] ")
        guard let answer = readLine()?.lowercased(), answer == "y" || answer == "yes" else {
            Console.note("nothing was done")
            throw Ending(status: .success)
        }
    }
}
