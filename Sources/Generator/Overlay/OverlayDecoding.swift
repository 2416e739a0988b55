import JSONPath
import SourceText
import YAML

extension SpecDecoder {
    /// Reads an overlay (Overlay 1.0.0, section 4.4.1). `range` is where it is named.
    mutating func overlay(at path: String, from range: SourceRange?) -> Overlay? {
        guard let root = documents.root(of: path, from: range, diagnostics: &diagnostics),
            var object = object(root, "overlay")
        else { return nil }
        defer { finish(object) }
        checkVersion(required("overlay", in: &object))
        if let info = required("info", in: &object) { overlayInfo(info) }
        let extends = locatedText(object["extends"]).map { extends in
            let isURL = extends.value.contains("://")
            let path = isURL ? extends.value : documents.resolve(extends.value, from: root.document)
            return OpenAPI.Located(value: path, range: extends.range)
        }
        let list = required("actions", in: &object)
        let actions = self.list(list, "actions") { $0.action($1) }
        if let list, list.kind == .sequence, list.elements.isEmpty { diagnostics.report(.noActions(list)) }
        return Overlay(file: root.document, extends: extends, actions: actions)
    }

    private mutating func checkVersion(_ node: Node?) {
        guard let node, let version = text(node) else { return }
        let isKnown = version.split(separator: ".", omittingEmptySubsequences: false).prefix(2) == ["1", "0"]
        if !isKnown { diagnostics.report(.overlayVersion(node, version)) }
    }

    private mutating func overlayInfo(_ node: Node) {
        guard var object = object(node, "info") else { return }
        _ = (text(required("title", in: &object)), text(required("version", in: &object)))
        finish(object)
    }

    /// An action (Overlay 1.0.0, section 4.4.3).
    private mutating func action(_ node: Node) -> Overlay.Action? {
        guard var object = object(node, "action") else { return nil }
        defer { finish(object) }
        _ = text(object["description"])
        let target = required("target", in: &object)
        let query = target.flatMap { self.query($0) }
        let (update, removes) = (object["update"], boolean(object["remove"]) ?? false)
        guard let change = removes ? .remove : update.map({ Overlay.Change.update($0) }) else {
            diagnostics.report(.idleAction(node))
            return nil
        }
        guard let target, let query else { return nil }
        return Overlay.Action(target: query, targetNode: target, change: change)
    }

    private mutating func query(_ node: Node) -> PathQuery? {
        guard let text = text(node) else { return nil }
        do throws(PathError) {
            return try PathQuery(text)
        } catch {
            diagnostics.report(.invalidTarget(node, error))
            return nil
        }
    }
}

extension SpecDecoder {
    /// Reports the overlays that nothing was changed by, once all of the document was read.
    mutating func checkOverlays() {
        for patch in documents.unusedPatches {
            guard let extends = patch.extends else { continue }
            diagnostics.report(.unusedOverlay(extends, files: documents.knownPaths))
        }
    }
}
