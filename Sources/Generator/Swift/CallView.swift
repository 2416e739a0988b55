import Templating

/// A call, on one line where it fits.
struct CallView: View {
    let callee: String
    let arguments: [String]
    let fitsOnLine: Bool

    static let fields: ViewFields<CallView> = [
        .text("callee", \.callee),
        .texts("arguments", \.arguments),
        .flag("fitsOnLine", \.fitsOnLine),
    ]

    /// The columns that `swift format` leaves to a line.
    private static let width = 110

    init(_ callee: String, _ arguments: [String], indent: Int) {
        self.callee = callee
        self.arguments = arguments
        let length = callee.count + arguments.reduce(0) { $0 + $1.count + 2 } + indent
        fitsOnLine = length <= Self.width && arguments.count <= 5
    }
}
