import APIGenSourceText
import APIGenYAML

extension PackageDependency {
    init?(_ node: Node, by decoder: inout SettingsDecoder) {
        guard var object = decoder.object(node, as: "package") else { return nil }
        defer { decoder.finish(object) }
        let products = decoder.locatedTexts(decoder.required("products", in: &object), of: "products")
        let (pathNode, url) = (object["path"], object["url"])
        guard (pathNode == nil) != (url == nil) else {
            object.acceptAll()
            decoder.diagnostics.report(.packageWithoutPlace(object))
            return nil
        }
        let path = decoder.text(pathNode)
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
