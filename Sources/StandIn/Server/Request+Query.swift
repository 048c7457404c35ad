import Foundation
import Hummingbird

extension Request {
    /// The parameters of the address, decoded as a form is, in which a bare `+` stands for a space.
    var query: [String: String] {
        var parameters: [String: String] = [:]
        for pair in (uri.query ?? "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = sides.count > 1 ? String(sides[1].map { $0 == "+" ? " " : $0 }) : ""
            parameters[String(sides[0])] = value.removingPercentEncoding ?? value
        }
        return parameters
    }
}
