/// A rule about the elements of one accessor: it looks at all of them, piece by piece, and then reports.
protocol ElementCheck {
    /// Looks at some elements; pieces come in order.
    mutating func look(at piece: ElementReader.Piece)

    /// Reports what was found.
    func report(to validation: Validation)
}
