package import Catalog
import GLB
import SystemPackage

/// How large a model is in one of its files, beside the main file: the service writes the same model in other units.
package struct FileScale: Equatable, Sendable {
    /// The lengths of the box along the axes, in the file's own unit.
    package let size: SIMD3<Double>
    /// How many times as large its numbers are as those of the main file; nil if the shape is another one.
    package let factor: Double?

    /// Boxes that differ by less are the same: files are written with few digits.
    private static let tolerance = 0.01

    /// - Parameter main: the size of the model in its main file.
    init(size: SIMD3<Double>, main: SIMD3<Double>) {
        self.size = size
        // Files for printing lie on another side: axes are not compared, only lengths.
        let (own, other) = (Self.sorted(size), Self.sorted(main))
        guard let longest = other.last, longest > 0, let mine = own.last, mine > 0 else {
            factor = nil
            return
        }
        let ratio = mine / longest
        let isSame = zip(own, other).allSatisfy { ($0 - $1 * ratio).magnitude <= Self.tolerance * mine }
        // As a person would say it: 1000, not 999.98.
        let rounded = [0.001, 0.01, 0.1, 1, 10, 100, 1000].first { ($0 / ratio - 1).magnitude < Self.tolerance }
        factor = isSame ? rounded ?? ratio : nil
    }

    private static func sorted(_ size: SIMD3<Double>) -> [Double] { [size.x, size.y, size.z].sorted() }
}

extension Library {
    /// How large a model is in its STL and OBJ files, by their hashes; what cannot be read is left out.
    package func scales(of detail: ModelDetail) -> [String: FileScale] {
        guard let size = detail.model.statistics?.size else { return [:] }
        var scales: [String: FileScale] = [:]
        for file in detail.files where file.role == .model && ["stl", "obj"].contains(file.format) {
            let path = objects.path(hash: file.hash, format: file.format).string
            guard let source = try? ByteSource(path: path), let box = try? MeshFileBox(source, format: file.format),
                let found = box.size
            else { continue }
            scales[file.hash] = FileScale(size: found, main: SIMD3(size.x, size.y, size.z))
        }
        return scales
    }
}
