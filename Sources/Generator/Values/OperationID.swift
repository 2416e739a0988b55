/// The name of an operation, as frameworks make it of the code that they found the operation in.
struct OperationID {
    private let text: String

    init(_ text: String) { self.text = text }

    /// What the author of the code called it; `nil` where nothing was added to that.
    ///
    /// FastAPI adds the path and the method to the name of a function: `read_item_items__item_id__get`. NestJS puts the
    /// name of a class in front: `ItemsController_findAll`.
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
