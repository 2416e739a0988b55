extension SwiftPresenter {
    func present(_ union: API.Union, _ type: API.TypeDeclaration) -> UnionView {
        let indent = type.parent == nil ? 4 : 8
        let plan = PlanPresenter(union, types)
        return UnionView(
            name: type.name,
            doc: doc(of: type).comment,
            conformances: conformances(type.direction, ofUnion: protocols(of: union, type.direction)),
            isIndirect: union.isIndirect,
            cases: union.cases.map { present($0, indent) },
            isOpen: union.isOpen,
            decoding: type.direction.isDecodable ? [plan.view(union.plan, indent: indent + 4)] : [],
            isEncodable: type.direction.isEncodable,
            nested: nested(in: type).map(present),
        )
    }

    private func protocols(of union: API.Union, _ direction: API.Direction) -> [String] {
        (direction.isBothWays && hasSeveralForms(union) ? ["FormattedValue"] : [])
            + (union.isOpen && direction.contains(.received) ? ["OpenUnion"] : [])
    }

    private func present(_ union: API.UnionCase, _ indent: Int) -> UnionCaseView {
        var sentences = [told(union.description)].compactMap(\.self)
        sentences += [
            API.Constant.sentence(union.values, union.type), API.Limit.sentence(union.limits),
            sentence(union.rules),
        ].compactMap(\.self)
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
            let others = tag.others.map(\.literal)
            let arguments =
                ["value", tag.value.literal, "as: \(SwiftLiteral.string(tag.member))"]
                + others.prefix(1).map { "or: \($0)" } + others.dropFirst()
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
        case .take(let index): take(index)
        case .other: PlanView(statement: "self = .other(try decoder.value())")
        case .byType(let branches, let otherwise):
            choice(
                "decoder.jsonType", branches.map { ([".\($0.type.rawValue)"], $0.plan) }, otherwise, indent)
        case .byText(let branches, let otherwise):
            choice("decoder.text()", branches.map { ($0.texts.map(\.literal), $0.plan) }, otherwise, indent)
        case .byMember(let name, let branches, let missing, let otherwise):
            byMember(name, branches, missing, otherwise, indent)
        case .fitting(let attempts, let otherwise): fitting(attempts, otherwise, indent)
        }
    }

    private func byMember(
        _ name: String,
        _ branches: [(values: [API.Constant], plan: API.DecodePlan)],
        _ missing: API.DecodePlan?,
        _ otherwise: API.DecodePlan,
        _ indent: Int,
    ) -> PlanView {
        let isText = branches.flatMap(\.values).allSatisfy(\.isText)
        let subject = "decoder.\(isText ? "text" : "scalar")(\(SwiftLiteral.string(name)))"
        let listed = branches.map { (patterns: $0.values.map(\.literal), plan: $0.plan) }
        let unlisted = missing.map { [(patterns: [isText ? "nil" : ".null"], plan: $0)] } ?? []
        return choice(subject, listed + unlisted, otherwise, indent)
    }

    private func take(_ index: Int) -> PlanView {
        PlanView(statement: "self = .\(union.cases[index].name.escaped)(try decoder.value())")
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
        let last = view(otherwise, indent: indent + 4)
        let length = indent + "default: ".count + (last.statement?.count ?? Self.width)
        return PlanView(
            choice: PlanSwitchView(
                subject: subject, branches: views, otherwise: [last], fitsOnLine: length <= Self.width))
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

    private func fitting(
        _ attempts: [API.DecodePlan.Attempt],
        _ otherwise: API.DecodePlan,
        _ indent: Int,
    ) -> PlanView {
        let arguments = attempts.map { attempt in
            let names = attempt.names.map(SwiftLiteral.string)
            let make = "Self.\(union.cases[attempt.branch].name.escaped)"
            let whole = attempt.closed.map {
                ".closed(\($0.map(SwiftLiteral.string).joined(separator: ", ")))"
            }
            return ".init(\(([make] + names).joined(separator: ", ")))\(whole ?? "")"
        }
        let name = if case .take(let index) = otherwise { union.cases[index].name.escaped } else { "other" }
        let rest = " ?? .\(name)(decoder.value())"
        let whole = CallView("self = try decoder.fitting", arguments, indent: indent, trailing: rest)
        if whole.fitsOnLine { return PlanView(statement: whole.line) }
        return PlanView(
            call: CallView("try decoder.fitting", arguments, indent: indent + 4, trailing: rest))
    }
}
