import GLB
import SystemPackage

/// What a file must be to come into the library.
enum ImportedModel {
    /// Why a glTF asset in several files is refused.
    static let looseFiles =
        "a .gltf keeps its data in other files; 'meshy-lib validate --fix x.gltf -o x.glb' packs it into one GLB"

    /// Opens a file that may be a model.
    ///
    /// - Throws: ``GLBError`` if it is not, ``Refusal`` if it is one of a kind that the library does not keep.
    static func check(_ path: FilePath) throws -> Document {
        let file = try AssetFile(path: path.string)
        guard file.container.kind == .glb else { throw Refusal(description: looseFiles) }
        return file.document
    }

    /// A model that the library does not keep.
    struct Refusal: Error, CustomStringConvertible {
        let description: String
    }
}
