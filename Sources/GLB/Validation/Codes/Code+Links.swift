/// What can be wrong between objects that refer to each other.
extension Finding.Code {
    static let links: [Self] = [
        accessorSmallByteStride, accessorTooLong, accessorTotalOffsetAlignment, accessorUsageOverride,
        animationChannelTargetNodeMatrix, animationChannelTargetNoMorphs, animationDuplicateTargets,
        animationSamplerAccessorWithByteStride, animationSamplerInputInvalidFormat,
        animationSamplerInputTooFewElements, animationSamplerInputWithoutBounds, animationSamplerOutputInvalidCount,
        animationSamplerOutputInvalidFormat, bufferMissingGLBData, bufferViewTargetMissing, bufferViewTargetOverride,
        bufferViewTooLong, imageBufferViewWithByteStride, inverseBindMatricesCount, inverseBindMatricesWithByteStride,
        inverseBindMatricesInvalidFormat, nodeLoop, nodeParentOverride, nodeSkinnedMeshWithoutSkin,
        nodeSkinWithNonSkinnedMesh, nodeWeightsInvalid, sceneNonRootNode, textureInvalidImageMIMEType,
        unresolvedReference, unusedMeshTangent, unusedMeshWeights, unusedObject,
    ]

    static let accessorSmallByteStride = Self(
        "ACCESSOR_SMALL_BYTESTRIDE",
        what: "A buffer view's stride is shorter than an element of the accessor that reads it.",
        why: "Elements would overlap.",
        mend: "Correct the stride or the accessor's type.")

    static let accessorTooLong = Self(
        "ACCESSOR_TOO_LONG",
        what: "An accessor reaches beyond the end of its buffer view.",
        why: "The data is cut off, or count, offset or stride is wrong; viewers refuse the model.",
        mend: "Export the model again.")

    static let accessorTotalOffsetAlignment = Self(
        "ACCESSOR_TOTAL_OFFSET_ALIGNMENT",
        what: "The offsets of an accessor and its buffer view together are not a multiple of the component's size.",
        why: "Typed arrays and graphics cards cannot read numbers at such an offset; viewers throw an error.",
        mend: "Let each buffer view begin at a multiple of four bytes.")

    static let accessorUsageOverride = Self(
        "ACCESSOR_USAGE_OVERRIDE",
        what: "An accessor is used for two different purposes.",
        why: "Its data cannot be, for example, vertices as well as keyframe times.",
        mend: "Give each purpose an accessor of its own.")

    static let animationChannelTargetNodeMatrix = Self(
        "ANIMATION_CHANNEL_TARGET_NODE_MATRIX",
        what: "An animation moves a node that has a matrix.",
        why: "Only translation, rotation and scale can be animated.",
        mend: "Write the node's transform as translation, rotation and scale.")

    static let animationChannelTargetNoMorphs = Self(
        "ANIMATION_CHANNEL_TARGET_NODE_WEIGHTS_NO_MORPHS",
        what: "An animation changes the morph weights of a node whose mesh has no morph targets.",
        why: "There is nothing to weigh.",
        mend: "Remove the channel, or add the targets.")

    static let animationDuplicateTargets = Self(
        "ANIMATION_DUPLICATE_TARGETS",
        what: "Two channels of an animation change the same property.",
        why: "Viewers let either of them win.",
        mend: "Keep one channel.")

    static let animationSamplerAccessorWithByteStride = Self(
        "ANIMATION_SAMPLER_ACCESSOR_WITH_BYTESTRIDE",
        what: "The data of an animation lies in a buffer view with a stride.",
        why: "Only vertex attributes may be interleaved; readers copy keyframes as one block.",
        mend: "Write keyframes closely packed into a buffer view without stride.")

    static let animationSamplerInputInvalidFormat = Self(
        "ANIMATION_SAMPLER_INPUT_ACCESSOR_INVALID_FORMAT",
        what: "The times of keyframes are not single floats.",
        why: "Readers cannot read them.",
        mend: "Write times in seconds as SCALAR of FLOAT.")

    static let animationSamplerInputTooFewElements = Self(
        "ANIMATION_SAMPLER_INPUT_ACCESSOR_TOO_FEW_ELEMENTS",
        what: "An animation sampler has too few keyframes for its interpolation.",
        why: "A spline needs at least two.",
        mend: "Add a keyframe, or use STEP or LINEAR.")

    static let animationSamplerInputWithoutBounds = Self(
        "ANIMATION_SAMPLER_INPUT_ACCESSOR_WITHOUT_BOUNDS",
        what: "The accessor with the times of keyframes states no minimum and maximum.",
        why: "Readers take the animation's duration from them.",
        mend: "Add \"min\" and \"max\".")

    static let animationSamplerOutputInvalidCount = Self(
        "ANIMATION_SAMPLER_OUTPUT_ACCESSOR_INVALID_COUNT",
        what: "The number of an animation's values does not fit the number of its times.",
        why: "Each time needs one value, three for a spline, and one for each morph target.",
        mend: "Export the animation again.")

    static let animationSamplerOutputInvalidFormat = Self(
        "ANIMATION_SAMPLER_OUTPUT_ACCESSOR_INVALID_FORMAT",
        what: "An animation's values have a type that does not fit what is animated.",
        why: "A translation, for example, needs three floats.",
        mend: "Export the animation again.")

