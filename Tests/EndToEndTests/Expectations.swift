import TestSupport
import Testing

/// Fails, with what the program said, unless it ended well.
func expectSuccess(_ result: CommandResult, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try #require(
        result.status == 0, "status \(result.status)\n\(result.output)\(result.errors)", sourceLocation: sourceLocation)
}
