/// What can be wrong with buffers and images, in the file or beside it.
extension Finding.Code {
    static let resources: [Self] = [
        bufferByteLengthMismatch, bufferGLBChunkTooBig, dataURIInGLB, imageDataInvalid, imageFeaturesUnsupported,
        imageMIMETypeInvalid, imageNonEnabledMIMEType, imageNonPowerOfTwo, imageUnexpectedEnd,
        imageUnrecognizedFormat, uriInGLB,
    ]

    static let bufferByteLengthMismatch = Self(
        "BUFFER_BYTE_LENGTH_MISMATCH",
        what: "A buffer has fewer bytes than the document states.",
        why: "A part of the model is missing.",
        mend: "Download or export the file again.")

    static let bufferGLBChunkTooBig = Self(
        "BUFFER_GLB_CHUNK_TOO_BIG", .warning,
        what: "The GLB's binary chunk is longer than its buffer, by more than padding.",
        why: "Up to three bytes are padding; what is beyond is loaded for nothing.",
        mend: "Cut the chunk, or correct the buffer's \"byteLength\".")

    static let dataURIInGLB = Self(
        "DATA_URI_GLB", .warning,
        what: "A GLB holds data as base64 text.",
        why: "It takes a third more space than in the binary chunk and is slow to decode.",
        mend: "Move the data into the binary chunk.")

    static let imageDataInvalid = Self(
        "IMAGE_DATA_INVALID",
        what: "An image's data contradicts its format.",
        why: "Viewers show no texture, or refuse the model.",
        mend: "Save the image again; a JPEG must be grey or RGB, not CMYK.")

    static let imageFeaturesUnsupported = Self(
        "IMAGE_FEATURES_UNSUPPORTED", .warning,
        what: "An image has a colour profile, pixels that are not square, or an animation.",
        why: "Viewers ignore them, or not, so colours differ from viewer to viewer.",
        mend: "Save the image without them, in sRGB.")

    static let imageMIMETypeInvalid = Self(
        "IMAGE_MIME_TYPE_INVALID",
        what: "An image's data has another format than the document states.",
        why: "Strict viewers fail to decode it.",
        mend: "Correct the MIME type.")

    static let imageNonEnabledMIMEType = Self(
        "IMAGE_NON_ENABLED_MIME_TYPE",
        what: "An image has a format that needs an extension, which is not declared.",
        why: "Only PNG and JPEG are understood by all viewers.",
        mend: "Declare the extension (for WebP EXT_texture_webp), or convert the image.")

    static let imageNonPowerOfTwo = Self(
        "IMAGE_NPOT_DIMENSIONS", .information,
        what: "An image's width or height is not a power of two.",
        why: "Old devices scale it first, and its mipmaps are less exact.",
        mend: "Scale the image where old devices matter.")

    static let imageUnexpectedEnd = Self(
        "IMAGE_UNEXPECTED_EOS",
        what: "An image's data ends too early.",
        why: "The texture is missing, wholly or in part.",
        mend: "Export or download the file again.")

    static let imageUnrecognizedFormat = Self(
        "IMAGE_UNRECOGNIZED_FORMAT", .warning,
        what: "An image's data begins like no known format.",
        why: "Viewers cannot decode it.",
        mend: "Convert the image to PNG or JPEG.")

    static let uriInGLB = Self(
        "URI_GLB", .information,
        what: "A GLB refers to another file or holds data as text.",
        why: "A GLB is meant to hold all it needs; alone it is incomplete.",
        mend: "Move the data into the binary chunk.")
}
