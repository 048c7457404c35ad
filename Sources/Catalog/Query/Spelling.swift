/// How far words are from each other.
package enum Spelling {
    /// The candidate that `word` may have been meant to be: the one with the fewest slips of the keyboard, the one that it
    /// begins, or one that begins as it does and differs little after that; nil if none is near.
    package static func nearest(to word: String, in candidates: [String]) -> String? {
        let typed = Array(word.utf8)
        let near = candidates.compactMap { candidate in
            distance(typed, Array(candidate.utf8), atMost: allowed(typed.count)).map { (candidate, $0) }
        }
        if let best = near.min(by: { $0.1 < $1.1 }) { return best.0 }
        guard typed.count >= 2 else { return nil }
        return candidates.first { $0.hasPrefix(word) }
            ?? candidates.first { candidate in
                candidate.utf8.starts(with: typed.prefix(3)) && typed.count > 3
                    && distance(typed, Array(candidate.utf8), atMost: 2) != nil
            }
    }

    /// How many slips are believable in a word of so many letters.
    static func allowed(_ length: Int) -> Int {
        switch length {
        case ..<2: 0
        case ..<6: 1
        default: 2
        }
    }

    /// The number of letters to insert, delete, replace, or exchange with their neighbour, to make one word of the other
    /// (Damerau's distance, restricted: no letter is touched twice); nil if it is more than `limit`.
    static func distance(_ first: [UInt8], _ second: [UInt8], atMost limit: Int) -> Int? {
        guard abs(first.count - second.count) <= limit else { return nil }
        if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for i in 1...first.count {
            var row = [i]
            row.reserveCapacity(last.count)
            var best = i
            for j in 1...second.count {
                let isSame = first[i - 1] == second[j - 1]
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1))
                if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
                    cost = min(cost, beforeLast[j - 2] + 1)
                }
                row.append(cost)
                best = min(best, cost)
            }
            // A later row can be one better than this one, through an exchange that skips it.
            guard best <= limit + 1 else { return nil }
            (beforeLast, last) = (last, row)
        }
        return last[second.count] <= limit ? last[second.count] : nil
    }
}
