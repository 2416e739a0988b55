import Templating

/// A call. The template puts it on one line where it fits.
struct CallView: View {
    let callee: String
    let arguments: [ArgumentView]
    /// What follows the closing parenthesis, such as the start of a closure.
    let trailing: String

    static let fields: ViewFields<CallView> = [
        .text("callee", \.callee),
        .list("arguments", \.arguments),
        .text("trailing", \.trailing),
    ]

    init(_ callee: String, with arguments: [String], trailing: String = "") {
        self.init(callee, with: arguments.map { ArgumentView(text: $0) }, trailing: trailing)
    }

    init(_ callee: String, with arguments: [ArgumentView], trailing: String = "") {
        self.callee = callee
        self.arguments = arguments
        self.trailing = trailing
    }
}

/// An argument: a text, or a call of its own.
struct ArgumentView: View {
    /// The whole argument, or what is called.
    let text: String
    /// What the call takes; `nil` if it is none.
    var details: [String]?

    static let fields: ViewFields<ArgumentView> = [
        .text("text", \.text),
        .texts("details", { $0.details ?? [] }),
        .flag("isCall", { $0.details != nil }),
    ]
}
