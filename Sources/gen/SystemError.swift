import Foundation

extension Error {
    /// The code of the system for a failure, which Foundation wraps; `nil` if there is none.
    var systemCode: POSIXErrorCode? {
        let inner = innermost
        guard inner.domain == NSPOSIXErrorDomain else { return nil }
        return POSIXErrorCode(rawValue: Int32(inner.code))
    }

    /// The reason for a failure. The code of the system, such as `Not a directory`, is more specific than Foundation.
    var systemReason: String {
        systemCode.map { String(cString: strerror($0.rawValue)) } ?? innermost.localizedDescription
    }

    private var innermost: NSError {
        let outer = self as NSError
        return (outer.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? outer
    }
}
