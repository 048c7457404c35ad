package import Catalog
import GLB
import SystemPackage

extension Library {
    /// Which textures beside a model are byte copies of images in its main file: the index of the image, by the hash of
    /// the texture.
    package func embeddedCopies(of detail: ModelDetail) -> [String: Int] {
        let textures = detail.files.filter { $0.role == .texture }
        guard !textures.isEmpty, detail.model.format == "glb" else { return [:] }
        let path = objects.path(hash: detail.model.hash, format: "glb").string
        guard let file = try? AssetFile(path: path) else { return [:] }
        var copies: [String: Int] = [:]
        for index in file.document.images.indices {
            // Only what is as long can be a copy; most images are not read.
            guard file.document.images[index].bufferView != nil, let image = try? file.data(ofImage: index),
                textures.contains(where: { $0.bytes == image.count }), let bytes = try? image.read(0..<image.count)
            else { continue }
            let hash = ObjectStore.hash(of: bytes)
            if copies[hash] == nil, textures.contains(where: { $0.hash == hash }) { copies[hash] = index }
        }
        return copies
    }
}
