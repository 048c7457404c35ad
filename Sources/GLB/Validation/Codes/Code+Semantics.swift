/// What can be wrong with one object although all its values have the right types.
extension Finding.Code {
    static let semantics: [Self] = [
        accessorMatrixAlignment, accessorNormalizedInvalid, accessorOffsetAlignment, accessorSparseCountOutOfRange,
        animationChannelTargetNodeSkin, assetMinVersionGreaterThanVersion, bufferDataURIMIMETypeInvalid,
        bufferViewInvalidByteStride, bufferViewTooBigByteStride, cameraMagnificationNegative, cameraMagnificationZero,
        cameraFieldOfViewTooLarge, cameraFarNotBeyondNear, extraProperty, invalidExtensionNameFormat, invalidGLValue,
        materialAlphaCutoffInvalidMode, meshInvalidWeightsCount, meshPrimitivesUnequalTargetsCount,
        primitiveIndexedSemanticContinuity, primitiveInvalidAttribute, primitiveJointsWeightsMismatch,
        primitiveNoPosition, primitiveTangentWithoutNormal, multipleExtensions, nodeEmpty, nodeMatrixDefault,
        nodeMatrixNonTRS, nodeMatrixAndTRS, nodeSkinnedMeshLocalTransforms, nodeSkinnedMeshNonRoot,
        nodeSkinnedMeshParentTransforms, nodeSkinNoScene, nonObjectExtras, nonRelativeURI, nonRequiredExtension,
        rotationNonUnit, skinNoCommonRoot, skinSkeletonInvalid, unknownAssetMajorVersion, unknownAssetMinorVersion,
        unusedExtensionRequired,
    ]

    static let accessorMatrixAlignment = Self(
        "ACCESSOR_MATRIX_ALIGNMENT",
        what: "An accessor of matrices does not begin at a multiple of four bytes.",
        why: "The columns of a matrix lie at multiples of four bytes, whatever their components are.",
        mend: "Move the data to an offset that is a multiple of four.")

    static let accessorNormalizedInvalid = Self(
        "ACCESSOR_NORMALIZED_INVALID",
        what: "An accessor of floats or 32-bit integers is marked as normalised.",
        why: "Only bytes and shorts can stand for fractions of 1.",
        mend: "Remove \"normalized\".")

    static let accessorOffsetAlignment = Self(
        "ACCESSOR_OFFSET_ALIGNMENT",
        what: "An accessor's offset is not a multiple of its component's size.",
        why: "Typed arrays and graphics cards cannot read numbers at such an offset; viewers throw an error.",
        mend: "Move the data, or pad what stands before it.")

    static let accessorSparseCountOutOfRange = Self(
        "ACCESSOR_SPARSE_COUNT_OUT_OF_RANGE",
        what: "A sparse accessor replaces more elements than it has.",
        why: "Each element can be replaced once at most, so the counts contradict each other.",
        mend: "Correct the counts.")

    static let animationChannelTargetNodeSkin = Self(
        "ANIMATION_CHANNEL_TARGET_NODE_SKIN", .warning,
        what: "An animation moves a node whose mesh is moved by a skin.",
        why: "A skinned mesh follows its joints only, so the animation has no effect.",
        mend: "Animate the joints, or their common parent.")

    static let assetMinVersionGreaterThanVersion = Self(
        "ASSET_MIN_VERSION_GREATER_THAN_VERSION",
        what: "The asset demands a newer version of glTF than the one that it is written for.",
        why: "No reader can tell which of the two is meant.",
        mend: "Remove \"minVersion\" or lower it.")

    static let bufferDataURIMIMETypeInvalid = Self(
        "BUFFER_DATA_URI_MIME_TYPE_INVALID",
        what: "A buffer's data URI states a media type that is not for buffers.",
        why: "Readers accept application/octet-stream and application/gltf-buffer only.",
        mend: "Write one of the two.")

    static let bufferViewInvalidByteStride = Self(
        "BUFFER_VIEW_INVALID_BYTE_STRIDE",
        what: "A buffer view that is not for vertex attributes has a stride.",
        why: "Only vertices are interleaved; indices and images lie closely packed.",
        mend: "Remove \"byteStride\", or correct \"target\".")

    static let bufferViewTooBigByteStride = Self(
        "BUFFER_VIEW_TOO_BIG_BYTE_STRIDE",
        what: "A buffer view's stride is longer than the view.",
        why: "Not even one element fits.",
        mend: "Correct the stride or the length.")

    static let cameraMagnificationNegative = Self(
        "CAMERA_XMAG_YMAG_NEGATIVE", .warning,
        what: "An orthographic camera has a negative magnification.",
        why: "It mirrors the picture, and some viewers show nothing.",
        mend: "Write the positive value.")

