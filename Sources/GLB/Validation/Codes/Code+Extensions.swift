/// What can be wrong with extensions: how they are declared, and what they say.
extension Finding.Code {
    static let extensions: [Self] = [
        incompleteExtensionSupport, undeclaredExtension, unexpectedExtensionObject, unsupportedExtension,
        animationPointerTargetNode, animationPointerTargetPath, lightSpotAngles, anisotropyTexCoord,
        clearcoatNormalTexCoord, dispersionWithoutVolume, emissiveStrengthZeroFactor,
        iridescenceThicknessWithoutTexture, iridescenceThicknessTextureUnused, volumeDoubleSided,
        volumeWithoutTransmission, variantsNonUnique,
    ]

    static let incompleteExtensionSupport = Self(
        "INCOMPLETE_EXTENSION_SUPPORT", .information,
        what: "Only a part of this extension's rules is checked.",
        why: "The file may have faults that are not reported.",
        mend: "Nothing needs to be done.")

    static let undeclaredExtension = Self(
        "UNDECLARED_EXTENSION",
        what: "An extension is used that \"extensionsUsed\" does not list.",
        why: "Readers decide by that list what they support, and ignore the rest.",
        mend: "Add the extension's name to \"extensionsUsed\".")

    static let unexpectedExtensionObject = Self(
        "UNEXPECTED_EXTENSION_OBJECT",
        what: "An extension is used on an object for which it is not defined.",
        why: "Readers ignore it there.",
        mend: "Move it to the object for which it is meant.")

    static let unsupportedExtension = Self(
        "UNSUPPORTED_EXTENSION", .information,
        what: "An extension is not known here, so its content is not checked.",
        why: "The file may have faults that are not reported.",
        mend: "Nothing needs to be done; check that the programs that will show the model know it.")

    static let animationPointerTargetNode = Self(
        "KHR_ANIMATION_POINTER_ANIMATION_CHANNEL_TARGET_NODE",
        what: "An animation channel names a node as well as a pointer.",
        why: "The pointer already says what is animated.",
        mend: "Remove \"node\".")

    static let animationPointerTargetPath = Self(
        "KHR_ANIMATION_POINTER_ANIMATION_CHANNEL_TARGET_PATH",
        what: "An animation channel has a pointer but its path is not \"pointer\".",
        why: "Readers look at the path first and never at the pointer.",
        mend: "Set \"path\" to \"pointer\".")

    static let lightSpotAngles = Self(
        "KHR_LIGHTS_PUNCTUAL_LIGHT_SPOT_ANGLES",
        what: "A spot light's outer cone is not wider than its inner cone.",
        why: "Brightness falls off between the two, which divides by their difference.",
        mend: "Make the outer angle the larger one.")

    static let anisotropyTexCoord = Self(
        "KHR_MATERIALS_ANISOTROPY_ANISOTROPY_TEXTURE_TEXCOORD", .warning,
        what: "The anisotropy texture uses other texture coordinates than the normal texture.",
        why: "Both directions are relative to the same tangents, which belong to one set of coordinates.",
        mend: "Use the same set for both.")

    static let clearcoatNormalTexCoord = Self(
        "KHR_MATERIALS_CLEARCOAT_CLEARCOAT_NORMAL_TEXTURE_TEXCOORD", .warning,
        what: "The clear coat's normal texture uses other texture coordinates than the normal texture.",
        why: "Both directions are relative to the same tangents, which belong to one set of coordinates.",
        mend: "Use the same set for both.")

    static let dispersionWithoutVolume = Self(
        "KHR_MATERIALS_DISPERSION_NO_VOLUME", .warning,
        what: "A material has dispersion but no volume.",
        why: "Light is only split inside a volume, so the dispersion has no effect.",
        mend: "Add KHR_materials_volume or remove the dispersion.")

    static let emissiveStrengthZeroFactor = Self(
        "KHR_MATERIALS_EMISSIVE_STRENGTH_ZERO_FACTOR", .warning,
        what: "A material states an emissive strength but its emissive factor is zero.",
        why: "The strength multiplies the factor, so nothing shines.",
        mend: "Set \"emissiveFactor\", or remove the extension.")

    static let iridescenceThicknessWithoutTexture = Self(
        "KHR_MATERIALS_IRIDESCENCE_THICKNESS_RANGE_WITHOUT_TEXTURE", .information,
        what: "A least thickness of the iridescent film is stated without a thickness texture.",
        why: "Without a texture the film has its greatest thickness everywhere.",
        mend: "Add the texture, or remove \"iridescenceThicknessMinimum\".")

    static let iridescenceThicknessTextureUnused = Self(
        "KHR_MATERIALS_IRIDESCENCE_THICKNESS_TEXTURE_UNUSED", .information,
        what: "The film's least and greatest thickness are equal, so its thickness texture has no effect.",
        why: "The texture is loaded for nothing.",
        mend: "Remove the texture, or set two different thicknesses.")

    static let volumeDoubleSided = Self(
        "KHR_MATERIALS_VOLUME_DOUBLE_SIDED", .warning,
        what: "A material with a volume is double sided.",
        why: "A volume has an inside and an outside, which double-sided surfaces do not tell apart.",
        mend: "Set \"doubleSided\" to false.")

    static let volumeWithoutTransmission = Self(
        "KHR_MATERIALS_VOLUME_NO_TRANSMISSION", .warning,
        what: "A material has a volume but lets no light in.",
        why: "The volume has no effect.",
        mend: "Add KHR_materials_transmission or remove the volume.")

    static let variantsNonUnique = Self(
        "KHR_MATERIALS_VARIANTS_NON_UNIQUE_VARIANT",
        what: "A primitive maps the same material variant twice.",
        why: "Readers take either of the two materials.",
        mend: "Name each variant in one mapping only.")
}
