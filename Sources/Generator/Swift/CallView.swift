import APIGenTemplating

/// A call. The template puts it on one line where it fits.
struct CallView: View {
    let callee: String
    let arguments: [ArgumentView]
    /// The text after the closing parenthesis, such as the start of a closure.
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

/// An argument of a call, which may be a call itself.
struct ArgumentView: View {
    /// The argument, or the callee if it is a call.
    let text: String
    /// The arguments of the inner call; `nil` if the argument is not a call.
    var details: [String]?

    static let fields: ViewFields<ArgumentView> = [
        .text("text", \.text),
        .texts("details", { $0.details ?? [] }),
        .flag("isCall", { $0.details != nil }),
    ]
}
