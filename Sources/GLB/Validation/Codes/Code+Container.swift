/// What can be wrong with the GLB container (specification, section 4) and with reading bytes at all.
extension Finding.Code {
    static let container: [Self] = [
        glbChunkLengthUnaligned, glbChunkTooBig, glbDuplicateChunk, glbEmptyBinaryChunk, glbEmptyChunk, glbExtraData,
        glbInvalidMagic, glbInvalidVersion, glbLengthMismatch, glbLengthTooSmall, glbUnexpectedBinaryChunk,
        glbUnexpectedEndOfChunkData, glbUnexpectedEndOfChunkHeader, glbUnexpectedEndOfHeader,
        glbUnexpectedFirstChunk, glbUnknownChunkType, inputOutputError,
    ]

    static let glbChunkLengthUnaligned = Self(
        "GLB_CHUNK_LENGTH_UNALIGNED",
        what: "A chunk's length is not a multiple of four bytes.",
        why: "Readers that map the file and look at numbers in place need each chunk to begin at a multiple of four.",
        mend: "Pad the JSON chunk with spaces and the BIN chunk with zeros, and count the padding in the length.")

    static let glbChunkTooBig = Self(
        "GLB_CHUNK_TOO_BIG",
        what: "A chunk states more bytes than the header's total length leaves for it.",
        why: "One of the two lengths is wrong, so a reader cannot know where the data ends.",
        mend: "Export or download the file again.")

    static let glbDuplicateChunk = Self(
        "GLB_DUPLICATE_CHUNK",
        what: "There is a second JSON or BIN chunk.",
        why: "A GLB has one document and at most one binary chunk; readers ignore the second one, or refuse the file.",
        mend: "Keep the first chunk, or put all data into it.")

    static let glbEmptyBinaryChunk = Self(
        "GLB_EMPTY_BIN_CHUNK", .information,
        what: "The BIN chunk has no bytes.",
        why: "It does nothing; a GLB without binary data needs no such chunk.",
        mend: "Leave the chunk out.")

    static let glbEmptyChunk = Self(
        "GLB_EMPTY_CHUNK",
        what: "A chunk has no bytes.",
        why: "Only the BIN chunk may be empty; an empty JSON chunk holds no document.",
        mend: "Export the file again, or leave an unknown empty chunk out.")

    static let glbExtraData = Self(
        "GLB_EXTRA_DATA", .warning,
        what: "Bytes follow the end that the GLB header states.",
        why: "Readers ignore them, so they only make the file larger, or the stated length is wrong.",
        mend: "Cut the file at the stated length, or correct the length.")

    static let glbInvalidMagic = Self(
        "GLB_INVALID_MAGIC",
        what: "The file does not begin with the four letters \"glTF\".",
        why: "It is no GLB, whatever its name says.",
        mend: "Look at what the file is: an error page, an archive or a Git LFS pointer are the usual ones.")

    static let glbInvalidVersion = Self(
        "GLB_INVALID_VERSION",
        what: "The GLB header states another version than 2.",
        why: "Version 1 is packed differently; a reader of version 2 cannot find the document.",
        mend: "Export the model as glTF 2.0, or convert the file with gltf-pipeline.")

    static let glbLengthMismatch = Self(
        "GLB_LENGTH_MISMATCH",
        what: "The GLB header states another length than the file has.",
        why: "Mostly a download or a copy broke off, and data is missing at the end.",
        mend: "Download the file again; if it is complete, correct the length in the header.")

    static let glbLengthTooSmall = Self(
        "GLB_LENGTH_TOO_SMALL",
        what: "The GLB header states a length that leaves no room for a document.",
        why: "Header and first chunk header alone take 20 bytes.",
        mend: "Export the file again.")

    static let glbUnexpectedBinaryChunk = Self(
        "GLB_UNEXPECTED_BIN_CHUNK",
        what: "The BIN chunk is not the second chunk.",
        why: "Readers look for the buffer's data in the second chunk only and will not find it.",
        mend: "Write the BIN chunk right after the JSON chunk.")

    static let glbUnexpectedEndOfChunkData = Self(
        "GLB_UNEXPECTED_END_OF_CHUNK_DATA",
        what: "The file ends inside a chunk.",
        why: "A part of the geometry, of the textures or of the document is missing.",
        mend: "Download or export the file again.")

    static let glbUnexpectedEndOfChunkHeader = Self(
        "GLB_UNEXPECTED_END_OF_CHUNK_HEADER",
        what: "The file ends inside the header of a chunk.",
        why: "A chunk is missing.",
        mend: "Download or export the file again.")

    static let glbUnexpectedEndOfHeader = Self(
        "GLB_UNEXPECTED_END_OF_HEADER",
        what: "The file ends inside the twelve bytes of the GLB header.",
        why: "There is no model in it.",
        mend: "Download or export the file again.")

    static let glbUnexpectedFirstChunk = Self(
        "GLB_UNEXPECTED_FIRST_CHUNK",
        what: "The first chunk is not the JSON chunk.",
        why: "The document has to come first; without it nothing else has a meaning.",
        mend: "Write the JSON chunk first.")

    static let glbUnknownChunkType = Self(
        "GLB_UNKNOWN_CHUNK_TYPE", .warning,
        what: "A chunk has a type that glTF 2.0 does not define.",
        why: "Readers skip it, so what is in it does not reach anybody.",
        mend: "Leave the chunk out unless an extension asks for it.")

    static let inputOutputError = Self(
        "IO_ERROR",
        what: "A file that the document names cannot be read.",
        why: "Without it the model has no geometry or no texture.",
        mend: "Put the file where the URI says, or pack everything into a GLB.")
}
