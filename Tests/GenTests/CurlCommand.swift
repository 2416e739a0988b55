import APIRuntime
import Foundation

/// The request that a command of curl sends.
struct CurlCommand {
    let words: [String]

    /// - Parameter text: A command as a shell takes it, with words in single quotation marks.
    init(_ text: String) {
        var (words, word, isQuoted) = ([String](), String?.none, false)
        var rest = text[...]
        while let character = rest.popFirst() {
            switch character {
            case "'":
                isQuoted.toggle()
                word = word ?? ""
            case "\\" where !isQuoted:
                if let next = rest.popFirst(), next != "\n" { word = (word ?? "") + String(next) }
            case " ", "\n":
                if isQuoted {
                    word?.append(character)
                } else if let done = word {
                    words.append(done)
                    word = nil
                }
            default: word = (word ?? "") + String(character)
            }
        }
        self.words = words + [word].compactMap(\.self)
    }

    /// `nil` if there is something that curl does not understand.
    var request: TransportRequest? {
        guard words.first == "curl" else { return nil }
        var (chosen, url, body, fields) = (String?.none, String?.none, String?.none, HTTPFields())
        var parts: [String] = []
        var rest = words.dropFirst()
        while let word = rest.popFirst() {
            if word == "-I" {
                chosen = "HEAD"
            } else if !word.hasPrefix("-") {
                url = word
            } else if let value = rest.popFirst() {
                switch word {
                case "-X": chosen = value
                case "-H":
                    // A header without a value is left out, unless it ends with a semicolon.
                    let name = value.prefix { !":;".contains($0) }
                    let text = value.dropFirst(name.count + 2)
                    guard let field = HTTPField.Name(String(name)), !text.isEmpty || value.hasSuffix(";")
                    else {
                        return nil
                    }
                    fields.append(HTTPField(name: field, value: String(text)))
                case "-b": fields[.cookie] = value
                case "-u": fields[.authorization] = "Basic \(Data(value.utf8).base64EncodedString())"
                case "--data-raw", "--data-binary": body = value
                case "-F", "--form-string": parts.append(value)
                default: return nil
                }
            }
        }
        if !parts.isEmpty {
            fields[.contentType] = "multipart/form-data; boundary=part"
            body = parts.map(Self.part).joined() + "--part--\r\n"
        } else if body != nil, fields[.contentType] == nil {
            fields[.contentType] = "application/x-www-form-urlencoded"
        }
        // What curl would expand or cut off.
        guard let url, !url.contains(where: { "[]{}#".contains($0) }) else { return nil }
        // A body makes it POST.
        let method = chosen ?? (body == nil ? "GET" : "POST")
        guard let components = URLComponents(string: url), let method = HTTPRequest.Method(method)
        else { return nil }
        let query = components.percentEncodedQuery.map { "?\($0)" } ?? ""
        let head = HTTPRequest(
            method: method, scheme: components.scheme, authority: components.host,
            path: components.percentEncodedPath + query, headerFields: fields)
        return TransportRequest(operation: "any", head: head, body: body.map { Data($0.utf8) })
    }

    private static func part(_ text: String) -> String {
        let name = text.prefix { $0 != "=" }
        return
            "--part\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(text.dropFirst(name.count + 1))\r\n"
    }
}
