extension Schema {
    /// Keyframes that change properties.
    static let animation = Schema(
        of: .animation, hasName: true,
        [
            .required("channels", .objects(.channel)),
            .required("samplers", .objects(.animationSampler)),
        ])

    /// A property that an animation changes; its sampler is one of the animation's own.
    static let channel = Schema(
        of: .channel,
        [
            .required("sampler", .index(nil)),
            .required("target", .object(.channelTarget)),
        ])

    static let channelTarget = Schema(
        of: .channelTarget,
        [
            .optional("node", .index(.nodes)),
            .required(
                "path",
                .stringIn(
                    ["translation", "rotation", "scale", "weights"], extended: [("KHR_animation_pointer", "pointer")])),
        ])

    static let animationSampler = Schema(
        of: .animationSampler,
        [
            .required("input", .index(.accessors)),
            .optional("interpolation", .stringIn(Document.Interpolation.allCases.map(\.rawValue))),
            .required("output", .index(.accessors)),
        ])
}
