import Catalog
import GLB
import Library
import MeshyAPI
import SystemPackage

// What to do about the errors of the service and of requests, and how the process ends with each.

extension MeshyAPIError: UserFacing {
    var exitStatus: ExitStatus {
        switch reason {
        case .unreachable, .interrupted, .timedOut, .serviceFault, .unexpectedAnswer, .redirected: .unavailable
        case .rateLimited, .queueFull, .cancelled: .tryAgain
        case .keyRefused, .insufficientCredits, .forbidden, .forbiddenAddress: .notAllowed
        case .notFound, .linkExpired: .noInput
        case .invalidRequest: .usage
        case .wrongState, .refused, .damaged, .tooLarge: .badData
        case .cannotWrite: .ioError
        }
    }
}

extension APIKeyError: UserFacing {
    var hint: String? {
        switch self {
        case .missing: "'meshy-lib config set-key' keeps one; keys are made in the account's API settings"
        default: nil
        }
    }

    var exitStatus: ExitStatus {
        switch self {
        case .empty, .notPrintable: .usage
        case .missing, .exposed, .foreign: .notAllowed
        case .file: .ioError
        }
    }
}

extension BaseURLError: UserFacing {
    var hint: String? { nil }
    var exitStatus: ExitStatus { .usage }
}

extension ProxyError: UserFacing {
    var hint: String? { nil }
    var exitStatus: ExitStatus { .usage }
}

extension SettingError: UserFacing {
    var hint: String? {
        switch self {
        case .unknownParameter(_, let kind, _): "'meshy-lib parameters \(kind.rawValue)' lists them"
        default: nil
        }
    }
    var exitStatus: ExitStatus { .usage }
}

extension RequestError: UserFacing {
    var hint: String? { nil }
    var exitStatus: ExitStatus { .badData }
}

extension SourceError: UserFacing {
    var hint: String? {
        switch self {
        case .needsTask: "make it anew: 'meshy-lib regenerate ID'"
        case .wrongKind(let id, _, _, .rigging): "give it a skeleton first: 'meshy-lib rig \(id)'"
        case .wrongKind(let id, _, _, _): "'meshy-lib retexture \(id)' gives any model new textures"
        case .noModelFile: nil
        case .tooLarge: "name a file that the service can reach: --set model_url=https://…"
        }
    }
    var exitStatus: ExitStatus { .badData }
}

extension RegenerationError: UserFacing {
    var hint: String? {
        switch self {
        case .notRecorded(let id, _), .sourceUnknown(let id, _):
            "'meshy-lib sync' fetches what the service still knows; 'meshy-lib show \(id)' shows the words for 'meshy-lib generate'"
        case .sourceGone: "'meshy-lib sync' brings it into the library if it is still on the account"
        case .circle(let id): "'meshy-lib lineage \(id)' shows it"
        }
    }
    var exitStatus: ExitStatus {
        switch self {
        case .notRecorded, .sourceGone, .sourceUnknown: .noInput
        case .circle: .badData
        }
    }
}

extension RetirementTableError: UserFacing {
    var hint: String? { "'meshy-lib retirements --format json' prints one of the right form" }
    var exitStatus: ExitStatus { .badData }
}

extension NotTheTask: UserFacing {
    var hint: String? { "the message of the lost request names the tasks that fit; 'meshy-lib tasks' shows it" }
    var exitStatus: ExitStatus { .noInput }
}

extension PictureError: UserFacing {
    var hint: String? { nil }
    var exitStatus: ExitStatus { .badData }
}

extension KeyInRequest: UserFacing {
    var hint: String? { "take the key out of the words" }
    var exitStatus: ExitStatus { .usage }
}
