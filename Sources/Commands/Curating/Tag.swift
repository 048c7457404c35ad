import ArgumentParser
import Catalog

struct Tag: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Put tags on models and take them off.",
        usage: "meshy-lib tag [<id> ...] [--query <query>] +<tag> ... -<tag> ...",
        discussion: "Example: meshy-lib tag 7k2m 9qxd +boss -draft")

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp("Ids of models, +TAG to put on, -TAG to take off.", valueName: "id or tag"))
    var words: [String] = []

    @OptionGroup var query: QueryOptions
    @OptionGroup var change: ChangeOptions

    func run() throws {
        let words = try Words.checked(words)
        let isEdit: (String) -> Bool = { $0.hasPrefix("+") || $0.hasPrefix("-") }
        let edits = try words.filter(isEdit).map { word in
            let tag = String(word.dropFirst())
            guard !tag.isEmpty else {
                throw CommandFailure("'\(word)' names no tag", hint: "write +boss or -draft, without a space", .usage)
            }
            return word.hasPrefix("+") ? Edit.addTag(tag) : .removeTag(tag)
        }
        guard !edits.isEmpty else {
            throw CommandFailure("no tag was named", hint: "write +boss to put it on, -boss to take it off", .usage)
        }
        try change.apply(edits, to: words.filter { !isEdit($0) }, query)
    }
}
