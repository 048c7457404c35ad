extension Schema {
    /// A place to look from.
    static let camera = Schema(
        of: .camera, hasName: true,
        [
            .optional("orthographic", .object(.orthographic)),
            .optional("perspective", .object(.perspective)),
            .required("type", .stringIn(["orthographic", "perspective"])),
        ],
        checks: [CameraRules.projection])

    static let orthographic = Schema(
        of: .orthographic,
        [
            .required("xmag", .number(.any)),
            .required("ymag", .number(.any)),
            .required("zfar", .number(.positive)),
            .required("znear", .number(.notNegative)),
        ],
        checks: [CameraRules.magnification, CameraRules.planes])

    static let perspective = Schema(
        of: .perspective,
        [
            .optional("aspectRatio", .number(.positive)),
            .required("yfov", .number(.positive)),
            .optional("zfar", .number(.positive)),
            .required("znear", .number(.positive)),
        ],
        checks: [CameraRules.fieldOfView, CameraRules.planes])
}

/// Rules of cameras (specification, section 3.10).
enum CameraRules {
    /// UNDEFINED_PROPERTY, ONE_OF_MISMATCH: a camera has the projection that its type names, and no other one.
    static let projection: Schema.Check = { camera in
        let members = camera.validation.json[camera.place]
        if members["orthographic"] != nil, members["perspective"] != nil {
            camera.report(.oneOfMismatch, nil, "a camera is either orthographic or perspective")
        } else if let type = camera["type"]?.string, members[type] == nil {
            camera.report(.undefinedProperty, nil, "the property '\(type)' must be defined")
        }
    }

    /// CAMERA_XMAG_YMAG_ZERO, CAMERA_XMAG_YMAG_NEGATIVE
    static let magnification: Schema.Check = { camera in
        for name in ["xmag", "ymag"] as [StaticString] {
            guard let number = camera.number(name) else { continue }
            if number == 0 {
                camera.report(.cameraMagnificationZero, name, "the magnification is 0")
            } else if number < 0 {
                camera.report(.cameraMagnificationNegative, name, "the magnification is negative")
            }
        }
    }

    /// CAMERA_ZFAR_LEQUAL_ZNEAR
    static let planes: Schema.Check = { camera in
        guard let near = camera.number("znear"), let far = camera.number("zfar"), far <= near else { return }
        camera.report(.cameraFarNotBeyondNear, nil, "the far plane, \(far), is not behind the near plane, \(near)")
    }

    /// CAMERA_YFOV_GEQUAL_PI
    static let fieldOfView: Schema.Check = { camera in
        guard let angle = camera.number("yfov"), angle >= .pi else { return }
        camera.report(.cameraFieldOfViewTooLarge, nil, "\(angle) radians are half a turn or more")
    }
}
