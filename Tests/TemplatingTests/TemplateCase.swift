import Foundation
import APIGenTemplating
import Testing

/// A folder with `template.mustache` and its partials, and what comes of them: the text in `expected.txt`, or
/// the mistakes in `diagnostics.txt`.
struct TemplateCase: CustomTestStringConvertible {
    let folder: URL

    var testDescription: String { folder.lastPathComponent }

    static let all: [TemplateCase] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
        return entries(of: root).map(TemplateCase.init)
    }()

    /// Those in which nothing is wrong.
    static let rendered = all.filter { FileManager.default.fileExists(atPath: $0.url("expected.txt").path) }

    static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_CASES"] == "1"

    /// What there is to see after loading and rendering.
    enum Outcome: Equatable {
        case text(String)
        case diagnostics(String)
    }

    func expected() -> Outcome? {
        switch (read("expected.txt"), read("diagnostics.txt")) {
        case (let text?, nil): .text(text)
        case (nil, let diagnostics?): .diagnostics(diagnostics)
        default: nil
        }
    }

    func update(to outcome: Outcome) throws {
        let (name, other, text) =
            switch outcome {
            case .text(let text): ("expected.txt", "diagnostics.txt", text)
            case .diagnostics(let text): ("diagnostics.txt", "expected.txt", text)
            }
        try Data(text.utf8).write(to: url(name))
        try? FileManager.default.removeItem(at: url(other))
    }

    /// - Parameters:
    ///   - lineBreak: what the lines of the templates shall end with.
    ///   - root: the text of a template that is rendered in place of `template`.
    func outcome(lineBreak: String = "\n", root: String? = nil) -> Outcome {
        var texts = Self.entries(of: folder).filter { $0.pathExtension == "mustache" }.map { url in
            (name: url.deletingPathExtension().lastPathComponent, text: read(url.lastPathComponent) ?? "")
        }
        if let root { texts.append(("root", root)) }
        let templates = texts.map { ($0.name, Array($0.text.replacing("\n", with: lineBreak).utf8)) }
        var loading = Loading(templates)
        let template = loading.template(root == nil ? "template" : "root", for: TypeView.self)
        let mistakes = loading.mistakes()
        if let template, mistakes.isEmpty { return .text(template.render(.sample)) }
        return .diagnostics(mistakes)
    }

    private func url(_ name: String) -> URL { folder.appending(path: name) }

    private func read(_ name: String) -> String? {
        (try? Data(contentsOf: url(name))).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func entries(of folder: URL) -> [URL] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().map { folder.appending(path: $0) }
    }
}
