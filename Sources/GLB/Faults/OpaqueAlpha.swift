extension FaultRule {
    /// MESHY_OPAQUE_ALPHA: a PNG carries an alpha channel that is opaque everywhere.
    static let opaqueAlpha = FaultRule(code: .meshyOpaqueAlpha) { file, validation, options in
        guard let codec = options.pictures else { return }
        for (index, png) in file.pngsWithAlpha where codec.hasOpaqueAlpha(png: png) == true {
            let share = file.container.byteCount > 0 ? 100 * png.count / file.container.byteCount : 0
            validation.report(
                .meshyOpaqueAlpha, at: file.document.images[index].place,
                "the image is opaque everywhere; its \(png.count) bytes are \(share) % of the file")
        }
    } mend: { draft, codec in
        // The old image must be left out then, or the file would grow.
        guard let codec, draft.knowsAllReferences else { return }
        for (index, png) in draft.file.pngsWithAlpha where codec.hasOpaqueAlpha(png: png) == true {
            guard let smaller = codec.withoutAlpha(png: png), smaller.count < png.count else { continue }
            let view = draft.addBufferView(draft.append(smaller), smaller.count)
            draft.change(.images, index) { $0["bufferView"] = JSONTree(view) }
            draft.record(
                .meshyOpaqueAlpha, draft.pointer(to: draft.document.images[index]),
                "left out the alpha channel, the colours are the same: \(smaller.count) bytes instead of \(png.count)")
        }
    }
}

extension AssetFile {
    /// How many pixels are decoded; a few bytes can stand for many.
    private static let pixelLimit = 1 << 27

    /// The PNG files with an alpha channel that are in buffer views, with their images' indices.
    fileprivate var pngsWithAlpha: [(image: Int, bytes: [UInt8])] {
        var pixelsLeft = Self.pixelLimit
        var seen: Set<Int> = []
        return document.images.indices.compactMap { index in
            guard let view = document.images[index].bufferView, seen.insert(view).inserted,
                let source = try? data(ofImage: index), let header = try? ImageHeader(reading: source),
                header.format == .png, header.channels == 4
            else { return nil }
            let pixels = header.width.saturatingProduct(header.height)
            guard pixels <= pixelsLeft, let bytes = try? source.read(0..<source.count) else { return nil }
            pixelsLeft -= pixels
            return (index, bytes)
        }
    }
}
