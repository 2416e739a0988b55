/// A template that was checked against a view type. Rendering cannot fail.
public struct Template<Root: View>: Sendable {
    let procedures: [[Operation]]
    let entry: Int
    let lineWidth: Int

    public func render(_ view: Root) -> String {
        String(decoding: renderUTF8(view), as: UTF8.self)
    }

    /// The UTF-8 bytes of ``render(_:)``.
    public func renderUTF8(_ view: Root) -> [UInt8] {
        var renderer = Renderer(procedures: procedures, lineWidth: lineWidth)
        renderer.call(entry, with: ViewReference(view))
        return renderer.bytes
    }
}
