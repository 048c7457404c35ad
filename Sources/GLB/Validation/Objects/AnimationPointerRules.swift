/// Rules of animations of anything that has a JSON pointer (KHR_animation_pointer).
enum AnimationPointerRules {
    /// KHR_ANIMATION_POINTER_ANIMATION_CHANNEL_TARGET_NODE, KHR_ANIMATION_POINTER_ANIMATION_CHANNEL_TARGET_PATH
    static let target: Schema.Check = { pointer in
        guard let target = pointer.parent.map({ pointer.validation.json[$0] }) else { return }
        if target["node"] != nil {
            pointer.report(.animationPointerTargetNode, nil, "the channel's target names a node as well")
        }
        if let path = target["path"], path.string != "pointer" {
            pointer.report(
                .animationPointerTargetPath, nil, "the channel's path is '\(path.string ?? "")' instead of 'pointer'")
        }
    }

    /// Whether a text has the form of a JSON pointer (RFC 6901, section 3).
    @Sendable static func isPointer(_ text: String) -> Bool {
        guard text.isEmpty || text.hasPrefix("/") else { return false }
        return text.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false).dropFirst()
            .allSatisfy { $0.first == UInt8(ascii: "0") || $0.first == UInt8(ascii: "1") }
    }
}
