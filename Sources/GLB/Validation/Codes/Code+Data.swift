/// What can be wrong with the numbers in the buffers.
extension Finding.Code {
    static let data: [Self] = [
        animationInputNegative, animationInputNonIncreasing, animationOutputNonNormalizedQuaternion,
        accessorElementOutOfMaxBound, accessorElementOutOfMinBound, accessorIndexOutOfBounds,
        accessorIndexPrimitiveRestart, accessorIndexTriangleDegenerate, accessorInvalidFloat,
        accessorInvalidInverseBindMatrix, accessorInvalidSign, accessorJointsIndexDuplicate,
        accessorJointsIndexOutOfBounds, accessorJointsUsedZeroWeight, accessorMaxMismatch, accessorMinMismatch,
        accessorNonClamped, accessorSparseIndexOutOfBounds, accessorSparseIndicesNonIncreasing,
        accessorVector3NonUnit, accessorWeightsNegative, accessorWeightsNonNormalized,
    ]

    static let animationInputNegative = Self(
        "ACCESSOR_ANIMATION_INPUT_NEGATIVE",
        what: "A keyframe's time is negative.",
        why: "Animations begin at 0 seconds.",
        mend: "Move all keyframes so that the first is at 0 or later.")

    static let animationInputNonIncreasing = Self(
        "ACCESSOR_ANIMATION_INPUT_NON_INCREASING",
        what: "Keyframes are not in the order of time, or two have the same time.",
        why: "Viewers search them as a sorted list and find the wrong ones.",
        mend: "Sort the keyframes and remove repeated times.")

    static let animationOutputNonNormalizedQuaternion = Self(
        "ACCESSOR_ANIMATION_SAMPLER_OUTPUT_NON_NORMALIZED_QUATERNION",
        what: "A keyframe's rotation does not have length 1.",
        why: "Viewers that do not normalise it scale or shear the node.",
        mend: "Divide the four numbers by their length.")

    static let accessorElementOutOfMaxBound = Self(
        "ACCESSOR_ELEMENT_OUT_OF_MAX_BOUND",
        what: "Values are greater than the accessor's stated maximum.",
        why: "The model's stated box is too small: parts vanish at the edge of the view, cameras stand too near.",
        mend: "Compute \"max\" from the data.")

    static let accessorElementOutOfMinBound = Self(
        "ACCESSOR_ELEMENT_OUT_OF_MIN_BOUND",
        what: "Values are less than the accessor's stated minimum.",
        why: "The model's stated box is too small: parts vanish at the edge of the view, cameras stand too near.",
        mend: "Compute \"min\" from the data.")

    static let accessorIndexOutOfBounds = Self(
        "ACCESSOR_INDEX_OOB",
        what: "An index points beyond the last vertex.",
        why: "The graphics card reads foreign memory or refuses to draw.",
        mend: "Export the mesh again.")

    static let accessorIndexPrimitiveRestart = Self(
        "ACCESSOR_INDEX_PRIMITIVE_RESTART",
        what: "An index is the greatest value of its type.",
        why: "Graphics cards take that value as \"begin a new strip\", so triangles go missing.",
        mend: "Use the next larger type for the indices.")

    static let accessorIndexTriangleDegenerate = Self(
        "ACCESSOR_INDEX_TRIANGLE_DEGENERATE", .information,
        what: "Triangles name the same vertex twice, so they have no area.",
        why: "They are not visible but cost time, and confuse programs that look at the surface, such as slicers.",
        mend: "Remove them.")

    static let accessorInvalidFloat = Self(
        "ACCESSOR_INVALID_FLOAT",
        what: "A number is infinite or not a number.",
        why: "It spreads: the model's box, its shading or all of it disappears.",
        mend: "Export the model again from clean data.")

    static let accessorInvalidInverseBindMatrix = Self(
        "ACCESSOR_INVALID_IBM",
        what: "The last row of an inverse bind matrix is not 0 0 0 1.",
        why: "It must be an affine transform; otherwise the skin is distorted.",
        mend: "Export the skin again.")

    static let accessorInvalidSign = Self(
        "ACCESSOR_INVALID_SIGN",
        what: "A tangent's fourth component is neither 1 nor -1.",
        why: "It says on which side the bitangent lies; any other value scales it.",
        mend: "Compute the tangents again.")

    static let accessorJointsIndexDuplicate = Self(
        "ACCESSOR_JOINTS_INDEX_DUPLICATE",
        what: "A vertex names the same joint twice with weights above 0.",
        why: "The influence counts twice or once, depending on the viewer.",
        mend: "Add the two weights up.")

    static let accessorJointsIndexOutOfBounds = Self(
        "ACCESSOR_JOINTS_INDEX_OOB",
        what: "A vertex names a joint that the skin does not have.",
        why: "The graphics card reads a foreign matrix and the vertex flies off.",
        mend: "Export the skin again.")

    static let accessorJointsUsedZeroWeight = Self(
        "ACCESSOR_JOINTS_USED_ZERO_WEIGHT", .warning,
        what: "A vertex names a joint with weight 0.",
        why: "It has no effect; unused joints should be 0 so that files compress well.",
        mend: "Set the joint to 0.")

    static let accessorMaxMismatch = Self(
        "ACCESSOR_MAX_MISMATCH",
        what: "The stated maximum is not the greatest value of the data.",
        why: "Viewers place cameras and decide what is visible by it; programs that trust it show the wrong size.",
        mend: "Compute \"max\" from the data.")

    static let accessorMinMismatch = Self(
        "ACCESSOR_MIN_MISMATCH",
        what: "The stated minimum is not the least value of the data.",
        why: "Viewers place cameras and decide what is visible by it; programs that trust it show the wrong size.",
        mend: "Compute \"min\" from the data.")

    static let accessorNonClamped = Self(
        "ACCESSOR_NON_CLAMPED",
        what: "A vertex colour is not within 0 and 1.",
        why: "Colours outside are not defined; viewers clamp them or glow.",
        mend: "Clamp the values.")

    static let accessorSparseIndexOutOfBounds = Self(
        "ACCESSOR_SPARSE_INDEX_OOB",
        what: "A sparse accessor replaces an element that it does not have.",
        why: "The write goes beyond the data.",
        mend: "Export the model again.")

    static let accessorSparseIndicesNonIncreasing = Self(
        "ACCESSOR_SPARSE_INDICES_NON_INCREASING",
        what: "The indices of a sparse accessor do not increase.",
        why: "They must be sorted and different, so that data can be replaced in one pass.",
        mend: "Sort them together with their values.")

    static let accessorVector3NonUnit = Self(
        "ACCESSOR_VECTOR3_NON_UNIT",
        what: "A normal or tangent does not have length 1.",
        why: "Shading comes out too bright or too dark; a length of 0 makes black spots.",
        mend: "Divide each vector by its length, or compute the normals again.")

    static let accessorWeightsNegative = Self(
        "ACCESSOR_WEIGHTS_NEGATIVE",
        what: "A joint's weight is negative.",
        why: "The vertex moves away from the joint.",
        mend: "Export the skin again with clean weights.")

    static let accessorWeightsNonNormalized = Self(
        "ACCESSOR_WEIGHTS_NON_NORMALIZED",
        what: "The weights of a vertex do not add up to 1.",
        why: "The vertex is drawn towards the origin, or away from it.",
        mend: "Divide the weights by their sum.")
}
