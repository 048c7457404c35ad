/// A request that costs credits, and all that became of it.
package struct JournalTask: Hashable, Sendable {
    /// Its short id, which the model that comes of it bears too if it is free then.
    package var id: ModelID
    /// The API's address: whose tasks these are.
    package var account: String
    /// What was asked for, such as `text-to-3d.preview`.
    package var kind: Kind
    /// The request as JSON; what belongs to the library stands in it as `object:HASH.FORMAT`.
    package var request: String
    /// SHA-256 over kind and request: the same for equal requests only.
    package var fingerprint: String
    /// How far it is.
    package var state: TaskState
    /// How much the service has done, 0 to 100.
    package var progress: Int
    /// The service's id; nil until its answer came.
    package var remote: String?
    /// The task whose result this one works on; nil if there is none in the journal.
    package var preceding: ModelID?
    /// What happens with the result.
    package var wish: TaskWish
    /// What it costs at most, as estimated when it was planned.
    package var credits: Int
    /// What the service said last, as JSON without signatures.
    package var answer: String?
    /// What went wrong, or is missing from the result; empty if nothing.
    package var error: String
    /// The service's number of the call, which its support asks for; empty if unknown.
    package var call: String
    /// The process that works on it; see ``Catalog/claimTasks(_:for:isAlive:)``.
    package var owner: String
    /// The model that came of it.
    package var model: ModelID?
    /// When it was written down.
    package var planned: Timestamp
    /// When its request was sent.
    package var sent: Timestamp?
    /// When the service accepted it.
    package var accepted: Timestamp?
    /// When the service was done with it.
    package var ended: Timestamp?
    /// When everything was here.
    package var stored: Timestamp?
    /// When the service removes its files; nil while nobody knows.
    package var deadline: Timestamp?
}

/// What is to happen with the result of a task.
package struct TaskWish: Hashable, Sendable {
    /// What the model is made from: an id here, or the service's id of a task. Empty if from nothing.
    package var parent = ""
    /// How it descends from that; nil if there is no parent.
    package var relation: Relation?
    /// The formats to fetch; empty for all that are offered.
    package var formats: [String] = []
    /// The model's title; empty for none.
    package var title = ""
    /// The model's tags.
    package var tags: [String] = []
    /// The collection that the model comes into; empty for none.
    package var collection = ""
    /// What it belongs to, so that the same batch is not asked for twice; empty for none.
    package var batch = ""

    /// Wishes nothing in particular.
    package init() {}
}

/// A request that is to be written down.
package struct PlannedTask: Hashable, Sendable {
    /// Its id.
    package var id = ModelID.random()
    /// What is asked for.
    package var kind: Kind
    /// The request as JSON.
    package var request: String
    /// SHA-256 over kind and request.
    package var fingerprint: String
    /// The task of the same plan, or an earlier one, that must have succeeded before.
    package var preceding: ModelID?
    /// What is to happen with the result.
    package var wish: TaskWish
    /// What it costs at most.
    package var credits: Int

    /// Describes a request.
    package init(
        kind: Kind, request: String, fingerprint: String, credits: Int, preceding: ModelID? = nil,
        wish: TaskWish = TaskWish()
    ) {
        self.kind = kind
        self.request = request
        self.fingerprint = fingerprint
        self.credits = credits
        self.preceding = preceding
        self.wish = wish
    }
}

/// A task that is on the account, made by somebody else or by a request whose answer was lost.
package struct AdoptedTask: Hashable, Sendable {
    /// What was asked for.
    package var kind: Kind
    /// The service's id.
    package var remote: String
    /// What is known of the request, as JSON.
    package var request: String
    /// SHA-256 over kind and request.
    package var fingerprint: String
    /// What the service said, as JSON without signatures.
    package var answer: String
    /// What it cost; nil if the service does not say.
    package var credits: Int?
    /// When it was made.
    package var created: Timestamp?
    /// When its files go.
    package var deadline: Timestamp?
    /// What is to happen with the result.
    package var wish = TaskWish()

    /// Describes a task.
    package init(kind: Kind, remote: String, request: String, fingerprint: String, answer: String) {
        self.kind = kind
        self.remote = remote
        self.request = request
        self.fingerprint = fingerprint
        self.answer = answer
    }
}

/// A file that a task offers.
package struct JournalFile: Hashable, Sendable {
    /// Where its link stands in the service's answer.
    package var place: String
    /// What it is to the model; `hash` and `bytes` are empty and 0 until it was fetched.
    package var file: ModelFile
    /// Why it could not be fetched the last time; empty if it was not tried or is here.
    package var error: String

    /// Describes a file.
    package init(place: String, file: ModelFile, error: String = "") {
        self.place = place
        self.file = file
        self.error = error
    }

    /// Whether its bytes are in the library.
    package var isHere: Bool { !file.hash.isEmpty }
}

extension JournalTask {
    /// Whether nothing is known to have been charged for it yet.
    package var isUnpaid: Bool { [.planned, .sending, .unknown].contains(state) }
}
