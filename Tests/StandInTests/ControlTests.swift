import HTTPTypes
import Testing

@testable import StandIn

@Suite struct ControlTests {
    private static let body = #"{"mode":"preview","prompt":"a sword"}"#

    @Test("faults before the task was made leave nothing behind; those after it leave the task")
    func beforeAndAfter() async throws {
        let plan = "500,503,502,429,429=queue,429=pending,401,402,drop,html,500-after-create,drop-after-create"
        try await Bench(faults: plan).visit { visitor in
            let statuses = [500, 503, 502, 429, 429, 429, 401, 402, 503, 502]
            for status in statuses { #expect(try await visitor.post(Visitor.textTo3D, Self.body).status == status) }
            #expect(try await visitor.balance() == 1000)
            #expect(try await visitor.post(Visitor.textTo3D, Self.body).status == 500)
            _ = try await visitor.post(Visitor.textTo3D, Self.body)  // the answer is lost
            #expect(try await visitor.balance() == 960)
            #expect(try await visitor.get(Visitor.textTo3D).json.elements.count == 2)
            let ledger = try await visitor.get("/_stand-in/ledger").json
            #expect(ledger["entries"]?.elements.count { $0["kind"]?.string == "charge" } == 2)
            #expect(ledger["requests"]?["create"]?.integer == 12)
        }
    }

    @Test("the ledger keeps what was asked for, but not the pictures in it")
    func requests() async throws {
        try await Bench().visit { visitor in
            let picture = "data:image/png;base64," + String(repeating: "AAAA", count: 10_000)
            _ = try await visitor.make(Family.imageTo3D.path, #"{"image_url":"\#(picture)","enable_pbr":true}"#)
            let entry = try await visitor.get("/_stand-in/ledger").json["entries"]?.elements.last
            #expect(entry?["request"]?["enable_pbr"] == .bool(true))
            #expect(entry?["request"]?["image_url"]?.string?.hasSuffix("(40022 bytes)") == true)
        }
    }

    @Test("plans are replaced while it runs, and say how often they struck")
    func plans() async throws {
        try await Bench().visit { visitor in
            let set = try await visitor.post("/_stand-in/faults", "500@balance:1,drop@download:10%")
            #expect(set.status == 200)
            #expect(try await visitor.get("/openapi/v1/balance").status == 500)
            let rules = try await visitor.get("/_stand-in/faults").json.elements
            #expect(rules.map { $0["rule"]?.string } == ["500@balance:1", "drop@download:10%"])
            #expect(rules.first?["struck"]?.integer == 1)
            let refused = try await visitor.post("/_stand-in/faults", "nonsense")
            #expect(refused.status == 400)
            #expect(refused.message == "nonsense: there is no fault nonsense")
            #expect(try await visitor.get("/_stand-in/faults").json.elements.count == 2)
            _ = try await visitor.post("/_stand-in/faults", "")
            #expect(try await visitor.get("/_stand-in/faults").json.elements.isEmpty)
        }
    }

    @Test("the clock is put forward, by hand or by a fault")
    func clock() async throws {
        try await Bench(faults: "advance=2m@retrieve").visit { visitor in
            let id = try await visitor.make(Visitor.textTo3D, Self.body)
            #expect(try await visitor.get("\(Visitor.textTo3D)/\(id)").json["status"]?.string == "SUCCEEDED")
            let before = try #require(try await visitor.get("/_stand-in/clock").json["now"]?.integer)
            let after = try await visitor.call(.post, "/_stand-in/clock?advance=3d").json["now"]?.integer
            #expect(after == before + 259_200_000)
            #expect(try await visitor.get("\(Visitor.textTo3D)/\(id)").status == 404)
            for wrong in ["", "?advance=", "?advance=soon", "?advance=-1d"] {
                #expect(try await visitor.call(.post, "/_stand-in/clock\(wrong)").status == 400)
            }
        }
    }
}
