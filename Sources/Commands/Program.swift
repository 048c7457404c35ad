/// The command-line program.
public enum Program {
    /// Runs the command that the process's arguments name, and ends the process.
    public static func main() async {}
}
