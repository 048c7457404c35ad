/// Something that goes wrong because it was asked for.
enum Fault: Equatable, Sendable {
    // To any request, before anything is done for it.
    case slow(Milliseconds)
    case advance(Milliseconds)
    case status(Int)
    case queueFull
    case pendingFull
    case drop
    case html(status: Int)

    // To a create, after the task was made.
    case statusAfterCreate(Int)
    case dropAfterCreate

    // To a new task.
    case fail(TaskError)
    case stall
    case cancel
    case unknownStatus(String)
    case missing([ModelFormat])
    case slowQueue(Int)

    // To a download.
    case truncate
    case corrupt
    case wrongMagic
    case wrongLength(Int)
    case expired
    case redirect(String?)

    // To an event stream; the last two also to webhooks.
    case cut
    case errorEvent
    case comments
    case silent
    case outOfOrder
    case duplicate

    /// Where a fault can strike.
    enum Point: Sendable { case arrival, created, birth, download, stream, webhook }

    var points: Set<Point> {
        switch self {
        case .slow, .advance, .status, .queueFull, .pendingFull, .drop, .html: [.arrival]
        case .statusAfterCreate, .dropAfterCreate: [.created]
        case .fail, .stall, .cancel, .unknownStatus, .missing, .slowQueue: [.birth]
        case .truncate, .corrupt, .wrongMagic, .wrongLength, .expired, .redirect: [.download]
        case .cut, .errorEvent, .comments, .silent: [.stream]
        case .outOfOrder, .duplicate: [.stream, .webhook]
        }
    }

    /// Whether other faults can strike beside it.
    var isMild: Bool {
        switch self {
        case .slow, .advance, .comments, .missing, .slowQueue: true
        default: false
        }
    }
}