    static let cameraMagnificationZero = Self(
        "CAMERA_XMAG_YMAG_ZERO",
        what: "An orthographic camera has a magnification of 0.",
        why: "The projection divides by it.",
        mend: "Write half the width and half the height of what the camera should see.")

    static let cameraFieldOfViewTooLarge = Self(
        "CAMERA_YFOV_GEQUAL_PI", .warning,
        what: "A perspective camera's field of view is 180 degrees or more.",
        why: "Such a projection does not exist; the value is probably in degrees instead of radians.",
        mend: "Write the angle in radians, less than 3.14159.")

    static let cameraFarNotBeyondNear = Self(
        "CAMERA_ZFAR_LEQUAL_ZNEAR",
        what: "A camera's far plane is not behind its near plane.",
        why: "Nothing can be seen between them.",
        mend: "Make \"zfar\" larger than \"znear\".")

    static let extraProperty = Self(
        "EXTRA_PROPERTY", .information,
        what: "A property has no effect for this kind of object.",
        why: "A directional light, for example, has no range.",
        mend: "Remove the property, or correct the type.")

    static let invalidExtensionNameFormat = Self(
        "INVALID_EXTENSION_NAME_FORMAT", .warning,
        what: "An extension's name does not begin with a vendor's prefix.",
        why: "Names without a registered prefix can collide.",
        mend: "Use a name such as EXT_name or VENDOR_name.")

    static let invalidGLValue = Self(
        "INVALID_GL_VALUE",
        what: "A value is not allowed for its OpenGL type.",
        why: "The graphics card would refuse it.",
        mend: "Write a value that the type can hold.")

    static let materialAlphaCutoffInvalidMode = Self(
        "MATERIAL_ALPHA_CUTOFF_INVALID_MODE", .warning,
        what: "A material states an alpha cutoff but its alpha mode is not MASK.",
        why: "The cutoff has no effect; perhaps MASK was meant.",
        mend: "Set \"alphaMode\" to MASK, or remove \"alphaCutoff\".")

    static let meshInvalidWeightsCount = Self(
        "MESH_INVALID_WEIGHTS_COUNT",
        what: "A mesh states another number of weights than it has morph targets.",
        why: "Each target needs one weight.",
        mend: "Write as many weights as there are targets.")

    static let meshPrimitivesUnequalTargetsCount = Self(
        "MESH_PRIMITIVES_UNEQUAL_TARGETS_COUNT",
        what: "The primitives of a mesh have different numbers of morph targets.",
        why: "The mesh's weights apply to all its primitives together.",
        mend: "Give each primitive the same targets, or make two meshes.")

    static let primitiveIndexedSemanticContinuity = Self(
        "MESH_PRIMITIVE_INDEXED_SEMANTIC_CONTINUITY",
        what: "Numbered attributes do not count up from 0.",
        why: "Readers look for TEXCOORD_0, TEXCOORD_1 and so on, and stop at the first gap.",
        mend: "Rename the attributes.")

    static let primitiveInvalidAttribute = Self(
        "MESH_PRIMITIVE_INVALID_ATTRIBUTE",
        what: "An attribute has a name that glTF does not know.",
        why: "Readers ignore it.",
        mend: "Correct the name; names of the application's own attributes begin with an underscore.")

    static let primitiveJointsWeightsMismatch = Self(
        "MESH_PRIMITIVE_JOINTS_WEIGHTS_MISMATCH",
        what: "A primitive has more sets of joints than of weights, or fewer.",
        why: "Each joint of a vertex needs a weight.",
        mend: "Export the skin again.")

    static let primitiveNoPosition = Self(
        "MESH_PRIMITIVE_NO_POSITION", .warning,
        what: "A primitive has no positions.",
        why: "It cannot be drawn unless an extension makes the positions.",
        mend: "Add the POSITION attribute or remove the primitive.")

    static let primitiveTangentWithoutNormal = Self(
        "MESH_PRIMITIVE_TANGENT_WITHOUT_NORMAL", .warning,
        what: "A primitive has tangents but no normals.",
        why: "Without normals, readers compute flat ones and ignore the tangents.",
        mend: "Add the NORMAL attribute or remove TANGENT.")

    static let multipleExtensions = Self(
        "MULTIPLE_EXTENSIONS", .warning,
        what: "An object has extensions that do not go together.",
        why: "An unlit material, for example, has no use for a clear coat; viewers choose differently.",
        mend: "Keep one of them.")

    static let nodeEmpty = Self(
        "NODE_EMPTY", .information,
        what: "A node has no mesh, camera, skin or child, and nothing refers to it as a joint.",
        why: "It does nothing, unless the application uses it as a marker.",
        mend: "Remove it if it is not a marker.")

