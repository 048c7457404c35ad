/// Something that the inspector knows about a model and that a budget can limit. Its raw value is its name in budgets.
package enum Measure: String, CaseIterable, Sendable {
    // The file.
    case fileBytes = "file-bytes"
    case errors, warnings
    // What is drawn.
    case triangles, vertices
    case trianglesOfMesh = "triangles-of-a-mesh"
    case drawCalls = "draw-calls"
    case meshes, primitives, nodes, materials
    case isRootClean = "root-is-clean"
    case areNamed = "meshes-and-materials-have-names"
    // Textures.
    case textures
    case textureSide = "texture-side"
    case smallestTextureSide = "smallest-texture-side"
    case arePowersOfTwo = "texture-sides-are-powers-of-two"
    case textureBytes = "texture-bytes"
    case gpuBytes = "gpu-bytes"
    case coordinateSets = "texture-coordinate-sets"
    // Figures that move.
    case isRigged = "rigged"
    case joints
    case influences = "joints-of-a-vertex"
    case animations
    case animationSeconds = "animation-seconds"
    // Size.
    case width, height, depth
    case longestSide = "longest-side"
    case shortestSide = "shortest-side"
    // Surfaces.
    case isWatertight = "watertight"
    case parts, holes
    case nonManifoldEdges = "non-manifold-edges"
    case inconsistentEdges = "inconsistent-edges"
    case isWindingConsistent = "consistently-wound"
    case isInsideOut = "inside-out"
    case degenerateTriangles = "degenerate-triangles"
    case duplicateTriangles = "duplicate-triangles"
    case smallestPart = "smallest-part"
    case coordinatesOutside = "triangles-outside-the-texture"
    case coordinatesMirrored = "triangles-mirrored-on-the-texture"
    case coordinatesOverlapping = "overlap-on-the-texture"

    /// What a value of the measure is.
    package enum Unit: Sendable {
        case count, bytes, pixels, seconds
        /// Metres of the scene.
        case metres
        /// A share of 1.
        case share
        /// Yes or no.
        case truth
    }

    /// What a value of the measure is.
    package var unit: Unit {
        switch self {
        case .fileBytes, .textureBytes, .gpuBytes: .bytes
        case .textureSide, .smallestTextureSide: .pixels
        case .animationSeconds: .seconds
        case .width, .height, .depth, .longestSide, .shortestSide, .smallestPart: .metres
        case .coordinatesOverlapping: .share
        case .isRootClean, .areNamed, .arePowersOfTwo, .isRigged, .isWatertight, .isWindingConsistent, .isInsideOut:
            .truth
        default: .count
        }
    }

    /// Whether all vertices must be read for it.
    package var needsGeometry: Bool {
        switch self {
        case .isWatertight, .parts, .holes, .nonManifoldEdges, .inconsistentEdges, .isWindingConsistent, .isInsideOut,
            .degenerateTriangles,
            .duplicateTriangles, .smallestPart, .coordinatesOutside, .coordinatesMirrored, .coordinatesOverlapping:
            true
        default: false
        }
    }

    /// Whether the file must be validated for it.
    package var needsValidation: Bool { self == .errors || self == .warnings }

    /// Whether the value is good for nothing if the triangles cannot be read.
    package var needsTriangles: Bool {
        switch self {
        case .triangles, .vertices, .trianglesOfMesh, .width, .height, .depth, .longestSide, .shortestSide: true
        default: needsGeometry
        }
    }

    /// What to do about a value that is not within its limit, if the budget does not say it better.
    package var advice: String {
        switch self {
        case .fileBytes: "make the textures smaller, or compress the file"
        case .errors, .warnings: "mend what 'meshy-lib validate' finds; --fix does what needs no judgement"
        case .triangles, .vertices, .trianglesOfMesh: "remesh it with a lower target_polycount, or decimate it"
        case .drawCalls, .meshes, .primitives: "join meshes that share a material"
        case .nodes: "remove nodes that hold nothing, and join meshes"
        case .materials: "bake the materials into one texture"
        case .isRootClean: "apply the transform of the root node to the mesh"
        case .areNamed: "give meshes and materials names"
        case .textures: "leave out textures that do not show, or pack several into one"
        case .textureSide, .gpuBytes: "scale the textures down"
        case .smallestTextureSide: "texture it again with more pixels"
        case .arePowersOfTwo: "scale the textures to sides such as 1024 or 2048"
        case .textureBytes: "store the textures as JPEG or WebP, or scale them down"
        case .coordinateSets: "use one set of texture coordinates for all textures"
        case .isRigged: "rig it, or take the skeleton out, as the budget asks"
        case .joints: "remove joints that move nothing"
        case .influences: "limit the weights of each vertex to the strongest joints"
        case .animations, .animationSeconds: "leave out or cut animations"
        case .width, .height, .depth, .longestSide, .shortestSide: "scale it to its real size"
        case .isWatertight, .holes: "close the holes; a print repair does, and drops the textures"
        case .parts: "join the parts, or remove crumbs"
        case .nonManifoldEdges: "separate surfaces that share an edge; a print repair does, and drops the textures"
        case .inconsistentEdges, .isWindingConsistent, .isInsideOut: "recalculate the normals so that all show outside"
        case .degenerateTriangles, .duplicateTriangles: "remove triangles without area and doubled ones"
        case .smallestPart: "remove crumbs, or print it larger"
        case .coordinatesOutside, .coordinatesMirrored, .coordinatesOverlapping: "unwrap the texture coordinates anew"
        }
    }
}
