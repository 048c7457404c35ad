/// A text that is not a plan of faults: what is wrong, and with which of its parts.
package struct FaultPlanError: Error, Equatable, CustomStringConvertible {
    package let description: String
}

extension FaultPlan {
    /// Reads a plan: `fault[=value][@place[+place…]][:how often]`, separated by commas.
    ///
    /// How often: `3` the first three occasions, `2-4` the second to the fourth, `*` each, `10%` each with that chance;
    /// the first occasion if nothing is said.
    package init(parsing text: some StringProtocol, seed: UInt64) throws(FaultPlanError) {
        var rules: [Rule] = []
        for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            rules.append(try Self.rule(String(part)))
        }
        self.init(rules: rules, seed: seed)
    }

    private static func rule(_ text: String) throws(FaultPlanError) -> Rule {
        // A value may hold colons (an address), so the frequency is what follows the last one and is not a value.
        let at = text.lastIndex(of: "@")
        let tail = text[(at ?? text.startIndex)...]
        let colon = tail.lastIndex(of: ":").flatMap { frequency(text[text.index(after: $0)...]) == nil ? nil : $0 }
        if colon == nil, at != nil || !text.contains("="), text.contains(":") {
            throw FaultPlanError(description: "\(text): how often is a count (3), a range (2-4), a chance (10%) or *")
        }
        let body = text[..<(colon ?? text.endIndex)]
        let nameAndValue = body[..<(at ?? body.endIndex)].split(separator: "=", maxSplits: 1)
        guard let name = nameAndValue.first else { throw FaultPlanError(description: "\(text): a fault has a name") }
        let value = nameAndValue.count > 1 ? String(nameAndValue[1]) : nil
        guard let fault = fault(String(name), value) else {
            throw FaultPlanError(description: "\(text): there is no fault \(nameAndValue.joined(separator: "="))")
        }
        let place = at.map { body[body.index(after: $0)...].split(separator: "+").map(String.init) } ?? []
        return Rule(
            text: text, fault: fault, place: Set(place),
            frequency: colon.flatMap { frequency(text[text.index(after: $0)...]) } ?? .occasions(1...1))
    }

    private static func frequency(_ text: Substring) -> Frequency? {
        if text == "*" { return .occasions(1...Int.max) }
        if text.hasSuffix("%") {
            guard let percent = Double(text.dropLast()), (0...100).contains(percent) else { return nil }
            return .chance(percent / 100)
        }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        switch ends.count {
        case 1:
            guard let count = ends[0], count >= 1 else { return nil }
            return .occasions(1...count)
        case 2:
            guard let first = ends[0], let last = ends[1], first >= 1, last >= first else { return nil }
            return .occasions(first...last)
        default: return nil
        }
    }

    private static func fault(_ name: String, _ value: String?) -> Fault? {
        if let value { return faultWithValue(name, value) }
        switch name {
        case "drop": return .drop
        case "html": return .html(status: 502)
        case "drop-after-create": return .dropAfterCreate
        case "fail": return TaskError.known["server_error"].map(Fault.fail)
        case "stall": return .stall
        case "cancel": return .cancel
        case "unknown-status": return .unknownStatus("PAUSED")
        case "missing": return .missing([.glb])
        case "slow-queue": return .slowQueue(5)
        case "truncate": return .truncate
        case "corrupt": return .corrupt
        case "wrong-magic": return .wrongMagic
        case "wrong-length": return .wrongLength(1000)
        case "expired": return .expired
        case "redirect": return .redirect(nil)
        case "cut": return .cut
        case "error-event": return .errorEvent
        case "comments": return .comments
        case "silent": return .silent
        case "out-of-order": return .outOfOrder
        case "duplicate": return .duplicate
        default: break
        }
        let suffix = "-after-create"
        if name.hasSuffix(suffix) {
            return Int(name.dropLast(suffix.count)).flatMap { (500...599).contains($0) ? .statusAfterCreate($0) : nil }
        }
        return Int(name).flatMap { (400...599).contains($0) ? .status($0) : nil }
    }

    private static func faultWithValue(_ name: String, _ value: String) -> Fault? {
        switch name {
        case "slow": return DurationText.milliseconds(value).map(Fault.slow)
        case "advance": return DurationText.milliseconds(value).map(Fault.advance)
        case "429": return ["rate": .status(429), "queue": .queueFull, "pending": .pendingFull][value]
        case "html": return Int(value).flatMap { (200...599).contains($0) ? .html(status: $0) : nil }
        case "fail": return TaskError.known[value].map(Fault.fail)
        case "unknown-status": return .unknownStatus(value)
        case "missing":
            let formats = value.split(separator: "+").map { ModelFormat(rawValue: String($0)) }
            return formats.contains(nil) ? nil : .missing(formats.compactMap(\.self))
        case "slow-queue": return Int(value).flatMap { (1...1000).contains($0) ? .slowQueue($0) : nil }
        case "wrong-length":
            return Int(value).flatMap { (-1_000_000...1_000_000).contains($0) ? .wrongLength($0) : nil }
        case "redirect": return .redirect(value)
        default: return nil
        }
    }
}
