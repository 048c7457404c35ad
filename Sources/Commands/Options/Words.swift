/// Words on a command line that may begin with a dash, such as `-draft` in a query.
///
/// The argument parser hands over everything that it does not know; what was meant as an option is told apart here.
enum Words {
    /// The words, without the `--` that ends options.
    ///
    /// - Throws: a usage error for a word that looks like a long option.
    static func checked(_ words: [String]) throws -> [String] {
        var result: [String] = []
        var endsOptions = false
        for word in words {
            if !endsOptions, word == "--" {
                endsOptions = true
            } else if !endsOptions, word.hasPrefix("--") {
                throw CommandFailure(
                    "there is no option '\(DisplayText.safe(word))' here",
                    hint: "--help lists the options; '--' before a word takes it as it is", .usage)
            } else {
                result.append(word)
            }
        }
        return result
    }
}
