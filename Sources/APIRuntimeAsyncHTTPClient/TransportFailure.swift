import APIRuntime
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

/// The error to throw for an error of AsyncHTTPClient, whose own descriptions may name the host.
func transportFailure(_ error: any Error) -> any Error {
    if Task.isCancelled { return CancellationError() }
    return switch error {
    case is CancellationError, is TransportError: error
    case let error as HTTPClientError: error == .cancelled ? CancellationError() : TransportError(error)
    case let error as NIOConnectionError: TransportError(error)
    case let error as IOError: TransportError(error)
    case let error as ChannelError: TransportError(error)
    case let error as HTTPParserError: TransportError(error)
    case NIOSSLError.uncleanShutdown: TransportError.interruption
    case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
        TransportError(.insecure, message: "the connection could not be secured")
    case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
        TransportError(.interrupted, message: "the content coding of the answer is broken or incomplete")
    default: TransportError(.interrupted, message: "the connection failed (\(type(of: error)))")
    }
}

extension TransportError {
    fileprivate static let interruption = TransportError(
        .interrupted, message: "the connection broke before the answer was complete")
    fileprivate static let noConnection = TransportError(
        .unreachable, message: "no connection to the host could be made")

    fileprivate init(_ error: HTTPClientError) {
        switch error {
        case .connectTimeout, .socksHandshakeTimeout, .httpProxyHandshakeTimeout, .tlsHandshakeTimeout:
            self.init(.unreachable, message: "no connection to the host was made in time")
        case .getConnectionFromPoolTimeout:
            self.init(.unreachable, message: "no connection to the host became free in time")
        case .invalidProxyResponse, .proxyAuthenticationRequired:
            self.init(.unreachable, message: "the proxy refused the connection")
        case .readTimeout, .writeTimeout, .deadlineExceeded:
            self.init(.timedOut, message: "the connection was idle for too long")
        case .remoteConnectionClosed, .uncleanShutdown, .requestStreamCancelled:
            self = .interruption
        case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath:
            self.init(.other, message: "the URL is not valid")
        case .traceRequestWithBody:
            self.init(.other, message: "TRACE has no body (RFC 9110, section 9.3.8)")
        default:
            // Names and values of invalid headers are left out.
            self.init(.other, message: "the request failed: \(error.shortDescription)")
        }
    }

    fileprivate init(_ error: NIOConnectionError) {
        let isUnknown = error.connectionErrors.isEmpty && (error.dnsAError ?? error.dnsAAAAError) != nil
        let isRefused = error.connectionErrors.contains { ($0.error as? IOError)?.errnoCode == ECONNREFUSED }
        if isUnknown {
            self.init(.unreachable, message: "the host name is not known")
        } else if isRefused {
            self.init(.unreachable, message: "the host refused the connection")
        } else {
            self = .noConnection
        }
    }

    fileprivate init(_ error: IOError) {
        switch error.errnoCode {
        case ECONNREFUSED: self.init(.unreachable, message: "the host refused the connection")
        case EHOSTUNREACH, ENETUNREACH, ENETDOWN, EADDRNOTAVAIL: self = .noConnection
        case EMFILE, ENFILE: self.init(.other, message: "this process has too many open files")
        default: self = .interruption
        }
    }

    fileprivate init(_ error: ChannelError) {
        switch error {
        case .connectTimeout: self.init(.unreachable, message: "no connection to the host was made in time")
        default: self = .interruption
        }
    }

    fileprivate init(_ error: HTTPParserError) {
        switch error {
        case .headerOverflow:
            self.init(.other, message: "the headers of the answer are too many or too long")
        case .invalidEOFState: self = .interruption
        default: self.init(.interrupted, message: "the answer is not valid HTTP")
        }
    }
}
