/// How long an animation is and what it moves.
public struct AnimationStatistics: Equatable, Sendable {
    /// The time of the last keyframe in seconds; nil if no keyframe can be read.
    public let duration: Double?
    /// How many keyframes the samplers have together.
    public let keyframes: Int
    /// How many nodes are moved.
    public let nodes: Int
}

extension AnimationStatistics {
    /// How many bytes of keyframe times are read where the document does not state the last one.
    private static let byteLimit = 1 << 20

    init(of file: AssetFile, _ animation: Document.Animation, bytesLeft: inout Int) {
        var duration: Double?
        var keyframes = 0
        for input in animation.samplers.compactMap(\.input) {
            let accessor = file.document.accessors[input]
            keyframes = keyframes.saturatingSum(accessor.count)
            var last = accessor.bounds?.max.first
            if last == nil {
                let cost = accessor.count.saturatingProduct(accessor.elementByteCount ?? 1)
                guard cost <= bytesLeft else { continue }
                bytesLeft -= max(cost, 64)
                last = (try? file.data(ofAccessor: input).floats().max()).flatMap { $0 }.map(Double.init)
            }
            if let last, last.isFinite { duration = max(duration ?? last, last) }
        }
        self.duration = duration
        self.keyframes = keyframes
        nodes = Set(animation.channels.compactMap(\.node)).count
    }

    /// The statistics of all animations of a file.
    static func all(of file: AssetFile) -> [AnimationStatistics] {
        var bytesLeft = byteLimit
        return file.document.animations.map { AnimationStatistics(of: file, $0, bytesLeft: &bytesLeft) }
    }
}
