/// The formats of a primitive's attributes (specification, sections 3.7.2.1 and 3.7.2.2; KHR_mesh_quantization).
struct AttributeFormats {
    /// Whether small integers are allowed too.
    let isQuantized: Bool

    /// The formats that an attribute can have; nil for the application's own attributes.
    func allowed(for name: String) -> [AllowedFormat]? {
        switch AttributeSemantic(name)?.base {
        case "POSITION":
            formats(.vec3, .float)
                + (isQuantized ? integers(.vec3, [.byte, .unsignedByte, .short, .unsignedShort]) : [])
        case "NORMAL": formats(.vec3, .float) + (isQuantized ? fractions(.vec3, [.byte, .short]) : [])
        case "TANGENT": formats(.vec4, .float) + (isQuantized ? fractions(.vec4, [.byte, .short]) : [])
        case "TEXCOORD":
            formats(.vec2, .float) + fractions(.vec2, Self.unsigned)
                + (isQuantized
                    ? formats(.vec2, .unsignedByte, .unsignedShort) + integers(.vec2, [.byte, .short]) : [])
        case "COLOR":
            [.vec3, .vec4].flatMap { formats($0, .float) + fractions($0, Self.unsigned) }
        case "JOINTS": formats(.vec4, .unsignedByte, .unsignedShort)
        case "WEIGHTS": formats(.vec4, .float) + fractions(.vec4, Self.unsigned)
        default: nil
        }
    }

    /// The formats that an attribute of a morph target can have; nil for the application's own attributes.
    func allowedInTarget(for name: String) -> [AllowedFormat]? {
        switch AttributeSemantic(name)?.base {
        case "POSITION": formats(.vec3, .float) + (isQuantized ? integers(.vec3, [.byte, .short]) : [])
        case "NORMAL", "TANGENT": formats(.vec3, .float) + (isQuantized ? fractions(.vec3, [.byte, .short]) : [])
        case "TEXCOORD":
            formats(.vec2, .float) + fractions(.vec2, Self.small) + (isQuantized ? formats(.vec2, .byte, .short) : [])
        case "COLOR": [.vec3, .vec4].flatMap { formats($0, .float) + fractions($0, Self.small) }
        default: nil
        }
    }

    private static let unsigned: [Document.ComponentType] = [.unsignedByte, .unsignedShort]
    private static let small: [Document.ComponentType] = [.byte, .unsignedByte, .short, .unsignedShort]

    private func formats(_ type: Document.ElementType, _ components: Document.ComponentType...) -> [AllowedFormat] {
        components.map { AllowedFormat(type: type, componentType: $0) }
    }

    private func fractions(_ type: Document.ElementType, _ components: [Document.ComponentType]) -> [AllowedFormat] {
        components.map { AllowedFormat(type: type, componentType: $0, normalized: true) }
    }

    private func integers(_ type: Document.ElementType, _ components: [Document.ComponentType]) -> [AllowedFormat] {
        components.flatMap { component in
            [false, true].map { AllowedFormat(type: type, componentType: component, normalized: $0) }
        }
    }
}
