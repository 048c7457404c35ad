/// Which part of a list is asked for.
struct Page: Equatable, Sendable {
    private let number: Int
    private let size: Int
    private let isNewestFirst: Bool

    /// Reads the parameters of a list call. They are decoded as a form is, in which a bare `+` stands for a space.
    init(_ parameters: [String: String]) throws(Refusal) {
        func integer(_ name: String, _ usual: Int, _ range: ClosedRange<Int>) throws(Refusal) -> Int {
            guard let text = parameters[name], !text.isEmpty else { return usual }
            guard let value = Int(text), range.contains(value) else {
                throw .invalid("Invalid \(name): \(text)")
            }
            return value
        }
        number = try integer("page_num", 1, 1...Int.max)
        size = try integer("page_size", 10, 1...50)
        switch parameters["sort_by"] ?? "" {
        case "", "-created_at": isNewestFirst = true
        case "+created_at": isNewestFirst = false
        case let other: throw .invalid("Invalid sort_by: \(other), must be one of [+created_at -created_at]")
        }
    }

    /// The part of a list that is sorted with the oldest first.
    func cut<Element>(_ list: [Element]) -> [Element] {
        let (skipped, isHuge) = (number - 1).multipliedReportingOverflow(by: size)
        guard !isHuge else { return [] }
        return Array((isNewestFirst ? list.reversed() : list).dropFirst(skipped).prefix(size))
    }
}