    static let nodeMatrixDefault = Self(
        "NODE_MATRIX_DEFAULT", .information,
        what: "A node's matrix is the identity.",
        why: "That is the default, so writing it has no effect.",
        mend: "Remove \"matrix\".")

    static let nodeMatrixNonTRS = Self(
        "NODE_MATRIX_NON_TRS",
        what: "A node's matrix cannot be taken apart into translation, rotation and scale.",
        why: "It shears, or makes everything flat; engines keep the three parts and cannot show it.",
        mend: "Apply the transform to the mesh before the export.")

    static let nodeMatrixAndTRS = Self(
        "NODE_MATRIX_TRS",
        what: "A node has a matrix as well as a translation, rotation or scale.",
        why: "Readers take either of them.",
        mend: "Keep one of the two.")

    static let nodeSkinnedMeshLocalTransforms = Self(
        "NODE_SKINNED_MESH_LOCAL_TRANSFORMS", .warning,
        what: "A node with a skinned mesh has a transform.",
        why: "A skinned mesh follows its joints only, so the transform has no effect.",
        mend: "Move the joints' root instead, and remove the transform.")

    static let nodeSkinnedMeshNonRoot = Self(
        "NODE_SKINNED_MESH_NON_ROOT", .information,
        what: "A node with a skinned mesh has a parent.",
        why: "The parents' transforms have no effect on it, although some viewers apply them by mistake.",
        mend: "Put the node at the root of the scene.")

    static let nodeSkinnedMeshParentTransforms = Self(
        "NODE_SKINNED_MESH_PARENT_TRANSFORMS", .warning,
        what: "A node with a skinned mesh has a parent with a transform.",
        why: "The transform has no effect on the mesh, although some viewers apply it by mistake.",
        mend: "Put the node at the root of the scene.")

    static let nodeSkinNoScene = Self(
        "NODE_SKIN_NO_SCENE",
        what: "A scene shows a skinned mesh but does not contain its joints.",
        why: "Joints outside the scene have no place in it, so the mesh cannot be posed.",
        mend: "Add the joints' root to the scene.")

    static let nonObjectExtras = Self(
        "NON_OBJECT_EXTRAS", .information,
        what: "The application's own data is not a JSON object.",
        why: "Some readers keep it only if it is an object.",
        mend: "Wrap the value in an object.")

    static let nonRelativeURI = Self(
        "NON_RELATIVE_URI", .warning,
        what: "A URI is absolute.",
        why: "The file works on one machine or with one server only; many readers refuse it for safety.",
        mend: "Put the resource beside the document and name it by a relative URI.")

    static let nonRequiredExtension = Self(
        "NON_REQUIRED_EXTENSION",
        what: "An extension is used that must also be required, but it is not.",
        why: "A reader without it would show wrong geometry instead of refusing the file.",
        mend: "Add the extension to \"extensionsRequired\".")

    static let rotationNonUnit = Self(
        "ROTATION_NON_UNIT",
        what: "A rotation's quaternion does not have length 1.",
        why: "Readers that do not normalise it scale or shear the node.",
        mend: "Divide the four numbers by their length.")

    static let skinNoCommonRoot = Self(
        "SKIN_NO_COMMON_ROOT",
        what: "The joints of a skin have no ancestor in common.",
        why: "They do not form one skeleton, so engines cannot build one.",
        mend: "Put the joints under one root node.")

    static let skinSkeletonInvalid = Self(
        "SKIN_SKELETON_INVALID",
        what: "The node named as the skeleton's root is not an ancestor of all joints.",
        why: "Engines use it as the place of the whole skeleton.",
        mend: "Name a common ancestor, or leave \"skeleton\" out.")

    static let unknownAssetMajorVersion = Self(
        "UNKNOWN_ASSET_MAJOR_VERSION",
        what: "The asset is written for another major version of glTF than 2.",
        why: "Its document has another structure.",
        mend: "Export the model as glTF 2.0, or convert the file with gltf-pipeline.")

    static let unknownAssetMinorVersion = Self(
        "UNKNOWN_ASSET_MINOR_VERSION", .warning,
        what: "The asset is written for a minor version of glTF 2 that does not exist yet.",
        why: "It may use features that no reader knows.",
        mend: "Write \"2.0\".")

    static let unusedExtensionRequired = Self(
        "UNUSED_EXTENSION_REQUIRED",
        what: "An extension is required but not listed as used.",
        why: "Readers refuse files with unknown required extensions, here perhaps for nothing.",
        mend: "List the extension in \"extensionsUsed\", or do not require it.")
}
