import Testing
import TestSupport

@testable import MeshyAPI

@Suite("Downloads are resumed, never mixed")
struct DownloadMachineTests {
    private static func machine(limit: Int64 = 1 << 20) -> DownloadMachine {
        DownloadMachine(call: "download", limit: limit, policy: RetryPolicy())
    }

    private static func head(_ status: Int, _ change: (inout DownloadMachine.Head) -> Void = { _ in })
        -> DownloadMachine.Head
    {
        var head = DownloadMachine.Head(status: status)
        change(&head)
        return head
    }

    @Test("in one go") func whole() {
        var machine = Self.machine()
        #expect(machine.answered(Self.head(200) { $0.length = 10 }, to: machine.first, chance: 0) == .begin)
        #expect(machine.took(10, chance: 0) == nil)
        #expect(machine.ended(nil, chance: 0) == .done)
    }

    @Test("a break is resumed where it happened, tied to the same content") func resume() throws {
        var machine = Self.machine()
        let head = Self.head(200) { ($0.length, $0.etag) = (10, "\"v1\"") }
        #expect(machine.answered(head, to: machine.first, chance: 0) == .begin)
        #expect(machine.took(4, chance: 0) == nil)
        let broken = MeshyAPIError(.interrupted("x"), call: "download")
        guard case .wait(_, let request) = machine.ended(broken, chance: 0) else {
            Issue.record("not resumed")
            return
        }
        #expect(request == DownloadMachine.Request(offset: 4, validator: "\"v1\""))
        let part = Self.head(206) { ($0.length, $0.range) = (6, "bytes 4-9/10") }
        #expect(machine.answered(part, to: request, chance: 0) == .append)
        #expect(machine.took(6, chance: 0) == nil)
        #expect(machine.ended(nil, chance: 0) == .done)
        #expect(machine.received == 10)
    }

    @Test("a server that ignores ranges, or has other content, begins anew") func ignored() {
        var machine = Self.machine()
        _ = machine.answered(Self.head(200) { $0.length = 10 }, to: machine.first, chance: 0)
        _ = machine.took(4, chance: 0)
        guard case .wait(_, let request) = machine.ended(nil, chance: 0) else {
            Issue.record("a short file passed")
            return
        }
        #expect(machine.answered(Self.head(200) { $0.length = 12 }, to: request, chance: 0) == .begin)
        #expect(machine.took(12, chance: 0) == nil)
        #expect(machine.ended(nil, chance: 0) == .done)
    }

    @Test(
        "a part that does not fit begins anew",
        arguments: ["bytes 5-9/10", "bytes 3-9/10", "bytes 4-9/11", "bytes 4-9", "items 4-9/10", "bytes x-9/10", nil])
    func misfit(range: String?) {
        var machine = Self.machine()
        _ = machine.answered(Self.head(200) { $0.length = 10 }, to: machine.first, chance: 0)
        _ = machine.took(4, chance: 0)
        let request = DownloadMachine.Request(offset: 4)
        guard
            case .leave(.wait(_, let next)) = machine.answered(
                Self.head(206) { $0.range = range }, to: request, chance: 0)
        else {
            Issue.record("\(range ?? "nil") was taken")
            return
        }
        #expect(next == machine.first)
    }

    @Test("weak tags tie nothing, dates do") func validators() {
        var machine = Self.machine()
        let head = Self.head(200) {
            ($0.length, $0.etag, $0.lastModified) = (10, "W/\"v1\"", "Mon, 05 Oct 2026 12:00:00 GMT")
        }
        _ = machine.answered(head, to: machine.first, chance: 0)
        _ = machine.took(4, chance: 0)
        guard case .wait(_, let request) = machine.ended(nil, chance: 0) else { return }
        #expect(request.validator == "Mon, 05 Oct 2026 12:00:00 GMT")
    }

    @Test(
        "refusals",
        arguments: [
            (403, .linkExpired), (404, .notFound), (410, .notFound), (400, .refused), (206, nil), (503, nil),
            (429, nil),
        ]
            as [(Int, MeshyAPIError.Reason?)])
    func refusals(status: Int, reason: MeshyAPIError.Reason?) {
        var machine = Self.machine()
        switch machine.answered(Self.head(status), to: machine.first, chance: 0) {
        case .leave(.fail(let error)): #expect(error.reason == reason)
        case .leave(.wait): #expect(reason == nil)
        case let other: Issue.record("\(other)")
        }
    }

    @Test("too large by its own word, or by its bytes") func tooLarge() {
        var machine = Self.machine(limit: 100)
        let tooLarge = DownloadMachine.Step.fail(MeshyAPIError(.tooLarge(limit: 100), call: "download"))
        #expect(machine.answered(Self.head(200) { $0.length = 101 }, to: machine.first, chance: 0) == .leave(tooLarge))
        #expect(machine.answered(Self.head(200), to: machine.first, chance: 0) == .begin)
        #expect(machine.took(100, chance: 0) == nil)
        #expect(machine.took(1, chance: 0) == tooLarge)
    }

