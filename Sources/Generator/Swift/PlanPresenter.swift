/// Writes the plan of a union as statements.
struct PlanPresenter {
    /// The names of the cases.
    let cases: [String]

    func view(of plan: API.DecodePlan) -> PlanView {
        switch plan {
        case .take(let index): assignment("self = .\(name(ofCase: index))(try decoder.value())")
        case .other: assignment("self = .other(try decoder.value())")
        case .byType(let branches, let otherwise):
            choice(
                over: "decoder.jsonType", otherwise: otherwise,
                branches.map { branch(".\($0.type.rawValue)", plan: $0.plan) })
        case .byText(let branches, let otherwise):
            choice(
                over: "decoder.text()", otherwise: otherwise,
                branches.map { branch($0.texts, plan: $0.plan) })
        case .byMember(let name, let branches, let missing, let otherwise):
            choice(byMember: name, otherwise: otherwise, branches, missing: missing)
        case .fitting(let attempts, let otherwise): fitting(attempts, otherwise: otherwise)
        }
    }

    private func name(ofCase index: Int) -> String { cases[index] }

    private func assignment(_ statement: String) -> PlanView {
        PlanView(assignment: AssignmentView(start: statement))
    }

    private func choice(
        byMember name: String,
        otherwise: API.DecodePlan,
        _ branches: [(values: [API.Constant], plan: API.DecodePlan)],
        missing: API.DecodePlan?,
    ) -> PlanView {
        let isText = branches.flatMap(\.values).allSatisfy(\.isText)
        let listed = branches.map { branch($0.values, plan: $0.plan) }
        let unlisted = missing.map { [branch(isText ? "nil" : ".null", plan: $0)] } ?? []
        return choice(
            over: "decoder.\(isText ? "text" : "scalar")(\(SwiftLiteral.string(name)))",
            otherwise: otherwise, listed + unlisted)
    }

    private func choice(
        over subject: String,
        otherwise: API.DecodePlan,
        _ branches: [PlanBranchView],
    ) -> PlanView {
        PlanView(
            choice: PlanSwitchView(subject: subject, branches: branches, otherwise: [view(of: otherwise)]))
    }

    private func branch(_ pattern: String, plan: API.DecodePlan) -> PlanBranchView {
        PlanBranchView(patterns: [pattern], plan: [view(of: plan)])
    }

    private func branch(_ values: [API.Constant], plan: API.DecodePlan) -> PlanBranchView {
        PlanBranchView(patterns: values.map(\.literal), plan: [view(of: plan)])
    }

    private func fitting(_ attempts: [API.DecodePlan.Attempt], otherwise: API.DecodePlan) -> PlanView {
        let arguments = attempts.map { attempt in
            let names = attempt.names.map(SwiftLiteral.string)
            let make = "Self.\(name(ofCase: attempt.branch))"
            let whole = attempt.closed.map {
                ".closed(\($0.map(SwiftLiteral.string).joined(separator: ", ")))"
            }
            return ".init(\(([make] + names).joined(separator: ", ")))\(whole ?? "")"
        }
        let rest = if case .take(let index) = otherwise { name(ofCase: index) } else { "other" }
        return PlanView(
            assignment: AssignmentView(start: "self =", attempts: arguments, otherwise: rest))
    }
}
