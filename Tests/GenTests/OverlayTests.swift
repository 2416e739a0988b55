import Blocking
import Testing

@Suite(.blocking) struct OverlayTests {
    private let document = """
        openapi: 3.0.1
        info:
          title: Pet store
          version: 1.0.0
        paths:
          /pets:
            get:
              operationId: listPets
              sumary: List
              responses:
                "200":
                  description: Done.

        """

    private let rename = """
        overlay: 1.0.0
        info: {title: A better name, version: 1.0.0}
        actions:
          - target: $.paths['/pets'].get
            update: {operationId: findPets, x-reviewed: true}

        """

    private let tidy = """
        overlay: 1.0.0
        info: {title: What was misspelt, version: 1.0.0}
        extends: ../pets.yml
        actions:
          - target: $.paths.*[?@['x-reviewed']].sumary
            remove: true

        """

    private func workspace() throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write(document, to: "pets.yml")
        try workspace.write(rename, to: "rename.overlay.yaml")
        try workspace.write(tidy, to: "overlays/tidy.overlay.yaml")
        return workspace
    }

    private let base = ["generate", "./pets.yml", "--output", "Out", "--strict"]

    @Test func appliesOverlaysInTheirOrder() throws {
        let workspace = try workspace()
        let (first, second) = ("rename.overlay.yaml", "overlays/tidy.overlay.yaml")
        let run = try workspace.gen(base + ["--overlay", first, "--overlay", second])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "")
        let source = workspace.read("Out/Sources/PetStore/General/GeneralAPI.swift")
        #expect(source?.contains("func findPets") == true)
        let reversed = try workspace.gen(base + ["--overlay", second, "--overlay", first])
        #expect(reversed.status == 2)
        #expect(
            reversed.errors.contains(
                """
                overlays/tidy.overlay.yaml:5:22: error: the target selects nothing: nothing passes this part of it \
                [target-selects-nothing]
                      - target: $.paths.*[?@['x-reviewed']].sumary
                                         ^~~~~~~~~~~~~~~~~~

                """), "\(reversed.errors)")
    }

    @Test func appliesThoseOfTheConfigFirst() throws {
        let workspace = try workspace()
        try workspace.write("overlays: [../rename.overlay.yaml]\n", to: "config/gen.yaml")
        let run = try workspace.gen(
            base + ["--overlay", "overlays/tidy.overlay.yaml", "--config", "config/gen.yaml"])
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func appliesThoseOfAServiceOfOurs() throws {
        let workspace = try Workspace(spec: document)
        let own = tidy.replacing("../pets.yml", with: "openapi.yaml")
        try workspace.write(rename, to: "Specs/Shop/rename.overlay.yaml")
        try workspace.write(own, to: "Specs/Shop/tidy.overlay.yaml")
        try workspace.write(
            "overlays:\n  - rename.overlay.yaml\n  - tidy.overlay.yaml\n", to: "Specs/Shop/gen.yaml")
        let run = try workspace.gen()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "Shop: 2 files, 2 written, 0 deleted\n")
    }

    @Test func refusesOverlaysThatGrowWithoutEnd() throws {
        let workspace = try Workspace()
        try workspace.write(document, to: "pets.yml")
        let seed = "get: {" + (0..<500).map { "k\($0): 0" }.joined(separator: ", ") + "}"
        let actions = (0..<50).map { number in
            "  - {target: $..get, update: {a\(number): {\(seed)}, b\(number): {\(seed)}}}\n"
        }
        let overlay = "overlay: 1.0.0\ninfo: {title: Growth, version: 1.0.0}\nactions:\n" + actions.joined()
        try workspace.write(overlay, to: "growth.overlay.yaml")
        let run = try workspace.gen(base + ["--overlay", "growth.overlay.yaml"])
        #expect(run.status == 2)
        #expect(run.errors.contains("[grows-too-far]"))
    }

    @Test func namesAnOverlayThatIsMissing() throws {
        let run = try workspace().gen(base + ["--overlay", "none.yaml"])
        #expect(run.status == 2)
        #expect(run.errors.contains("there is no file 'none.yaml'"))
    }
}
