/// A template that was checked against a view type. Rendering cannot fail.
public struct Template<Root: View, Common: View>: Sendable {
    let procedures: [[Operation]]
    let entry: Int
    let lineWidth: Int

    /// - Parameter common: The view whose fields all templates have in common.
    public func render(_ view: Root, common: Common) -> String {
        String(decoding: renderUTF8(view, common: common), as: UTF8.self)
    }

    /// The UTF-8 bytes of ``render(_:common:)``.
    public func renderUTF8(_ view: Root, common: Common) -> [UInt8] {
        var renderer = Renderer(procedures: procedures, common: ViewReference(common), lineWidth: lineWidth)
        renderer.call(entry, with: ViewReference(view))
        return renderer.bytes
    }
}

extension Template where Common == NoView {
    public func render(_ view: Root) -> String { render(view, common: NoView()) }
}
