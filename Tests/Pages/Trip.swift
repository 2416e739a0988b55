@_spi(Generated) import APIRuntime
import Foundation

/// Decodes an example, checks it if it is sent, and writes it again.
func trip<Value: Codable & Sendable>(_ type: Value.Type, _ number: Int, isSent: Bool) {
    let folder = URL(fileURLWithPath: CommandLine.arguments[1])
    func write(_ data: Data, _ ending: String) {
        try? data.write(to: folder.appendingPathComponent("\(number).\(ending)"))
    }
    do {
        let data = try Data(contentsOf: folder.appendingPathComponent("\(number).json"))
        let value = try Coder().decode(type, from: data)
        if isSent, let value = value as? any Validatable & Encodable { try value.validate() }
        write(try Coder().encode(value), "out")
    } catch {
        write(Data("\(error)".utf8), "error")
    }
}

/// Any client codes values as this one does.
struct Coder: ServiceClient {
    var api = APIClient(server: APIServer<Coder>("https://example.com"))
}