    @Test("compressed answers are refused: their length and hash are not the file's") func compressed() {
        var machine = Self.machine()
        guard
            case .leave(.fail) = machine.answered(Self.head(200) { $0.encoding = "gzip" }, to: machine.first, chance: 0)
        else {
            Issue.record("gzip was taken")
            return
        }
        #expect(machine.answered(Self.head(200) { $0.encoding = "identity" }, to: machine.first, chance: 0) == .begin)
    }

    @Test("a server that always breaks, a byte at a time or at once, is given up")
    func bounded() {
        for bytes in [0, 1] {
            var machine = Self.machine()
            var request = machine.first
            var requests = 0
            while requests < 1000 {
                requests += 1
                let head =
                    request.offset == 0
                    ? Self.head(200) { $0.length = 1000 }
                    : Self.head(206) { $0.range = "bytes \(request.offset)-999/1000" }
                #expect(machine.answered(head, to: request, chance: 0) == (request.offset == 0 ? .begin : .append))
                if bytes > 0 { #expect(machine.took(bytes, chance: 0) == nil) }
                guard case .wait(_, let next) = machine.ended(nil, chance: 0) else { break }
                request = next
            }
            #expect(requests == (bytes == 0 ? 5 : 200))
        }
    }

    @Test("a file that is damaged three times is damaged at its source") func damaged() {
        var machine = Self.machine()
        for attempt in 1...3 {
            let step = machine.answered(Self.head(200) { $0.length = 4 }, to: machine.first, chance: 0)
            #expect(step == .begin)
            _ = machine.took(4, chance: 0)
            #expect(machine.ended(nil, chance: 0) == .done)
            let next = machine.wasDamaged("it is no GLB file", chance: 0)
            if attempt == 3 {
                #expect(next == .fail(MeshyAPIError(.damaged("it is no GLB file"), call: "download")))
            } else if case .wait(_, let request) = next {
                #expect(request == machine.first)
                // Whatever happens before the file comes again, nothing of the damaged one is kept.
                guard case .leave(.wait(_, let later)) = machine.answered(Self.head(503), to: request, chance: 0) else {
                    Issue.record("not tried again")
                    return
                }
                #expect(later == machine.first)
            } else {
                Issue.record("\(next)")
            }
        }
    }
}

@Suite("First bytes tell what a file is")
struct FileSignatureTests {
    static func glb(length: UInt32, size: Int) -> [UInt8] {
        let header = Array("glTF".utf8) + [2, 0, 0, 0] + (0..<4).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) }
        return header + Array(repeating: 0, count: size - 12)
    }

    @Test(
        "faults",
        arguments: [
            ("glb", glb(length: 40, size: 40), nil),
            ("glb", glb(length: 41, size: 40), "it has 40 bytes where its header states 41"),
            ("glb", glb(length: 39, size: 40), "it has 40 bytes where its header states 39"),
            ("glb", Array("glTF\u{2}".utf8), "it is no GLB file"),
            ("glb", Array("<html>".utf8), "it is no GLB file"),
            ("glb", [], "it is empty"),
            ("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], nil),
            ("png", [0xFF, 0xD8, 0xFF, 0xE0], nil),
            ("png", Array("<?xml version".utf8), "it is no picture"),
            ("usdz", Array("PK\u{3}\u{4}".utf8), nil),
            ("3mf", Array("PL".utf8), "it is no ZIP archive, as 3mf files are"),
            ("fbx", Array("Kaydara FBX Binary  ".utf8), nil),
            ("fbx", Array("<Error>".utf8), "it is no FBX file"),
            ("obj", Array("# owl\nv 0 0 0".utf8), nil),
            ("obj", Array("<!DOCTYPE html>".utf8), "it is a web page"),
            ("stl", Array("<?xml version=\"1.0\"?><Error/>".utf8), "it is a web page"),
            ("stl", Array(repeating: 0, count: 84), nil),
            ("mp4", [0, 0, 0, 24] + Array("ftypisom".utf8), nil),
            ("novelty", [1, 2, 3], nil),
        ] as [(String, [UInt8], String?)])
    func faults(format: String, bytes: [UInt8], fault: String?) {
        #expect(FileSignature(head: bytes, size: Int64(bytes.count)).fault(as: format) == fault)
    }

    @Test("pictures are told apart") func pictures() {
        #expect(FileSignature(head: [0xFF, 0xD8, 0xFF, 0xE0], size: 4).format == "jpg")
        #expect(FileSignature(head: Array("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 ".utf8), size: 16).format == "webp")
    }
}
