/// The models that descend from each other, with the lines of descent between them.
package struct Family: Sendable {
    /// One line of descent.
    package struct Line: Hashable, Sendable {
        /// What was made.
        package var child: ModelID
        /// What it was made from; nil while that is not in the library.
        package var parent: ModelID?
        /// What the line was recorded with: a model id or the service's task id.
        package var reference: String
        /// What made the child out of the parent.
        package var relation: Relation
    }

    /// The models, the nearest relatives of the one that was asked for first.
    package var models: [Model] = []
    /// The lines between them, and to parents that are not in the library, in the order in which they were recorded.
    package var lines: [Line] = []
    /// Whether this is all of it: a family of more models than asked for is cut off at its farthest ends.
    package var isComplete = true
}
