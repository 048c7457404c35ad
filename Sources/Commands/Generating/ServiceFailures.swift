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
        case .noModelFile: nil
        case .tooLarge: "name a file that the service can reach: --set model_url=https://…"
        }
    }
    var exitStatus: ExitStatus { .badData }
}

extension PictureError: UserFacing {
    var hint: String? { nil }
    var exitStatus: ExitStatus { .badData }
}

extension KeyInRequest: UserFacing {
    var hint: String? { "take the key out of the words" }
    var exitStatus: ExitStatus { .usage }
}
