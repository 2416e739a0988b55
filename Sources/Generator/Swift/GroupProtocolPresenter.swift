/// Presents the protocol with the operations of a group.
struct GroupProtocolPresenter {
    let operations: [OperationView]
    let name: String

    var view: GroupProtocolView {
        GroupProtocolView(
            protocolName: name, requirements: operations.map { requirement($0, isShort: false) },
            shortForms: operations.compactMap(shortForm),
            pages: operations.compactMap(\.pages).filter { !$0.isLinked },
            links: operations.flatMap(\.links))
    }

    private func requirement(_ operation: OperationView, isShort: Bool) -> MethodView {
        let parameters = operation.parameters.map(Declaration.init)
        return MethodView(
            name: operation.name, doc: Array(operation.doc.prefix { !$0.block.text.isEmpty }),
            isDeprecated: operation.isDeprecated,
            parameters: parameters.filter { !isShort || $0.defaultValue == nil }.map(\.text),
            result: operation.result)
    }

    /// The form without optional parameters, which calls the other one; `nil` if all are required.
    private func shortForm(of operation: OperationView) -> WrapperView? {
        let parameters = operation.parameters.map(Declaration.init)
        guard parameters.contains(where: { $0.defaultValue != nil }) else { return nil }
        return WrapperView(
            method: requirement(operation, isShort: true),
            call: CallView("try await self.\(operation.name)", with: parameters.map(\.argument)))
    }
}

/// A parameter as it is declared.
private struct Declaration {
    /// Without the default value.
    let text: String
    let defaultValue: String?

    init(_ declaration: String) {
        let end = declaration.firstRange(of: " = ")
        text = String(end.map { declaration[..<$0.lowerBound] } ?? declaration[...])
        defaultValue = end.map { String(declaration[$0.upperBound...]) }
    }

    /// The argument for the parameter, by its own name or by the default value.
    var argument: String {
        let names = text.prefix { $0 != ":" }.split(separator: " ")
        guard let label = names.first, let name = names.last else { return text }
        let value = defaultValue ?? Identifier(text: name.filter { $0 != "`" }).escaped
        return label == "_" ? value : "\(label): \(value)"
    }
}
