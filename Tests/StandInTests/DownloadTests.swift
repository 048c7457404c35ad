import Hummingbird
import Testing

@testable import StandIn

@Suite struct DownloadTests {
    /// A finished preview's GLB: its address.
    private func model(_ visitor: Visitor) async throws -> String {
        try #require(try await visitor.preview()["model_urls"]?["glb"]?.string)
    }

    @Test("a file comes with its length, its tag and without a key, and the same in parts")
    func ranges() async throws {
        try await Bench().visit { visitor in
            let address = try await model(visitor)
            let whole = try await visitor.download(address)
            let count = whole.body.count
            #expect(whole.status == 200)
            #expect(whole.headers[.contentType] == "model/gltf-binary")
            #expect(whole.headers[.contentLength] == String(count))
            let tag = try #require(whole.headers[.eTag])

            for (range, expected) in [
                ("bytes=0-99", 0..<100), ("bytes=100-", 100..<count), ("bytes=-7", count - 7..<count),
                ("bytes=5-99999999", 5..<count),
            ] {
                let part = try await visitor.download(address, headers: [.range: range])
                #expect(part.status == 206)
                #expect(part.body == Array(whole.body[expected]))
                #expect(
                    part.headers[.contentRange] == "bytes \(expected.lowerBound)-\(expected.upperBound - 1)/\(count)")
            }
            #expect(try await visitor.download(address, headers: [.range: "bytes=\(count)-"]).status == 416)
            #expect(try await visitor.download(address, headers: [.range: "bytes=-0"]).status == 416)
            for odd in ["bytes=1-2,4-5", "lines=1-2", "bytes=b-c", "bytes=9-1", "bytes=--1", "bytes=-"] {
                #expect(try await visitor.download(address, headers: [.range: odd]).status == 200)
            }
            let changed = try await visitor.download(address, headers: [.range: "bytes=5-", .ifRange: "\"other\""])
            #expect(changed.body == whole.body)
            let same = try await visitor.download(address, headers: [.range: "bytes=5-", .ifRange: tag])
            #expect(same.status == 206)
            #expect(try await visitor.download(address, headers: [.ifNoneMatch: tag]).status == 304)
            // Another download of the same file has the same tag, so that it can be resumed.
            #expect(try await visitor.download(address).headers[.eTag] == tag)
        }
    }

    @Test("an address dies with its signature; the task signs a new one")
    func expiry() async throws {
        try await Bench { $0.linkLife = 60_000 }.visit { visitor in
            let task = try await visitor.preview()
            let address = try #require(task["model_urls"]?["glb"]?.string)
            #expect(try await visitor.download(address).status == 200)
            visitor.clock.turn(61)
            let dead = try await visitor.download(address)
            #expect(dead.status == 403)
            #expect(!dead.text.hasPrefix("{"))
            let again = try await visitor.get("\(Visitor.textTo3D)/\(task["id"]?.string ?? "")").json
            #expect(try await visitor.download(try #require(again["model_urls"]?["glb"]?.string)).status == 200)
        }
    }

    @Test("an address that was changed is refused")
    func forgery() async throws {
        try await Bench().visit { visitor in
            let address = try await model(visitor)
            for forged in [
                address.replacing("model.glb", with: "model.obj"), address.replacing("Expires=1", with: "Expires=2"),
                String(address.prefix { $0 != "?" }), address + "0", address.replacing("stand-in/", with: "test/"),
            ] {
                #expect(try await visitor.download(forged).status == 403, "\(forged)")
            }
        }
    }

    @Test("a key that comes along is counted")
    func keys() async throws {
        try await Bench().visit { visitor in
            let address = String(try await model(visitor).dropFirst("http://127.0.0.1".count))
            _ = try await visitor.get(address)
            let requests = try await visitor.get("/_stand-in/ledger").json["requests"]
            #expect(requests?["download"]?.integer == 1)
            #expect(requests?["download-with-key"]?.integer == 1)
        }
    }

    @Test("faults of downloads pass, and then the file is as it was")
    func faults() async throws {
        let plan = "expired@model.glb,redirect@model.glb,wrong-magic@model.glb,corrupt@model.glb,html=200@model.glb"
        try await Bench(faults: plan).visit { visitor in
            let address = try await model(visitor)
            #expect(try await visitor.download(address).text.contains("<html>"))
            #expect(try await visitor.download(address).status == 403)
            let redirect = try await visitor.download(address)
            #expect(redirect.status == 302)
            let target = try #require(redirect.headers[.location])
            let magic = try await visitor.download("http://127.0.0.1" + target)
            #expect(Array(magic.body.prefix(4)) == Array("oops".utf8))
            let corrupt = try await visitor.download(address).body
            let good = try await visitor.download(address).body
            #expect(corrupt.count == good.count && corrupt != good)
            #expect(Array(good.prefix(4)) == Array("glTF".utf8))
        }
    }

    @Test("a format can be missing")
    func missing() async throws {
        try await Bench(faults: "missing=glb+obj").visit { visitor in
            let struck = try await visitor.preview()
            #expect(struck["model_urls"]?.names == ["stl"])
            let whole = try await visitor.preview()
            #expect(whole["model_urls"]?.names == ["glb", "obj", "stl"])
        }
    }
}
