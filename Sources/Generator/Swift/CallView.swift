import Templating

/// A call, on one line where it fits.
struct CallView: View {
    let callee: String
    let arguments: [String]
    let fitsOnLine: Bool
    /// What follows the closing parenthesis, such as the start of a closure.
    let trailing: String

    static let fields: ViewFields<CallView> = [
        .text("callee", \.callee),
        .texts("arguments", \.arguments),
        .flag("fitsOnLine", \.fitsOnLine),
        .text("trailing", \.trailing),
    ]

    /// The call as it stands on one line.
    var line: String { "\(callee)(\(arguments.joined(separator: ", ")))\(trailing)" }

    /// The columns that `swift format` leaves to a line.
    static let width = 110

    init(_ callee: String, _ arguments: [String], indent: Int, trailing: String = "") {
        self.callee = callee
        self.arguments = arguments
        self.trailing = trailing
        let length = callee.count + arguments.reduce(0) { $0 + $1.count + 2 } + trailing.count + indent
        fitsOnLine = length <= Self.width
    }
}
