import GRDB

/// The catalogue of a library: every model, what is known about it, and how to find it again.
///
/// It is one SQLite file in write-ahead mode. Several catalogues, in one process or many, may be open on the same file: a
/// reader never waits for a writer, and writers wait for each other up to ten seconds. All methods are synchronous and may
/// be called from any thread.
public final class Catalog: Sendable {
    /// What a catalogue is opened for.
    public enum Access: Sendable {
        /// Reading alone: the quickest way in. The catalogue must exist.
        case read
        /// Reading and writing. A catalogue that does not exist is made.
        case write
    }

    /// Opens the catalogue in the file at `path`, brought up to this version's schema first where that is needed.
    public init(path: String, access: Access = .write) throws(CatalogError) {
        fatalError()
    }

    // MARK: Adding

    /// Adds models in one transaction, all or none; the outcomes are in the order of `models`.
    public func add(_ models: [NewModel]) throws(CatalogError) -> [AddOutcome] { fatalError() }

    /// Replaces what is known about a stored object's content. `version` tells how new the inspector is.
    public func record(_ inspection: Inspection, ofObject hash: String) throws(CatalogError) { fatalError() }

    // MARK: Finding

    /// The models that a query describes.
    public func search(_ query: Query, page: Page = Page()) throws(CatalogError) -> SearchResult { fatalError() }

    /// The ids of all models that a query describes, in its order.
    public func ids(matching query: Query) throws(CatalogError) -> [ModelID] { fatalError() }

    /// The model that a reference means: an id, a task id of the service, or the beginning of either.
    public func resolve(_ reference: String) throws(CatalogError) -> ModelID { fatalError() }

    // MARK: Reading

    /// Everything about a model.
    public func model(_ id: ModelID) throws(CatalogError) -> ModelDetail { fatalError() }

    /// Models as lists show them, in the order of `ids`.
    public func models(_ ids: [ModelID]) throws(CatalogError) -> [Model] { fatalError() }

    /// The models whose files have this content.
    public func models(withObject hash: String) throws(CatalogError) -> [Model] { fatalError() }

    /// All tags, the most frequent first.
    public func tags() throws(CatalogError) -> [NamedCount] { fatalError() }

    /// All collections by name.
    public func collections() throws(CatalogError) -> [NamedCount] { fatalError() }

    /// The library in numbers; `top` is how many of the largest models are listed.
    public func statistics(top: Int = 10) throws(CatalogError) -> LibraryStatistics { fatalError() }

    // MARK: Curation

    /// Makes the same edits to many models, in one transaction that `undo` can take back.
    public func apply(_ edits: [Edit], to ids: [ModelID]) throws(CatalogError) -> ChangeSummary { fatalError() }

    /// What `apply` would do, without doing it.
    public func preview(_ edits: [Edit], on ids: [ModelID]) throws(CatalogError) -> ChangeSummary { fatalError() }

    /// Takes back the last change that was not taken back yet; nil if there is none.
    public func undo() throws(CatalogError) -> UndoSummary? { fatalError() }

    /// All saved searches by name.
    public func savedSearches() throws(CatalogError) -> [SavedSearch] { fatalError() }

    /// Gives a query a name, to be used as `@name`; a search of that name is replaced.
    public func saveSearch(_ query: Query, as name: String) throws(CatalogError) { fatalError() }

    /// Forgets a saved search.
    public func deleteSavedSearch(_ name: String) throws(CatalogError) { fatalError() }

    // MARK: Care

    /// Stored objects in the order of their hashes, for `verify`; pass the last hash to get the next ones.
    public func objects(after hash: String = "", limit: Int = 1000) throws(CatalogError) -> [StoredObject] {
        fatalError()
    }

    /// Notes that these objects' bytes were compared with their hashes just now.
    public func markVerified(_ hashes: [String]) throws(CatalogError) { fatalError() }

    /// Objects whose inspection is missing or older than `version`, in the order of their hashes.
    public func objects(inspectedBefore version: Int, limit: Int = 1000) throws(CatalogError) -> [StoredObject] {
        fatalError()
    }

    /// Objects that no model has any more.
    public func unreferencedObjects() throws(CatalogError) -> [StoredObject] { fatalError() }

    /// Deletes models for ever; returns the objects that no other model has. It cannot be undone.
    public func delete(_ ids: [ModelID]) throws(CatalogError) -> [StoredObject] { fatalError() }

    /// Forgets objects whose files are gone; those that a model still has are kept.
    public func forgetObjects(_ hashes: [String]) throws(CatalogError) { fatalError() }
}
