/// An operation ID that a framework derived from source code.
struct OperationID {
    private let text: String

    init(_ text: String) { self.text = text }

    /// The name in the source code; `nil` if the framework added nothing to it.
    ///
    /// FastAPI appends the path and the method to the name of a function: `read_item_items__item_id__get`. NestJS
    /// prepends the name of a class: `ItemsController_findAll`.
    func own(method: String, path: String) -> String? {
        let added = String(path.map { $0.isLetter || $0.isNumber ? $0 : "_" }) + "_" + method
        if text.hasSuffix(added) {
            return text.count > added.count ? String(text.dropLast(added.count)) : nil
        }
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].hasSuffix("Controller") && !parts[1].isEmpty
            ? String(parts[1]) : nil
    }
}
