extension SwiftPresenter {
    func present(_ union: API.Union, _ type: API.TypeDeclaration) -> UnionView {
        let indent = type.parent == nil ? 4 : 8
        let plan = PlanPresenter(union, types)
        return UnionView(
            name: type.name,
            doc: doc(of: type).comment,
            conformances: conformances(type.direction),
            isIndirect: union.isIndirect,
            cases: union.cases.map { present($0, indent) },
            isOpen: union.isOpen,
            decoding: type.direction.contains(.received) ? [plan.view(union.plan, indent: indent + 4)] : [],
            isEncodable: type.direction.contains(.sent),
            nested: nested(in: type).map(present),
        )
    }

    private func present(_ union: API.UnionCase, _ indent: Int) -> UnionCaseView {
        var sentences = [union.description].compactMap(\.self)
        sentences += [API.Constant.sentence(union.values, union.type), API.Limit.sentence(union.limits)]
            .compactMap(\.self)
        return UnionCaseView(
            name: union.name.escaped,
            type: types.name(of: union.type),
            doc: DocComment(DocComment.joined(sentences), indent: indent).comment,
            write: write(union, indent + 4),
        )
    }

    private func write(_ union: API.UnionCase, _ indent: Int) -> CallView {
        let indent = indent + "case .(let value): ".count + union.name.escaped.count
        if let tag = union.tag {
            let arguments = ["value", tag.value.literal, "as: \(SwiftLiteral.string(tag.member))"]
            return CallView("try encoder.write", arguments, indent: indent)
        }
        if union.limits.isEmpty, union.type.isObject {
            return CallView("try value.encode", ["to: encoder"], indent: indent)
        }
        return CallView("try encoder.write", ["value"] + union.limits.map(\.argument), indent: indent)
    }
}

extension API.TypeReference {
    /// Whether values may be objects, which other members may join on the wire.
    fileprivate var isObject: Bool {
        switch self {
        case .named, .dictionary, .scalar(.json): true
        case .scalar, .array, .nullable: false
        }
    }
}

/// Writes a plan as statements.
private struct PlanPresenter {
    private let union: API.Union
    private let types: TypeNames
    private static let width = 110

    init(_ union: API.Union, _ types: TypeNames) {
        self.union = union
        self.types = types
    }

    func view(_ plan: API.DecodePlan, indent: Int) -> PlanView {
        switch plan {
        case .take(let index): take(index, indent)
        case .other: PlanView(statement: "self = .other(try decoder.value())")
        case .byType(let branches, let otherwise):
            choice(
                "decoder.jsonType", branches.map { ([".\($0.type.rawValue)"], $0.plan) }, otherwise, indent)
        case .byText(let branches, let otherwise):
            choice("decoder.text()", branches.map { ($0.texts.map(\.literal), $0.plan) }, otherwise, indent)
        case .byMember(let name, let branches, let otherwise):
            choice(
                subject(name, branches.flatMap(\.values)),
                branches.map { ($0.values.map(\.literal), $0.plan) },
                otherwise, indent)
        case .byPresence(let tests, let otherwise):
            chain(tests.map { present($0.members, $0.plan, indent) }, otherwise, indent)
        case .inOrder(let indices, let otherwise):
            chain(indices.map(attempt), otherwise, indent)
        }
    }

    /// A text that is not in the format of its case is a value that fits none.
    private func take(_ index: Int, _ indent: Int) -> PlanView {
        let chosen = union.cases[index]
        guard union.isOpen, chosen.type.hasFormat else {
            return PlanView(statement: "self = .\(chosen.name.escaped)(try decoder.value())")
        }
        return chain([attempt(index, arguments: "strictFormats: false")], .other, indent)
    }

    private func subject(_ name: String, _ values: [API.Constant]) -> String {
        let method = values.allSatisfy(\.isText) ? "text" : "scalar"
        return "decoder.\(method)(\(SwiftLiteral.string(name)))"
    }

    private func choice(
        _ subject: String,
        _ branches: [(patterns: [String], plan: API.DecodePlan)],
        _ otherwise: API.DecodePlan,
        _ indent: Int,
    ) -> PlanView {
        let views = branches.map { branch in
            let plan = view(branch.plan, indent: indent + 4)
            let lines = Self.lines(branch.patterns, indent: indent)
            let length = indent + 7 + lines[0].count + (plan.statement?.count ?? Self.width)
            return PlanBranchView(
                patterns: lines, plan: [plan], fitsOnLine: lines.count == 1 && length <= Self.width)
        }
        return PlanView(
            choice: PlanSwitchView(
                subject: subject, branches: views, otherwise: [view(otherwise, indent: indent + 4)]))
    }

    /// Patterns, as many on a line as fit.
    private static func lines(_ patterns: [String], indent: Int) -> [String] {
        var lines: [String] = []
        for pattern in patterns {
            if let last = lines.last, last.count + pattern.count + indent + 8 <= width {
                lines[lines.count - 1] = "\(last), \(pattern)"
            } else {
                lines.append(pattern)
            }
        }
        return lines
    }

    private func chain(_ tests: [PlanTestView], _ otherwise: API.DecodePlan, _ indent: Int) -> PlanView {
        PlanView(chain: PlanChainView(tests: tests, otherwise: [view(otherwise, indent: indent + 4)]))
    }

    private func present(_ members: [String], _ plan: API.DecodePlan, _ indent: Int) -> PlanTestView {
        let names = members.map(SwiftLiteral.string).joined(separator: ", ")
        return PlanTestView(condition: "decoder.has(\(names))", plan: [view(plan, indent: indent + 4)])
    }

    private func attempt(_ index: Int) -> PlanTestView { attempt(index, arguments: "") }

    private func attempt(_ index: Int, arguments: String) -> PlanTestView {
        let type = types.name(of: union.cases[index].type)
        return PlanTestView(
            condition: "let value: \(type) = decoder.fitting(\(arguments))",
            plan: [PlanView(statement: "self = .\(union.cases[index].name.escaped)(value)")],
        )
    }
}
