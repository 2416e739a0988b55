@_spi(Generated) import APIRuntime
@testable import APIGenerator
import GenesysCloud
import Testing

/// The bodies of `Samples`, against the models: nothing of a body is lost, and no model has more than that.
@Suite struct SampleTests {
    @Test(arguments: SampleCase.all)
    func readsEachMember(_ sample: SampleCase) async throws {
        let seen = try await sample.properties()
        #expect(seen.lost == [])
    }

    @Test func haveEachPropertyOfEachModel() async throws {
        var properties: Set<String> = []
        for sample in SampleCase.all {
            properties.formUnion(try await sample.properties().read)
        }
        let received = Set(try Document.api(of: "GenesysCloud").receivedProperties)
        #expect(received.subtracting(properties).sorted() == [], "stand in no sample")
        #expect(properties.subtracting(received).sorted() == [], "stand in no document")
    }

    @Test func areAllRead() {
        let names = SampleCase.files.map { "\($0.name).json" }
        #expect(names == Folder.names(in: "Tests/ReferenceTests/Samples"))
    }
}

extension API {
    /// `Model.property` for each property that an answer can have.
    fileprivate var receivedProperties: [String] {
        let names = Identifiers(self)
        return types.filter { $0.direction.contains(.received) }.flatMap { type -> [String] in
            guard case .record(let record) = type.kind else { return [] }
            return record.properties.map { "\(names[type.name].text).\(names[$0.name].text)" }
        }
    }
}

/// A sample, and the model that it is of.
struct SampleCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// `Model.property` for all that is read, and the places of what is lost.
    let properties: @Sendable () async throws -> (read: Set<String>, lost: [String])

    var testDescription: String { name }

    private init<Model: Decodable & Sendable>(_ type: Model.Type, _ text: String? = nil) {
        name = "\(type)"
        let text = text ?? Sample.text(name)
        properties = {
            let transport = InMemoryTransport { _ in .json(text) }
            let client = APIClient(
                baseURL: "https://reference.example", configuration: ClientConfiguration(transport: transport)
            )
            let model: Model = try await client.send(Request(.get, "/sample", operation: "sample"))
            var comparison = Comparison()
            comparison.compare(try JSON.value(text), model, at: "$")
            return (comparison.read, comparison.lost)
        }
    }

    static let all = files + pages

    static let files = [
        SampleCase(ActionMap.self), SampleCase(ActionTarget.self), SampleCase(ActionTemplate.self),
        SampleCase(ErrorBody.self), SampleCase(EventListing.self),
        SampleCase(JourneyAggregateQueryResponse.self), SampleCase(JourneySegment.self),
        SampleCase(Outcome.self), SampleCase(SegmentAssignmentListing.self),
    ]

    private static let pages = [
        SampleCase(ActionMapListing.self, Sample.page(of: "ActionMap", at: "/maps")),
        SampleCase(ActionTargetListing.self, Sample.page(of: "ActionTarget", at: "/targets")),
        SampleCase(ActionTemplateListing.self, Sample.page(of: "ActionTemplate", at: "/templates")),
        SampleCase(OutcomeListing.self, Sample.page(of: "Outcome", at: "/outcomes")),
        SampleCase(SegmentListing.self, Sample.page(of: "JourneySegment", at: "/segments")),
    ]
}

/// Walks through a body and the value that it was decoded to.
private struct Comparison {
    private(set) var read: Set<String> = []
    private(set) var lost: [String] = []

    mutating func compare(_ json: JSONValue, _ value: Any, at path: String) {
        switch json {
        case .object(let members):
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                compare(member, of: value, name, at: "\(path).\(name)")
            }
        case .array(let elements):
            let values = value as? [Any] ?? []
            if values.count != elements.count { lost.append(path) }
            for (index, pair) in zip(elements, values).enumerated() {
                compare(pair.0, pair.1, at: "\(path)[\(index)]")
            }
        default: break
        }
    }

    /// Property names differ from wire names in the case of letters only, and those of stored properties behind them in
    /// an underscore.
    private mutating func compare(_ json: JSONValue, of value: Any, _ name: String, at path: String) {
        if let member = (value as? [String: Any])?[name] {
            compare(json, member, at: path)
            return
        }
        let properties = Mirror(reflecting: value).children.map { child in
            (label: (child.label ?? "").trimmingPrefix("_"), value: child.value)
        }
        let property = properties.first { $0.label.lowercased() == name.lowercased() }
        guard let property, let member = unwrapped(property.value) else {
            lost.append(path)
            return
        }
        read.insert("\(type(of: value)).\(property.label)")
        compare(json, member, at: path)
    }

    private func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value : value
    }
}
