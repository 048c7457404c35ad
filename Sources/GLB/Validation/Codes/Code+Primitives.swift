/// What can be wrong between a mesh primitive, its accessors and its material.
extension Finding.Code {
    static let primitives: [Self] = [
        primitiveAccessorUnaligned, primitiveAccessorWithoutByteStride, primitiveAttributeInvalidFormat,
        primitiveAttributeUnsignedInt, primitiveGeneratedTangentSpace, primitiveIncompatibleMode,
        primitiveIndicesInvalidFormat, primitiveIndicesWithByteStride, primitiveMorphTargetInvalidCount,
        primitiveMorphTargetNoBase, primitiveNoTangentSpace, primitivePositionWithoutBounds,
        primitiveTooFewTexCoords, primitiveUnequalAccessorCount,
    ]

    static let primitiveAccessorUnaligned = Self(
        "MESH_PRIMITIVE_ACCESSOR_UNALIGNED",
        what: "Vertices do not lie at multiples of four bytes.",
        why: "Graphics cards read them slowly or not at all.",
        mend: "Pad each vertex to a multiple of four bytes and state the stride.")

    static let primitiveAccessorWithoutByteStride = Self(
        "MESH_PRIMITIVE_ACCESSOR_WITHOUT_BYTESTRIDE",
        what: "Two accessors of vertices share a buffer view that states no stride.",
        why: "The stride is only optional where one accessor owns the view.",
        mend: "State \"byteStride\".")

    static let primitiveAttributeInvalidFormat = Self(
        "MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_INVALID_FORMAT",
        what: "An attribute's data has a type that is not allowed for it.",
        why: "Readers expect one of a few formats for each attribute.",
        mend: "Convert the data; small integers for positions and normals need KHR_mesh_quantization.")

    static let primitiveAttributeUnsignedInt = Self(
        "MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_UNSIGNED_INT",
        what: "An attribute's data are 32-bit integers.",
        why: "Graphics interfaces such as WebGL 1 do not know such attributes.",
        mend: "Use shorts or floats.")

    static let primitiveGeneratedTangentSpace = Self(
        "MESH_PRIMITIVE_GENERATED_TANGENT_SPACE", .warning,
        what: "A primitive has a normal texture but no tangents, so viewers compute them.",
        why: "Viewers differ in how they do that, so the surface can look slightly different in each.",
        mend: "Export tangents (MikkTSpace) where exactness matters; for generated models it rarely does.")

    static let primitiveIncompatibleMode = Self(
        "MESH_PRIMITIVE_INCOMPATIBLE_MODE", .warning,
        what: "The number of vertices or indices does not fit the drawing mode.",
        why: "Triangles need a multiple of three; what is left over is not drawn.",
        mend: "Correct the count or the mode.")

    static let primitiveIndicesInvalidFormat = Self(
        "MESH_PRIMITIVE_INDICES_ACCESSOR_INVALID_FORMAT",
        what: "Indices are not single unsigned integers.",
        why: "Graphics cards take bytes, shorts and 32-bit integers without sign only.",
        mend: "Convert the indices.")

    static let primitiveIndicesWithByteStride = Self(
        "MESH_PRIMITIVE_INDICES_ACCESSOR_WITH_BYTESTRIDE",
        what: "Indices lie in a buffer view with a stride.",
        why: "Graphics cards read indices as one block.",
        mend: "Write them closely packed into a buffer view without stride.")

    static let primitiveMorphTargetInvalidCount = Self(
        "MESH_PRIMITIVE_MORPH_TARGET_INVALID_ATTRIBUTE_COUNT",
        what: "A morph target has another number of vertices than the primitive.",
        why: "Each vertex needs one displacement.",
        mend: "Export the targets again.")

    static let primitiveMorphTargetNoBase = Self(
        "MESH_PRIMITIVE_MORPH_TARGET_NO_BASE_ACCESSOR",
        what: "A morph target changes an attribute that the primitive does not have.",
        why: "There is nothing to add the displacement to.",
        mend: "Add the attribute to the primitive, or remove it from the target.")

    static let primitiveNoTangentSpace = Self(
        "MESH_PRIMITIVE_NO_TANGENT_SPACE",
        what: "A material needs tangents, which the primitive lacks and no normal texture defines.",
        why: "The direction of anisotropy, or of the bumps of a clearcoat, is not defined.",
        mend: "Export tangents.")

    static let primitivePositionWithoutBounds = Self(
        "MESH_PRIMITIVE_POSITION_ACCESSOR_WITHOUT_BOUNDS",
        what: "The accessor with the positions states no minimum and maximum.",
        why: "Viewers place their camera and decide what is visible by them.",
        mend: "Add \"min\" and \"max\".")

    static let primitiveTooFewTexCoords = Self(
        "MESH_PRIMITIVE_TOO_FEW_TEXCOORDS",
        what: "A texture of the material uses texture coordinates that the primitive does not have.",
        why: "The texture cannot be placed on the surface.",
        mend: "Add the coordinates, or let the texture use those that are there.")

    static let primitiveUnequalAccessorCount = Self(
        "MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT",
        what: "The attributes of a primitive have different numbers of elements.",
        why: "Each vertex needs one element of each.",
        mend: "Export the mesh again.")
}
