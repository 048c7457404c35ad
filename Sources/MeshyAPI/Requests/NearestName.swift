/// Finds what somebody meant who mistyped a name.
enum NearestName {
    /// The name that takes the fewest changes of a letter; nil if all are too far from what was typed.
    static func of(_ typed: String, among names: [String]) -> String? {
        // What is longer than any name is none; the time stays small however long it is.
        let letters = Array(typed.lowercased())
        guard letters.count <= 64 else { return nil }
        let best = names.map { (name: $0, distance: distance(letters, Array($0.lowercased()))) }
            .min { $0.distance < $1.distance }
        guard let best, best.distance <= max(1, letters.count / 3) else { return nil }
        return best.name
    }

    /// How many letters must be put in, taken out, replaced or swapped with the next one.
    private static func distance(_ first: [Character], _ second: [Character]) -> Int {
        if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
        var rowBefore: [Int] = []
        var row = Array(0...second.count)
        for (i, letter) in first.enumerated() {
            var next = [i + 1]
            for (j, other) in second.enumerated() {
                var cost = min(row[j] + (letter == other ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, letter == second[j - 1], first[i - 1] == other {
                    cost = min(cost, rowBefore[j - 1] + 1)
                }
                next.append(cost)
            }
            (rowBefore, row) = (row, next)
        }
        return row[second.count]
    }
}
