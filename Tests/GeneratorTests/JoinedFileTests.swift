import APIGenerator
import Testing

/// Several files of Swift as one.
@Suite struct JoinedFileTests {
    private static func joined(_ texts: String...) -> String {
        let files = texts.map { GeneratedFile(path: "A.swift", bytes: Array($0.utf8)) }
        return String(decoding: GeneratedFile.joining(files, at: "All.swift").bytes, as: UTF8.self)
    }

    @Test func importsEachModuleOnce() {
        let text = Self.joined(
            "// Mine.\n\n@_spi(Generated) import APIRuntime\nimport Signing\n\n/// A.\nstruct A {}\n",
            "// Mine.\n\npublic import APIRuntime\npackage import Foundation\n\nstruct B {}\n",
            "// Mine.\n\nimport APIRuntime\nimport Foundation\n\nstruct C {}\n")
        #expect(
            text == """
                // Mine.

                @_spi(Generated) public import APIRuntime
                import Signing
                package import Foundation

                /// A.
                struct A {}

                struct B {}

                struct C {}

                """)
    }

    /// The files may come of templates of others.
    @Test func keepsWhatIsNoImportAtTheTop() {
        let text = Self.joined(
            "import A\n\n#if canImport(B)\nimport B\n#endif\nlet text = \"\"\"\nimport C\n\"\"\"\n",
            "/// No header.\nstruct D {}\n", "import struct E.F\nimport A\n", "import A\n")
        #expect(
            text == """

                import A

                #if canImport(B)
                import B
                #endif
                let text = \"""
                import C
                \"""

                /// No header.
                struct D {}

                import struct E.F
                import A


                """)
    }

    @Test func joinsNothing() { #expect(Self.joined() == "\n") }
}
