/// An octahedron with corners at one unit on each axis, compressed in each way: made with the libraries' own encoders.
enum Octahedron {
    static let positions: [Float] = [1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1]
    static let indices: [UInt32] = [0, 2, 4, 2, 1, 4, 1, 3, 4, 3, 0, 4, 2, 0, 5, 1, 2, 5, 3, 1, 5, 0, 3, 5]

    /// Draco streams; positions are quantised to 8 bits and have the id 0.
    static let draco = [
        "sequential": bytes(
            "445241434F020201000000080601000102010302030402040002010005030105040305000405010100090300000200010101028002C9"
                + "119103FFFFFFEBAD0A1D07E11807D8774C9ED0748800000000FF000000000080BF000080BF000080BF0000004008"),
        "edgebreaker": bytes(
            "445241434F02020101000000060800070000026F1501011001FF000001000903000002010101010180025515FFFFFFEF1D07039123056F"
                + "3532035900000000FF000000000080BF000080BF000080BF0000004008"),
    ]

    /// The positions as meshoptimizer's attributes.
    static let meshoptPositions = bytes(
        "A00000010C000000FF013C000000FF820000010CC00000FFFF010FC000007EFF8200000100C00000FF0100F000007EFF00000000000000"
            + "000000000000000000000000000000803F0000000000000000")
    /// The indices as meshoptimizer's triangles.
    static let meshoptTriangles = bytes("E1FE100D048F021115FF040404007687566778A9866589689801690000")
    /// The indices as meshoptimizer's indices.
    static let meshoptIndices = bytes("D100080806020C0A0804020A100606140E040C060610120C0800000000")
    /// The positions through the exponential filter.
    static let exponential = bytes(
        "A000013C0000007F4001180000000000010FC00000407F40010180000000000100F00000407F0100100000000000000000000000000000"
            + "000000000000000000002000F3000000F3000000F3")
    /// The positions as unit vectors of four bytes through the octahedral filter.
    static let octahedral = bytes(
        "A0013C30000004FEFE010FF00000FE04FEFE0000000000000000000000000000000000000000000000000000000000007F007F00")
    /// The quaternions (0, 0, 0, 1) and (½, ½, ½, ½) through the quaternion filter.
    static let quaternions = bytes(
        "A00130000000FB0130000000B40130000000FB0130000000B40130000000FB0130000000B4013000000005000000000000000000000000"
            + "00000000000000000000000000000000000000FF7F")

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.utf8.map { $0 < 65 ? $0 - 48 : $0 - 55 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
