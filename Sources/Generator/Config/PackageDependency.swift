import APIGenSourceText
import APIGenYAML

/// A package that the package of a client depends on, for types that the user brings.
public struct PackageDependency: Sendable {
    enum Source: Sendable {
        /// The text as it is written: relative to the package of the client, unless it is absolute.
        case path(String)
        case url(String, version: String)
    }

    let source: Source
    let products: [String]
}

extension PackageDependency {
    init?(_ node: Node, by decoder: inout SettingsDecoder) {
        guard var object = decoder.object(node, as: "package") else { return nil }
        defer { decoder.finish(object) }
        let products = decoder.locatedTexts(decoder.required("products", in: &object), of: "products")
        let path = decoder.text(object["path"])
        let source: Source? =
            if let path { .path(path) } else {
                decoder.urlWithVersion(in: &object).map { .url($0.url, version: $0.version) }
            }
        guard let source else { return nil }
        self.init(source: source, products: products.map(\.value))
    }
}

extension SettingsDecoder {
    /// The URL of a package, and its lowest version.
    mutating func urlWithVersion(in object: inout ObjectFields) -> (url: String, version: String)? {
        let url = text(required("url", in: &object))
        let version = text(required("version", in: &object))
        guard let url, let version else { return nil }
        guard version.wholeMatch(of: /\d+\.\d+\.\d+[0-9A-Za-z.+\-]*/) != nil else {
            diagnostics.report(.unusableVersion(version, at: object.range("version")))
            return nil
        }
        return (url, version)
    }
}
