/// What generators of models are known to get wrong, though the specification allows it.
extension Finding.Code {
    static let faults: [Self] = [
        meshyDoubledMesh, meshyEmissiveAlbedo, meshyEmissiveWhite, meshyHelperMesh, meshyInvertedMesh,
        meshyMetallicOmitted, meshyNoMaterial, meshyNoNames, meshyOffFloor, meshyOpaqueAlpha, meshyRigScale,
        meshyRootMotion, meshySeams, meshyUncredibleSize, meshyWideIndices,
    ]

    static let meshyDoubledMesh = Self(
        "MESHY_DOUBLED_MESH", .warning,
        what: "The same geometry is drawn twice at the same place.",
        why: "It costs twice as much, flickers where the copies differ, and a slicer sees a surface inside another.",
        mend: "Remove one of the two.")

    static let meshyEmissiveAlbedo = Self(
        "MESHY_EMISSIVE_ALBEDO", .warning,
        what: "The image of the base colour is also what the surface emits.",
        why: "The model glows: it shows no shading, and stays bright in the dark.",
        mend: "Remove \"emissiveTexture\" and \"emissiveFactor\".")

    static let meshyEmissiveWhite = Self(
        "MESHY_EMISSIVE_WHITE", .warning,
        what: "A material emits white light everywhere.",
        why: "The model is a white lamp: neither its colours nor its shading can be seen.",
        mend: "Remove \"emissiveFactor\".")

    static let meshyHelperMesh = Self(
        "MESHY_HELPER_MESH", .warning,
        what: "A small shape without material stands beside a rigged figure, and no skin drives it.",
        why: "It is what a rig was shown with in an editor; in an engine it is a ball at the figure's feet.",
        mend: "Remove the mesh from its node.")

    static let meshyInvertedMesh = Self(
        "MESHY_INVERTED_MESH", .warning,
        what: "The triangles of a mesh face inward.",
        why: "Viewers that hide back faces show the inside, light falls on the wrong side, and slicers print nothing.",
        mend: "Exchange two corners of each triangle, and turn the normals.")

    static let meshyMetallicOmitted = Self(
        "MESHY_METALLIC_OMITTED", .information,
        what: "A textured material does not say how metallic it is, which makes it metal.",
        why: "Metal shows what is around it instead of its texture: skin and cloth look dark and wet.",
        mend: "Write \"metallicFactor\": 0, unless the thing is of metal.")

    static let meshyNoMaterial = Self(
        "MESHY_NO_MATERIAL", .information,
        what: "Triangles have neither a material nor colours.",
        why: "They are drawn in a plain white: a preview has no textures yet, and some steps drop them.",
        mend: "Give the model textures, or take the file of the step before.")

    static let meshyNoNames = Self(
        "MESHY_NO_NAMES", .information,
        what: "No node, mesh or material has a name.",
        why: "Editors and engines call them Mesh_0 or Material.001, and scripts find parts by their names only.",
        mend: "Name them in an editor before several models come into one scene.")

    static let meshyOffFloor = Self(
        "MESHY_OFF_FLOOR", .information,
        what: "The model's origin is inside it, not where it stands.",
        why: "Put on the floor of a scene, in AR or on a print bed, it sinks in halfway.",
        mend: "Move it up until its lowest point is at 0, unless it is meant to hang or to turn about its middle.")

    static let meshyOpaqueAlpha = Self(
        "MESHY_OPAQUE_ALPHA", .information,
        what: "An image has an alpha channel that is opaque everywhere.",
        why: "It takes bytes in the file and a quarter of the texture's memory, and makes programs guess transparency.",
        mend: "Save the image without alpha; where lossy will do, JPEG or WebP make it much smaller still.")

    static let meshyRigScale = Self(
        "MESHY_RIG_SCALE", .warning,
        what: "A skeleton stands below a node with a scale far from 1.",
        why: "Engines that drop or apply that scale show the figure 100 times too large or too small.",
        mend: "Move the scale into the joints' translations, the inverse bind matrices and the keyframes.")

    static let meshyRootMotion = Self(
        "MESHY_ROOT_MOTION", .information,
        what: "A clip carries the figure through the world.",
        why: "An engine that moves the figure itself moves it twice, and a loop jumps back at its end.",
        mend: "Use the clip's motion, or take the travel over the ground out of the root joint's keyframes.")

    static let meshySeams = Self(
        "MESHY_SEAMS", .information,
        what: "By its indices the surface is full of cracks; welded by position it is closed, or nearly.",
        why: "Vertices are stored twice along seams, so checks that do not weld report thousands of open edges.",
        mend: "Judge a print by the welded surface; a slicer that complains needs a copy with merged vertices.")

    static let meshyUncredibleSize = Self(
        "MESHY_UNCREDIBLE_SIZE", .information,
        what: "The model's size is not that of the thing that it shows.",
        why: "Units are metres: in AR, in an engine or on a printer it is as large as it says.",
        mend: "Scale the root node to the real size.")

    static let meshyWideIndices = Self(
        "MESHY_WIDE_INDICES", .information,
        what: "Indices have four bytes each where two suffice.",
        why: "They take twice the memory, and some old devices cannot read them.",
        mend: "Write them as unsigned shorts.")
}
