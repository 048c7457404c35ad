/// All tasks of a collection.
package struct TaskListing: Equatable, Sendable {
    /// The tasks, newest first.
    package let tasks: [MeshyTask]
    /// Whether these are provably all: every page was read, and none hid a task while others disappeared.
    package let isComplete: Bool
    /// Whether the service offers such a list at all.
    package let isOffered: Bool
    /// How many entries could not be read as tasks.
    package let unreadable: Int
}

extension MeshyClient {
    /// In which order a page lists tasks.
    package enum ListOrder: String, CaseIterable, Sendable {
        /// The newest first.
        case newestFirst = "-created_at"
        /// The oldest first.
        case oldestFirst = "+created_at"
    }

    /// One page of a collection's tasks; empty behind the last one.
    ///
    /// - Parameters:
    ///   - page: counted from 1.
    ///   - size: how many tasks a page has, 1 to 50.
    package func tasks(
        in collection: TaskCollection, page: Int, size: Int = ListWalk.pageSize, order: ListOrder = .newestFirst
    ) async throws(MeshyAPIError) -> [MeshyTask] {
        try await entries(in: collection, page: page, size: size, order: order).tasks
    }

    /// Every task of a collection, however many pages there are and whatever comes or goes meanwhile.
    ///
    /// Tasks expire at the end of a list that begins with the newest, so that their going hides nothing.
    ///
    /// - Throws: what keeps a page from being read; half a list is never given.
    package func allTasks(in collection: TaskCollection) async throws(MeshyAPIError) -> TaskListing {
        var walk = ListWalk()
        var tasks: [String: MeshyTask] = [:]
        var unreadable = 0
        var step = walk.first
        while case .read(let page) = step {
            let entries: Entries
            do throws(MeshyAPIError) {
                entries = try await self.entries(
                    in: collection, page: page, size: ListWalk.pageSize, order: .newestFirst)
            } catch {
                guard error.status == 404 || error.status == 405, page == 1, tasks.isEmpty else { throw error }
                return TaskListing(tasks: [], isComplete: false, isOffered: false, unreadable: 0)
            }
            // What was read last is the newest news, and its links are the freshest.
            for task in entries.tasks { tasks[task.id] = task }
            unreadable = max(unreadable, entries.unreadable)
            step = walk.take(entries.places)
        }
        let sorted = tasks.values.sorted { ($0.createdAt ?? 0, $0.id) > ($1.createdAt ?? 0, $1.id) }
        return TaskListing(
            tasks: sorted, isComplete: step == .complete && unreadable == 0, isOffered: true, unreadable: unreadable)
    }

    private struct Entries {
        var tasks: [MeshyTask] = []
        var unreadable = 0
        /// One for every entry, so that a page of unreadable ones does not look like the end.
        var places: [(id: String, createdAt: Int64?)] = []
    }

    private func entries(
        in collection: TaskCollection, page: Int, size: Int, order: ListOrder
    ) async throws(MeshyAPIError) -> Entries {
        let sort = order.rawValue.replacing("+", with: "%2B")
        let call = APICall.get("\(collection.path)?page_num=\(page)&page_size=\(size)&sort_by=\(sort)")
        return try await transport.perform(call) { answer throws(MeshyAPIError) in
            guard case .array(let elements) = try Self.json(answer, call.name) else {
                throw MeshyAPIError(
                    .unexpectedAnswer("it is no list"), call: call.name, status: answer.status,
                    requestID: answer.requestID)
            }
            var entries = Entries()
            for (index, element) in elements.enumerated() {
                if let task = try? MeshyTask(element) {
                    entries.tasks.append(task)
                    entries.places.append((task.id, task.createdAt))
                } else {
                    entries.unreadable += 1
                    entries.places.append(("page \(page), entry \(index)", nil))
                }
            }
            return entries
        }
    }
}
