/// What an inspection found in a file: the numbers that search can filter on, and the whole report.
public struct Inspection: Hashable, Sendable {
    /// Which inspector wrote it; a higher one replaces a lower one's findings.
    public var version: Int
    /// The numbers that search can filter and sort by.
    public var statistics: Statistics
    /// The names of nodes, meshes, materials and animations, as words to be found by.
    public var names: [String]
    /// The whole report as JSON.
    public var report: String

    /// Gathers an inspection's results.
    public init(version: Int, statistics: Statistics, names: [String] = [], report: String = "{}") {
        self.version = version
        self.statistics = statistics
        self.names = names
        self.report = report
    }

    /// The numbers of one file. Counts are of what the default scene draws, every instance counted.
    public struct Statistics: Hashable, Sendable {
        /// Triangles drawn.
        public var triangles = 0
        /// Vertices drawn.
        public var vertices = 0
        /// Meshes in the file.
        public var meshes = 0
        /// Primitives in the file.
        public var primitives = 0
        /// Primitives drawn.
        public var drawCalls = 0
        /// Materials in the file.
        public var materials = 0
        /// Textures in the file.
        public var textures = 0
        /// The longest side of the largest texture, in pixels; 0 without textures.
        public var textureSize = 0
        /// Bytes of all images.
        public var textureBytes = 0
        /// Animation clips.
        public var animations = 0
        /// Skins.
        public var skins = 0
        /// Joints of all skins.
        public var joints = 0
        /// Nodes.
        public var nodes = 0
        /// The size of the bounding box in metres; nil when nothing is drawn.
        public var size: Size?
        /// The program that wrote the file, as it says itself; empty if it does not.
        public var generator = ""
        /// Problems that break the specification.
        public var errors = 0
        /// Problems that do not.
        public var warnings = 0
        /// Whether the file obeys the specification; nil when it was not checked.
        public var isValid: Bool?
        /// Whether the surface is closed; nil when it was not checked.
        public var isWatertight: Bool?

        /// Starts with nothing.
        public init() {}

        /// Whether it has textures.
        public var isTextured: Bool { textures > 0 }
        /// Whether it has a skeleton.
        public var isRigged: Bool { skins > 0 }
        /// Whether it has animation clips.
        public var isAnimated: Bool { animations > 0 }
    }

    /// The extent of a bounding box along the axes, in metres.
    public struct Size: Hashable, Sendable {
        /// Width.
        public var x: Double
        /// Height.
        public var y: Double
        /// Depth.
        public var z: Double

        /// Makes a size from its three extents.
        public init(x: Double, y: Double, z: Double) {
            (self.x, self.y, self.z) = (x, y, z)
        }
    }
}
