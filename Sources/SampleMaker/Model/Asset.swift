import GLB

/// The member `asset` of a document: what made it.
struct Asset {
    /// Which of several copies this is.
    var copy: Int?

    func write(to document: inout JSONWriter) {
        document.object("asset") { asset in
            if let copy { asset.object("extras") { $0.member("copy", copy) } }
            asset.member("generator", "meshy-lib sample-maker")
            asset.member("version", "2.0")
        }
    }
}