    static let bufferMissingGLBData = Self(
        "BUFFER_MISSING_GLB_DATA",
        what: "A buffer has no URI and the GLB has no binary chunk for it.",
        why: "The model has no data.",
        mend: "Export or download the file again.")

    static let bufferViewTargetMissing = Self(
        "BUFFER_VIEW_TARGET_MISSING", .hint,
        what: "A buffer view with vertices or indices does not say so by its target.",
        why: "With a target, viewers can load the data to the graphics card before they know what uses it.",
        mend: "Set \"target\" to 34962 for vertices or 34963 for indices.")

    static let bufferViewTargetOverride = Self(
        "BUFFER_VIEW_TARGET_OVERRIDE",
        what: "A buffer view is used for two different purposes, or for another one than its target says.",
        why: "Graphics cards keep vertices and indices apart, so some viewers fail.",
        mend: "Give each purpose a buffer view of its own.")

    static let bufferViewTooLong = Self(
        "BUFFER_VIEW_TOO_LONG",
        what: "A buffer view reaches beyond the end of its buffer.",
        why: "Its data is missing; viewers refuse the model.",
        mend: "Export the model again.")

    static let imageBufferViewWithByteStride = Self(
        "IMAGE_BUFFER_VIEW_WITH_BYTESTRIDE",
        what: "An image lies in a buffer view with a stride.",
        why: "An image is one block of bytes.",
        mend: "Remove \"byteStride\".")

    static let inverseBindMatricesCount = Self(
        "INVALID_IBM_ACCESSOR_COUNT",
        what: "A skin has fewer inverse bind matrices than joints.",
        why: "Each joint needs one.",
        mend: "Export the skin again.")

    static let inverseBindMatricesWithByteStride = Self(
        "SKIN_IBM_ACCESSOR_WITH_BYTESTRIDE",
        what: "Inverse bind matrices lie in a buffer view with a stride.",
        why: "Only vertex attributes may be interleaved.",
        mend: "Write the matrices closely packed into a buffer view without stride.")

    static let inverseBindMatricesInvalidFormat = Self(
        "SKIN_IBM_INVALID_FORMAT",
        what: "Inverse bind matrices are not matrices of 4 by 4 floats.",
        why: "Readers cannot read them.",
        mend: "Write them as MAT4 of FLOAT.")

    static let nodeLoop = Self(
        "NODE_LOOP",
        what: "A node is its own ancestor.",
        why: "A walk down the hierarchy never ends; viewers hang or crash.",
        mend: "Remove the child that leads back.")

    static let nodeParentOverride = Self(
        "NODE_PARENT_OVERRIDE",
        what: "A node is a child of two nodes.",
        why: "Nodes form a tree; readers keep one of the parents.",
        mend: "Copy the node.")

    static let nodeSkinnedMeshWithoutSkin = Self(
        "NODE_SKINNED_MESH_WITHOUT_SKIN", .warning,
        what: "A node shows a mesh that has joints and weights but names no skin.",
        why: "The mesh is shown unposed, and its joints and weights are loaded for nothing.",
        mend: "Name the skin, or remove the attributes.")

    static let nodeSkinWithNonSkinnedMesh = Self(
        "NODE_SKIN_WITH_NON_SKINNED_MESH",
        what: "A node names a skin but its mesh has no joints.",
        why: "The skin cannot move the mesh.",
        mend: "Add JOINTS_0 and WEIGHTS_0, or remove \"skin\".")

    static let nodeWeightsInvalid = Self(
        "NODE_WEIGHTS_INVALID",
        what: "A node states another number of weights than its mesh has morph targets.",
        why: "Each target needs one weight.",
        mend: "Write as many weights as there are targets.")

    static let sceneNonRootNode = Self(
        "SCENE_NON_ROOT_NODE",
        what: "A scene lists a node that has a parent.",
        why: "Scenes list root nodes only; some viewers show such a node twice or in the wrong place.",
        mend: "List the root of the node's hierarchy.")

    static let textureInvalidImageMIMEType = Self(
        "TEXTURE_INVALID_IMAGE_MIME_TYPE",
        what: "A texture's image has a format that is not allowed there.",
        why: "PNG and JPEG are for everybody; WebP and KTX 2 belong into an extension of the texture.",
        mend: "Convert the image, or name it in the extension's object.")

    static let unresolvedReference = Self(
        "UNRESOLVED_REFERENCE",
        what: "An index points beyond the end of the array that it refers to.",
        why: "What it refers to does not exist; viewers refuse the model.",
        mend: "Correct the index, or export the model again.")

    static let unusedMeshTangent = Self(
        "UNUSED_MESH_TANGENT", .information,
        what: "A primitive has tangents but its material has no normal texture.",
        why: "Tangents are only needed for normal textures; here they take 16 bytes a vertex for nothing.",
        mend: "Remove the TANGENT attribute.")

    static let unusedMeshWeights = Self(
        "UNUSED_MESH_WEIGHTS", .information,
        what: "A mesh states morph weights but all its nodes state their own.",
        why: "The mesh's weights have no effect.",
        mend: "Remove them.")

    static let unusedObject = Self(
        "UNUSED_OBJECT", .information,
        what: "Nothing refers to an object.",
        why: "It is loaded, or at least downloaded, for nothing.",
        mend: "Remove it, unless an application finds it by its name.")
}
