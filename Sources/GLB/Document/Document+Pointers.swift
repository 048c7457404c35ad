extension Document {
    /// The JSON pointer to a value of this document.
    ///
    /// Objects of the document's own arrays, and what is in them, are found by halving: going through all that stands
    /// before would make it quadratic to name every object.
    func pointer(to place: JSONPlace) -> String {
        way(to: place, in: accessors, .accessors) ?? way(to: place, in: bufferViews, .bufferViews)
            ?? way(to: place, in: buffers, .buffers) ?? way(to: place, in: nodes, .nodes)
            ?? way(to: place, in: meshes, .meshes) ?? way(to: place, in: materials, .materials)
            ?? way(to: place, in: images, .images) ?? way(to: place, in: textures, .textures)
            ?? way(to: place, in: samplers, .samplers) ?? way(to: place, in: skins, .skins)
            ?? way(to: place, in: animations, .animations) ?? way(to: place, in: scenes, .scenes)
            ?? way(to: place, in: cameras, .cameras) ?? json.pointer(to: place)
    }

    private func way(to place: JSONPlace, in objects: [some DocumentObject], _ array: DocumentArray) -> String? {
        var (low, high) = (0, objects.count)
        while low < high {
            let middle = (low + high) / 2
            if objects[middle].place.index <= place.index { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let object = objects[low - 1].place
        guard place.index < json[object].node.next else { return nil }
        return "/\(array)/\(low - 1)" + json.pointer(to: place, below: object)
    }
}
