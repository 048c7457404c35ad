extension Document {
    /// Keyframes that move nodes.
    public struct Animation: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// What is animated by which sampler.
        public let channels: [Channel]
        /// The keyframes.
        public let samplers: [AnimationSampler]
    }

    /// A property that an animation changes.
    public struct Channel: DocumentObject {
        /// Place, extensions and extras; a channel has no name.
        public let common: Common
        /// The sampler with the keyframes, an index into the animation's own.
        public let sampler: Int?
        /// The node; nil where the property is named by ``pointer`` or nothing is animated.
        public let node: Int?
        /// The node's property; nil if the document names none that is valid.
        public let path: Path?
        /// The JSON pointer to the property (KHR_animation_pointer).
        public let pointer: String?
    }

    /// A property of a node that can be animated.
    public enum Path: String, CaseIterable, Sendable {
        /// Where the node is.
        case translation
        /// How it is turned.
        case rotation
        /// How large it is.
        case scale
        /// The weights of its morph targets.
        case weights
        /// Something that a JSON pointer names (KHR_animation_pointer).
        case pointer
    }

    /// Keyframes: times and values.
    public struct AnimationSampler: DocumentObject {
        /// Place, extensions and extras; a sampler of an animation has no name.
        public let common: Common
        /// The accessor with the times, in seconds.
        public let input: Int?
        /// The accessor with the values.
        public let output: Int?
        /// What happens between keyframes.
        public let interpolation: Interpolation
    }

    /// What happens between keyframes.
    public enum Interpolation: String, CaseIterable, Sendable {
        /// Values change evenly.
        case linear = "LINEAR"
        /// Values jump at the next keyframe.
        case step = "STEP"
        /// Values follow a curve with tangents.
        case cubicSpline = "CUBICSPLINE"
    }
}

extension Document.Animation {
    init(_ object: ObjectReader) {
        common = object.common
        let samplers = object.children("samplers", keepsIndices: true)
        self.samplers = samplers.map(Document.AnimationSampler.init)
        channels = object.children("channels").map { Document.Channel($0, samplerCount: samplers.count) }
        _ = object.require("channels", object.member("channels"))
        _ = object.require("samplers", object.member("samplers"))
    }
}

extension Document.Channel {
    init(_ object: ObjectReader, samplerCount: Int) {
        common = object.common
        sampler = object.require("sampler", object.index("sampler", below: samplerCount))
        let target = object.require("target", object.child("target"))
        node = target?.index("node", of: .nodes)
        path = target?.require("path", target?.choice("path"))
        pointer = target?.extension("KHR_animation_pointer")?.string("pointer")
    }
}

extension Document.AnimationSampler {
    init(_ object: ObjectReader) {
        common = object.common
        input = object.require("input", object.index("input", of: .accessors))
        output = object.require("output", object.index("output", of: .accessors))
        interpolation = object.choice("interpolation") ?? .linear
    }
}
