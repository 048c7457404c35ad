import Testing
import TestSupport

@testable import MeshyAPI

@Suite("Requests")
struct TaskRequestTests {
    @Test("typed parameters become the API's names and values") func typed() {
        var request = TaskRequest(.textTo3DPreview)
        request[.prompt] = "a \"monster\" mask\n"
        request[.topology] = .quad
        request[.targetPolycount] = 20_000
        request[.shouldRemesh] = true
        request[.targetFormats] = [.glb, .threeMF]
        #expect(request[.topology] == .quad)
        #expect(request[.targetFormats] == [.glb, .threeMF])
        #expect(
            request.canonicalText
                == #"{"mode":"preview","prompt":"a \"monster\" mask\n","should_remesh":true,"#
                + #""target_formats":["glb","3mf"],"target_polycount":20000,"topology":"quad"}"#)
        request[.topology] = nil
        #expect(request["topology"] == nil)
    }

    @Test("equal requests are equal texts, whatever the order in which they were made") func canonical() throws {
        let first = try TaskRequest(
            .resize, body: JSON(parsing: Array(#"{"resize_height": 2.0, "model_url":"https://a.example/x.stl"}"#.utf8)))
        let second = try TaskRequest(
            .resize, body: JSON(parsing: Array(#"{"model_url":"https:\/\/a.example/x.stl","resize_height":2}"#.utf8)))
        var third = TaskRequest(.resize)
        third[.modelURL] = "https://a.example/x.stl"
        third[.resizeHeight] = 2
        #expect(first == second && second == third)
        #expect(first.canonicalText == third.canonicalText)
        #expect(first.fingerprint == third.fingerprint)
        #expect(first.fingerprint.count == 64)
        third[.resizeHeight] = 2.5
        #expect(first.fingerprint != third.fingerprint)
    }

    @Test("the same parameters for another kind are another request") func kindCounts() {
        var remesh = TaskRequest(.remesh)
        var unwrap = TaskRequest(.uvUnwrap)
        remesh[.inputTaskID] = "a"
        unwrap[.inputTaskID] = "a"
        #expect(remesh.canonicalText == unwrap.canonicalText)
        #expect(remesh.fingerprint != unwrap.fingerprint)
    }

    @Test("a stored request comes back whole, unknown members and values included") func stored() throws {
        let text =
            #"{"mode":"preview","new_thing":{"deep":[1,null]},"nothing":null,"prompt":"owl","topology":"hexagon"}"#
        let request = try TaskRequest(.textTo3DPreview, body: JSON(parsing: Array(text.utf8)))
        #expect(request[.prompt] == "owl")
        #expect(request[.topology] == nil)
        #expect(request["topology"] == "hexagon")
        #expect(
            request.canonicalText
                == #"{"mode":"preview","new_thing":{"deep":[1,null]},"prompt":"owl","topology":"hexagon"}"#)
        #expect(try TaskRequest(.textTo3DPreview, body: request.body) == request)
    }

    @Test("a body that is no request of the kind is refused") func refused() {
        #expect(throws: RequestError.notAnObject) { try TaskRequest(.remesh, body: ["a"]) }
        #expect(throws: RequestError.otherMode(expected: "refine")) {
            try TaskRequest(.textTo3DRefine, body: ["mode": "preview", "prompt": "owl"])
        }
    }

    @Test("text to motion has a mode of its own") func motion() throws {
        let request = try TaskRequest(.textToMotion, body: ["mode": "swift", "prompt": "wave", "duration": 4])
        #expect(request[.motionMode] == .swift)
        #expect(request.canonicalText == #"{"duration":4,"mode":"swift","prompt":"wave"}"#)
    }

    @Test("every kind belongs to a collection, and the service's word for it leads back") func kinds() {
        for kind in TaskKind.allCases {
            #expect(kind.collection.path.hasPrefix("/openapi/v"))
            #expect(!kind.parameters.isEmpty)
            #expect(Set(kind.parameters.map(\.name)).count == kind.parameters.count, "\(kind)")
            for parameter in kind.parameters { #expect(!parameter.summary.isEmpty) }
        }
        #expect(TaskKind(serviceType: "text-to-3d-refine") == .textTo3DRefine)
        #expect(TaskKind(serviceType: "rig") == .rigging)
        #expect(TaskKind(serviceType: "animate") == .animation)
        #expect(TaskKind(serviceType: "animation") == .animation)
        #expect(TaskKind(serviceType: "print-multi-color") == .printMultiColor)
        #expect(TaskKind(serviceType: "creative-lab-lamp-build") == nil)
        #expect(TaskKind.textTo3DRefine.collection.path == "/openapi/v2/text-to-3d")
        #expect(TaskKind.printRepair.collection.path == "/openapi/v1/print/repair")
        #expect(TaskKind.animation.collection.path == "/openapi/v1/animations")
    }

    @Test("random changes of stored requests are read, or refused with a reason", arguments: Examples.requests)
    func mutations(text: String) {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            guard let json = try? JSON(parsing: Mutation.of(Array(text.utf8), &random)),
                let kind = TaskKind.allCases.randomElement(using: &random),
                let request = try? TaskRequest(kind, body: json)
            else { continue }
            for problem in request.problems(on: .today) { #expect(!"\(problem)".isEmpty, "seed \(seed)") }
            #expect(request.estimatedCredits.atMost >= request.estimatedCredits.credits, "seed \(seed)")
            let path = kind.collection.path
            if let translated = try? RequestTranslation(recordedAs: path, body: json, on: nil, today: .today) {
                #expect((try? TaskRequest(translated.request.kind, body: translated.request.body)) != nil)
            }
        }
    }
}
