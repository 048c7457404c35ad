import GLB

/// A motion in the buffer of a document: 72 channels, three for each joint.
///
/// What does not move has two keys and steps between them, as in the service's files.
struct Clip {
    private struct Channel {
        var joint: Joint
        var path: String
        var input: Int
        var output: Int
        var isStep: Bool
    }

    private let name: String
    private var channels: [Channel] = []

    /// Adds the motion's keys to `buffer`; places are in `unitsInOne`-ths of a unit.
    init(
        _ motion: Motion, name: String, _ skeleton: Skeleton, unitsInOne: Float, _ buffer: inout DocumentBuffer
    ) {
        self.name = name
        let (times, poses) = (motion.times, motion.poses)
        func addInput(_ times: [Float]) -> Int {
            buffer.addFloats(times, columns: 1, type: "SCALAR", target: nil, isBounded: true)
        }
        let all = addInput(times)
        let ends = addInput([times[0], times[times.count - 1]])

        for joint in Joint.allCases {
            func add(_ path: String, _ type: String, _ keys: [[Float]]) {
                let isStep = keys.allSatisfy { $0 == keys[0] }
                let kept = isStep ? [keys[0], keys[0]] : keys
                let output = buffer.addFloats(
                    kept.flatMap(\.self), columns: keys[0].count, type: type, target: nil, isBounded: false)
                channels.append(
                    Channel(joint: joint, path: path, input: isStep ? ends : all, output: output, isStep: isStep))
            }
            let rest = skeleton.offset(of: joint)
            add(
                "translation", "VEC3",
                poses.map { pose in
                    let place = (joint == .hips ? rest + pose.hipsOffset : rest) * unitsInOne
                    return [place.x, place.y, place.z]
                })
            add(
                "rotation", "VEC4",
                poses.map { pose in
                    let turn = pose.turns[joint] ?? .identity
                    return [turn.x, turn.y, turn.z, turn.w]
                })
            add("scale", "VEC3", poses.map { _ in [1, 1, 1] })
        }
    }

    /// Writes an element of `animations`; `node` tells which node a joint is.
    func write(to list: inout JSONWriter, node: (Joint) -> Int) {
        list.object { animation in
            animation.array("channels") { list in
                for (index, channel) in channels.enumerated() {
                    list.object { object in
                        object.member("sampler", index)
                        object.object("target") {
                            $0.member("node", node(channel.joint))
                            $0.member("path", channel.path)
                        }
                    }
                }
            }
            animation.member("name", name)
            animation.array("samplers") { list in
                for channel in channels {
                    list.object {
                        $0.member("input", channel.input)
                        $0.member("interpolation", channel.isStep ? "STEP" : "LINEAR")
                        $0.member("output", channel.output)
                    }
                }
            }
        }
    }
}
