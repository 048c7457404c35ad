/// Why the catalogue could not do what it was asked.
public enum CatalogError: Error, Equatable, Sendable {
    /// There is no catalogue at this path.
    case missing(path: String)
    /// The file cannot be opened, for the reason given.
    case cannotOpen(path: String, reason: String)
    /// The file is not a catalogue: not a SQLite database, or somebody else's.
    case notACatalog(path: String)
    /// A newer version of the program has changed the catalogue; `migrations` are those that this one does not know.
    case newerSchema(path: String, migrations: [String])
    /// Another process kept the catalogue locked for too long.
    case locked
    /// The disk is full.
    case diskFull
    /// The catalogue may not be written.
    case readOnly
    /// The file is damaged, as SQLite describes it.
    case damaged(String)
    /// A rule of the catalogue would be broken, as SQLite describes it.
    case constraint(String)
    /// Anything else that SQLite reports.
    case database(code: Int, message: String)
    /// No model has this id; `suggestions` are models with a similar one.
    case noSuchModel(String, suggestions: [Candidate])
    /// Several models have an id that begins like this; `candidates` are the first of them.
    case ambiguousID(String, candidates: [Candidate])
    /// A name cannot be used, for the reason given.
    case invalidName(String, reason: String)
    /// There is no saved search of this name; `suggestion` is one with a similar name.
    case noSuchSavedSearch(String, suggestion: String?)
    /// There is no collection of this name; `suggestion` is one with a similar name.
    case noSuchCollection(String, suggestion: String?)
    /// A saved search leads back to itself.
    case circularSavedSearch(String)
    /// A query uses more saved searches than this, those within others included.
    case tooManySavedSearches(Int)
    /// A saved search can no longer be read.
    case invalidSavedSearch(String, QueryError)
    /// No task of the journal has this id.
    case noSuchTask(String)
    /// Several tasks of the journal have an id that begins like this.
    case ambiguousTask(String)
    /// Another process, or a person, has meanwhile taken the task elsewhere.
    case taskMovedOn(ModelID, from: String, to: String)
    /// A task of the service, named first, is that of this task of the journal.
    case taskIsTaken(String, by: ModelID)
    /// A cap would be exceeded, as the sentence says.
    case capReached(String)

    /// A model that could have been meant.
    public struct Candidate: Hashable, Sendable {
        /// The model's id.
        public var id: ModelID
        /// What it is called.
        public var title: String
    }
}

extension CatalogError: CustomStringConvertible {
    /// What is wrong, in one sentence.
    public var description: String {
        switch self {
        case .missing(let path):
            "there is no library at \(path)"
        case .cannotOpen(let path, let reason):
            "the catalogue \(path) cannot be opened: \(reason)"
        case .notACatalog(let path):
            "\(path) is not a catalogue of models"
        case .newerSchema(let path, let migrations):
            "the catalogue \(path) was written by a newer version of this program "
                + "(unknown here: \(migrations.joined(separator: ", ")))"
        case .locked:
            "another process has kept the catalogue locked for too long"
        case .diskFull:
            "the disk is full"
        case .readOnly:
            "the catalogue may not be written"
        case .damaged(let message):
            "the catalogue is damaged: \(message)"
        case .constraint(let message):
            "the catalogue refuses this: \(message)"
        case .database(let code, let message):
            "the catalogue failed: \(message) (SQLite code \(code))"
        case .noSuchModel(let text, let suggestions):
            "no model has the id '\(text)'"
                + (suggestions.isEmpty ? "" : "; did you mean \(Self.list(suggestions))?")
        case .ambiguousID(let text, let candidates):
            "several models have an id that begins with '\(text)': \(Self.list(candidates))"
        case .invalidName(let name, let reason):
            "'\(name)' cannot be a name: \(reason)"
        case .noSuchSavedSearch(let name, let suggestion):
            "there is no saved search '\(name)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
        case .noSuchCollection(let name, let suggestion):
            "there is no collection '\(name)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
        case .circularSavedSearch(let name):
            "the saved search '\(name)' leads back to itself"
        case .tooManySavedSearches(let limit):
            "a query may use \(limit) saved searches, those within others included"
        case .invalidSavedSearch(let name, let error):
            "the saved search '\(name)' cannot be read: \(error)"
        case .noSuchTask(let text):
            "the journal has no task '\(text)'"
        case .ambiguousTask(let text):
            "several tasks have an id that begins with '\(text)'"
        case .taskMovedOn(let id, let state, let wanted):
            "the task \(id) is \(state) by now and cannot become \(wanted)"
        case .taskIsTaken(let remote, let id):
            "the service's task \(remote) is that of \(id) already"
        case .capReached(let sentence):
            sentence
        }
    }

    private static func list(_ candidates: [Candidate]) -> String {
        candidates.map { "\($0.id) (\($0.title))" }.joined(separator: ", ")
    }
}
