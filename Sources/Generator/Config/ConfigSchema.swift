import APIGenSourceText

/// The JSON Schema (2020-12) of `gen.yaml`, for editors that complete and check it.
public enum ConfigSchema {
    public static var text: String {
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "gen.yaml",
          "description": "What gen does, and what is better known than the document says. Paths are relative to the file.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
        \(properties.map { "    \"\($0.name)\": \($0.schema)" }.joined(separator: ",\n"))
          },
          "$defs": {
            "texts": {"type": "array", "items": {"type": "string"}},
            "type": {
              "oneOf": [
                {"type": "string"},
                {
                  "type": "object",
                  "required": ["type"],
                  "additionalProperties": false,
                  "properties": {
                    "type": {"type": "string"},
                    "import": {"type": "string", "description": "The module that declares the type."}
                  }
                }
              ]
            },
            "operations": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "tags": {"$ref": "#/$defs/texts"},
                "paths": {"$ref": "#/$defs/texts", "description": "A path may end in *."},
                "operations": {"$ref": "#/$defs/texts"}
              }
            }
          }
        }

        """
    }

    /// The fields of a config, each with its schema.
    static var properties: [(name: String, schema: String)] { invocation + client + document }

    private static var invocation: [(name: String, schema: String)] {
        [
            ("document", text("The document; by default the openapi.yaml, .yml or .json beside this file.")),
            ("package", text("The folder that becomes a package with the client.")),
            ("sources", text("The folder of sources, in a target, that the client is written into.")),
            ("module", text("The name of the module; by default that of the document's title.")),
            (
                "runtime",
                """
                {"description": "Where the package has the runtime from.", "default": "vendored", "oneOf": [\
                {"type": "string"}, {"type": "object", "required": ["url", "version"], \
                "additionalProperties": false, \
                "properties": {"url": {"type": "string"}, "version": {"type": "string"}}}]}
                """
            ),
            ("with", list(of: RuntimeModule.allCases, "Modules of the runtime to copy in addition.")),
            (
                "packages",
                """
                {"description": "Packages with the modules of 'types' and 'formats'.", "type": "array", "items": \
                {"oneOf": [{"type": "object", "required": ["path", "products"], "additionalProperties": false, \
                "properties": {"path": {"type": "string"}, "products": {"$ref": "#/$defs/texts"}}}, \
                {"type": "object", "required": ["url", "version", "products"], "additionalProperties": false, \
                "properties": {"url": {"type": "string"}, "version": {"type": "string"}, \
                "products": {"$ref": "#/$defs/texts"}}}]}}
                """
            ),
            ("templates", text("A folder with templates that replace those of the same names.")),
            ("strict", flag("Whether each mistake in the document is an error.")),
            ("services", texts("Folders with a gen.yaml each, to run as well.")),
        ]
    }

    private static var client: [(name: String, schema: String)] {
        [
            ("access", choice(of: AccessLevel.allCases, "Who may use the client.", default: .public)),
            ("header", text("The text in front of each file, such as a license.")),
            ("typePrefix", text("What the names of types begin with, for several clients in one target.")),
            (
                "include",
                "{\"$ref\": \"#/$defs/operations\", \"description\": \"The only operations of the client.\"}"
            ),
            (
                "exclude",
                """
                {"description": "Operations that the client goes without.", "type": "object", \
                "additionalProperties": false, "properties": {"tags": {"$ref": "#/$defs/texts"}, \
                "paths": {"$ref": "#/$defs/texts"}, "operations": {"$ref": "#/$defs/texts"}, \
                "deprecated": {"type": "boolean"}}}
                """
            ),
            (
                "models",
                choice(of: Config.Models.allCases, "Which way models can be coded.", default: .codable)
            ),
            ("pages", choice(of: Config.Pages.allCases, "Which lists come in pages.", default: .found)),
            (
                "undeclaredProperties",
                choice(
                    of: Config.UndeclaredProperties.allCases, "What becomes of them.", default: .keep)
            ),
            ("protocols", flag("Whether each group of operations has a protocol, for others in its place.")),
            ("documentation", list(of: Config.Documentation.allCases, "What is written about the client.")),
            ("names", map(of: API.NameStep.allCases.map(\.rawValue), to: "{\"type\": \"boolean\"}")),
        ]
    }

    private static var document: [(name: String, schema: String)] {
        [
            ("rules", map(of: Rule.names.sorted(), to: enumeration(Rules.Level.names))),
            ("overlays", texts("OpenAPI Overlays, in the order in which they apply.")),
            ("stringFormats", list(of: StrictFormat.allCases, "Formats whose values are plain strings.")),
            ("types", types("The Swift types of schemas, by their names in components.")),
            ("formats", types("The Swift types of strings and numbers, by their format.")),
            (
                "optional",
                """
                {"description": "Required properties that the service leaves out, by the name of their schema.", \
                "type": "object", "additionalProperties": {"$ref": "#/$defs/texts"}}
                """
            ),
            ("referenceFolders", texts("Folders that references may lead to.")),
            (
                "waive",
                """
                {"description": "What is knowingly given up.", "type": "array", "items": {"type": "object", \
                "required": ["at", "because"], "additionalProperties": false, \
                "properties": {"at": {"type": "string"}, "because": {"type": "string"}}}}
                """
            ),
        ]
    }

    private static func text(_ description: String) -> String {
        "{\"type\": \"string\", \"description\": \"\(description)\"}"
    }

    private static func flag(_ description: String) -> String {
        "{\"type\": \"boolean\", \"description\": \"\(description)\"}"
    }

    private static func texts(_ description: String) -> String {
        "{\"$ref\": \"#/$defs/texts\", \"description\": \"\(description)\"}"
    }

    private static func types(_ description: String) -> String {
        """
        {"type": "object", "additionalProperties": {"$ref": "#/$defs/type"}, "description": "\(description)"}
        """
    }

    private static func enumeration(_ values: [String]) -> String {
        "{\"enum\": [\(values.map { "\"\($0)\"" }.joined(separator: ", "))]}"
    }

    private static func choice<Choice: RawRepresentable<String>>(
        of choices: [Choice], _ description: String, default usual: Choice,
    ) -> String {
        let values = choices.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        return
            "{\"enum\": [\(values)], \"default\": \"\(usual.rawValue)\", \"description\": \"\(description)\"}"
    }

    private static func list(of choices: [some RawRepresentable<String>], _ description: String) -> String {
        let items = enumeration(choices.map(\.rawValue))
        return "{\"type\": \"array\", \"items\": \(items), \"description\": \"\(description)\"}"
    }

    private static func map(of keys: [String], to schema: String) -> String {
        let properties = keys.map { "\"\($0)\": \(schema)" }.joined(separator: ", ")
        return "{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {\(properties)}}"
    }
}
