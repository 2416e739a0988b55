import APIGenSourceText

/// Presents the enums for the alternative bodies and responses of an operation.
struct ChoicePresenter {
    let operation: API.Operation
    let names: Names
    let words: Words

    var views: [ChoiceView] {
        let body = operation.isSecondMethod ? nil : operation.body
        let contents = body.flatMap { body in
            body.choiceName.map { view(of: body.contents, named: $0) }
        }
        return [contents, operation.result.choice.map(view)].compactMap(\.self)
    }

    private func view(of contents: [API.Content], named name: API.Name) -> ChoiceView {
        ChoiceView(
            name: names[name].text,
            doc: DocComment("The request bodies of `\(names[operation.name].text)`.").lines,
            cases: contents.map { content in
                let mediaType = content.takesMediaType ? ", \(content.mediaTypeDeclaration)" : ""
                return ChoiceCaseView(
                    doc: DocComment(words.content(content)).lines,
                    declaration: "\(names[content.name].escaped)(\(names.type(of: content))\(mediaType))",
                )
            },
            isHashable: contents.allSatisfy(\.isWritten),
            arms: [],
        )
    }

    private func view(of choice: API.ResultChoice) -> ChoiceView {
        ChoiceView(
            name: names[choice.name].text,
            doc: DocComment("The responses of `\(names[operation.name].text)`.").lines,
            cases: choice.cases.map { value in
                let payload = value.type.map { "(\(names.type( $0)))" } ?? ""
                return ChoiceCaseView(
                    doc: DocComment(words.result(value)).lines,
                    declaration: names[value.name].escaped + payload,
                )
            },
            isHashable: true,
            arms: arms(of: choice),
        )
    }
}

extension ChoicePresenter {
    /// Specific status codes come before ranges and the default, and specific media types before other ones of the same
    /// status.
    private func arms(of choice: API.ResultChoice) -> [ResponseArmView] {
        var arms: [ResponseArmView] = []
        var rest: String?
        for value in choice.cases.sorted(by: { $0.rank.lexicographicallyPrecedes($1.rank) }) {
            let payload = value.type == nil ? "" : "(try response.value())"
            let statement = "self = .\(names[value.name].escaped)\(payload)"
            if let pattern = value.pattern {
                arms.append(ResponseArmView(pattern: pattern, statement: statement))
            } else {
                rest = rest ?? statement
            }
        }
        let statuses = choice.cases.map(\.status.words).withoutDuplicates
        let expected = SwiftLiteral.string(Markdown.list(statuses, with: .or))
        let otherwise = "throw response.unexpectedStatus(expected: \(expected))"
        return arms + [ResponseArmView(pattern: "default", statement: rest ?? otherwise)]
    }
}

extension API.ResultChoice.Case {
    /// The sort key: more specific cases have lower ranks. `application/json` comes last among media types, as it also
    /// matches other JSON media types.
    fileprivate var rank: [Int] {
        let ofType = mediaTypes.isEmpty ? 2 : mediaTypes.contains("application/json") ? 1 : 0
        return switch status {
        case .code: [0, ofType]
        case .range: [1, ofType]
        case .other: [2, ofType]
        }
    }

    /// The pattern in a `switch` over the status code; `nil` for the default case.
    fileprivate var pattern: String? {
        let names = mediaTypes.map(SwiftLiteral.string).joined(separator: ", ")
        let condition = names.isEmpty ? "" : " where response.hasMediaType(\(names))"
        switch status {
        case .code(let code): return "case \(code)\(condition)"
        case .range(let hundred):
            return names.isEmpty ? nil : "case \(hundred)00...\(hundred)99\(condition)"
        case .other: return names.isEmpty ? nil : "case _\(condition)"
        }
    }
}
