import APIGenJSONPath
import APIGenSourceText
import APIGenYAML

extension Overlay {
    /// Decodes an overlay (Overlay 1.0.0, section 4.4.1). `range` is the reference to its file.
    init?(at path: String, from range: SourceRange?, by decoder: inout SettingsDecoder) {
        guard let root = decoder.root(of: path, from: range),
            var object = decoder.object(root, as: "overlay")
        else { return nil }
        defer { decoder.finish(object) }
        Self.checkVersion(decoder.required("overlay", in: &object), by: &decoder)
        if let info = decoder.required("info", in: &object) { Self.checkInfo(info, by: &decoder) }
        let extends = decoder.locatedText(object["extends"]).map { decoder.documents.resolve($0) }
        let list = decoder.required("actions", in: &object)
        let actions = decoder.list(list, of: "actions") { Action($1, by: &$0) }
        if let list, list.kind == .sequence, list.elements.isEmpty {
            decoder.diagnostics.report(.noActions(list))
        }
        self.init(file: root.document, extends: extends, actions: actions)
    }

    private static func checkVersion(_ node: Node?, by decoder: inout SettingsDecoder) {
        guard let node, let version = decoder.text(node) else { return }
        let isKnown = version.split(separator: ".", omittingEmptySubsequences: false).prefix(2) == ["1", "0"]
        if !isKnown { decoder.diagnostics.report(.overlayVersion(version, at: node)) }
    }

    private static func checkInfo(_ node: Node, by decoder: inout SettingsDecoder) {
        guard var object = decoder.object(node, as: "info") else { return }
        _ = decoder.text(decoder.required("title", in: &object))
        _ = decoder.text(decoder.required("version", in: &object))
        decoder.finish(object)
    }
}

extension Overlay.Action {
    /// An action (Overlay 1.0.0, section 4.4.3).
    fileprivate init?(_ node: Node, by decoder: inout SettingsDecoder) {
        guard var object = decoder.object(node, as: "action") else { return nil }
        defer { decoder.finish(object) }
        _ = decoder.text(object["description"])
        let target = decoder.required("target", in: &object)
        let query = target.flatMap { Self.query($0, by: &decoder) }
        let (update, removes) = (object["update"], decoder.boolean(object["remove"]) ?? false)
        guard let change = removes ? .remove : update.map({ Overlay.Change.update($0) }) else {
            decoder.diagnostics.report(.idleAction(node))
            return nil
        }
        guard let target, let query else { return nil }
        self.init(target: query, targetNode: target, change: change)
    }

    private static func query(_ node: Node, by decoder: inout SettingsDecoder) -> PathQuery? {
        guard let text = decoder.text(node) else { return nil }
        do throws(PathError) {
            return try PathQuery(text)
        } catch {
            decoder.diagnostics.report(.invalidTarget(node, for: error))
            return nil
        }
    }
}

extension SpecDecoder {
    /// Reports overlays whose `extends` matches none of the files that were read.
    mutating func checkOverlays() {
        for extends in references.documents.unusedPatches.compactMap(\.extends) {
            diagnostics.report(.unusedOverlay(extends, files: references.documents.knownPaths))
        }
    }
}
