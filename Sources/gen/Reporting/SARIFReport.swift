import Foundation
import APIGenerator
import APIGenSourceText

/// Findings in the Static Analysis Results Interchange Format (SARIF) 2.1.0.
enum SARIFReport {
    static func text(of findings: [Finding]) -> String {
        let codes = Set(findings.map(\.diagnostic.code)).sorted()
        let driver = Driver(name: "gen", version: Version.current, rules: codes.map(ReportingDescriptor.init))
        let results = findings.map { Result($0, ruleIndex: codes.firstIndex(of: $0.diagnostic.code)) }
        return JSONReport.json(Log(runs: [Run(tool: Tool(driver: driver), results: results)])) + "\n"
    }

    private struct Log: Encodable {
        let schema = "https://json.schemastore.org/sarif-2.1.0.json"
        let version = "2.1.0"
        let runs: [Run]

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }

    private struct Run: Encodable {
        let tool: Tool
        let columnKind = "unicodeCodePoints"
        let results: [Result]
    }

    private struct Tool: Encodable {
        let driver: Driver
    }

    private struct Driver: Encodable {
        let name: String
        let version: String
        let rules: [ReportingDescriptor]
    }

    private struct Message: Encodable {
        let text: String
    }

    private struct ReportingDescriptor: Encodable {
        let id: String
        /// Errors that no rule allows have no explanation.
        let fullDescription: Message?
        let help: Message?

        init(code: String) {
            let explanation = Rule(rawValue: code)?.explanation
            id = code
            fullDescription = explanation.map { Message(text: $0.meaning) }
            help = explanation.map { Message(text: $0.remedy) }
        }
    }

    private struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int?
        let level: String
        let message: Message
        let locations: [Location]
        let relatedLocations: [Location]?

        init(_ finding: Finding, ruleIndex: Int?) {
            ruleId = finding.diagnostic.code
            self.ruleIndex = ruleIndex
            level = finding.diagnostic.severity.rawValue
            message = Message(text: finding.diagnostic.message)
            locations = finding.place.map { [Location($0)] } ?? []
            let notes = finding.notes.map { note in
                Location(
                    physicalLocation: note.place.map(PhysicalLocation.init),
                    message: Message(text: note.message))
            }
            relatedLocations = notes.isEmpty ? nil : notes
        }
    }
}

extension SARIFReport {
    private struct Location: Encodable {
        let physicalLocation: PhysicalLocation?
        var message: Message?

        init(physicalLocation: PhysicalLocation?, message: Message) {
            (self.physicalLocation, self.message) = (physicalLocation, message)
        }

        init(_ place: Finding.Place) {
            physicalLocation = PhysicalLocation(place)
        }
    }

    private struct PhysicalLocation: Encodable {
        let artifactLocation: ArtifactLocation
        let region: Region

        init(_ place: Finding.Place) {
            artifactLocation = ArtifactLocation(path: place.file)
            region = Region(startLine: place.line, startColumn: place.column, endColumn: place.endColumn)
        }
    }

    private struct ArtifactLocation: Encodable {
        /// Relative to the working directory, unless the path is absolute.
        let uri: String

        init(path: String) {
            // A colon in the first segment would end a scheme.
            let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: ":"))
            let encoded = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
            uri = path.hasPrefix("/") ? "file://\(encoded)" : encoded
        }
    }

    private struct Region: Encodable {
        let startLine: Int
        let startColumn: Int
        let endColumn: Int
    }
}
