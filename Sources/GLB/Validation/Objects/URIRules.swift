/// Rules of the URIs of buffers and images (specification, section 2.8; RFC 3986).
enum URIRules {
    /// INVALID_URI, NON_RELATIVE_URI: whether a URI is well formed, and whether it is relative.
    static func check(_ uri: String, at place: JSONPlace, _ validation: Validation) -> Bool {
        if DataURI.isDataURI(uri) {
            guard DataURI(uri) == nil else { return true }
            validation.report(.invalidURI, at: place, "the data URI is not well formed, or its base64 text is not")
            return false
        }
        guard let reference = Reference(uri) else {
            validation.report(.invalidURI, at: place, "'\(uri.prefix(60))' is not a well-formed URI")
            return false
        }
        if !reference.isRelative {
            validation.report(.nonRelativeURI, at: place, "'\(uri.prefix(60))' is not relative to the document")
        }
        return true
    }

    /// URI_GLB, DATA_URI_GLB: of URIs that are not well formed too.
    static let uriInGLB: Schema.Check = { object in
        guard object.validation.isGLB, let uri = object.validation.json[object.place]["uri"]?.string else { return }
        object.report(.uriInGLB, "uri", "a GLB should hold all its data itself")
        if DataURI.isDataURI(uri) {
            object.report(.dataURIInGLB, "uri", "the data is written as text although there is a binary chunk for it")
        }
    }

    /// The parts of a URI that matter here.
    struct Reference {
        /// Whether there is neither a scheme nor a host nor a path from the root.
        let isRelative: Bool

        init?(_ uri: String) {
            let text = Array(uri.utf8)
            guard percentDecoded(text) != nil else { return nil }
            let delimiter = text.firstIndex { byte in [":", "/", "?", "#"].contains { $0 == byte } }
            guard let delimiter, text[delimiter] == UInt8(ascii: ":") else {
                isRelative = !uri.hasPrefix("/")
                return
            }
            guard delimiter > 0, Self.isScheme(text[..<delimiter]) else { return nil }
            isRelative = false
        }

        /// A letter, then letters, digits, plus, minus and dots (RFC 3986, section 3.1).
        private static func isScheme(_ text: ArraySlice<UInt8>) -> Bool {
            func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
            return text.first.map(isLetter) ?? false
                && text.allSatisfy { byte in
                    isLetter(byte) || (0x30...0x39).contains(byte) || ["+", "-", "."].contains { $0 == byte }
                }
        }
    }
}

/// Compares a character literal with a byte.
private func == (character: Unicode.Scalar, byte: UInt8) -> Bool { character.value == UInt32(byte) }
