extension Schema {
    /// A light (KHR_lights_punctual).
    static let light = Schema(
        hasName: true,
        [
            .optional("color", .numbers(3, .fraction)),
            .optional("intensity", .number(.notNegative)),
            .optional("spot", .object(.spot)),
            .required("type", .stringIn(["directional", "point", "spot"])),
            .optional("range", .number(.positive)),
        ],
        checks: [LightRules.spot, LightRules.range])

    fileprivate static let spot = Schema(
        [
            .optional(
                "innerConeAngle", .number(NumberRange("from 0 to less than half a turn") { $0 >= 0 && $0 < .pi / 2 })),
            .optional(
                "outerConeAngle", .number(NumberRange("greater than 0, up to half a turn") { $0 > 0 && $0 <= .pi / 2 })),
        ],
        checks: [LightRules.angles])
}

/// Rules of lights (KHR_lights_punctual).
enum LightRules {
    /// UNDEFINED_PROPERTY, EXTRA_PROPERTY: only spot lights have a cone.
    static let spot: Schema.Check = { light in
        guard let type = light["type"]?.string else { return }
        if type == "spot", light.validation.json[light.place]["spot"] == nil {
            light.report(.undefinedProperty, nil, "the property 'spot' must be defined")
        } else if type != "spot", light["spot"] != nil {
            light.report(.extraProperty, "spot", "a \(type) light has no cone")
        }
    }

    /// EXTRA_PROPERTY
    static let range: Schema.Check = { light in
        guard light["type"]?.string == "directional", light["range"] != nil else { return }
        light.report(.extraProperty, "range", "a directional light has no range")
    }

    /// KHR_LIGHTS_PUNCTUAL_LIGHT_SPOT_ANGLES
    static let angles: Schema.Check = { spot in
        // What is there but not valid has been reported; nothing can be said about the difference.
        guard let inner = angle(spot, "innerConeAngle", default: 0),
            let outer = angle(spot, "outerConeAngle", default: .pi / 4), outer <= inner
        else { return }
        spot.report(
            .lightSpotAngles, "outerConeAngle", "the outer angle, \(outer), is not above the inner one, \(inner)")
    }

    private static func angle(_ spot: SchemaObject, _ name: StaticString, default value: Double) -> Double? {
        spot.number(name) ?? (spot.validation.json[spot.place]["\(name)"] == nil ? value : nil)
    }
}
