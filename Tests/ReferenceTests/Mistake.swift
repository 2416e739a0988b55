import Testing

/// A text of a document that is replaced, and what has to be noticed.
struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Below `Specs`.
    let file: String
    let text: String
    let replacement: String
    let differences: [String]

    private init(
        _ description: String, in file: String, _ text: String, to replacement: String,
        gives differences: [String],
    ) {
        testDescription = description
        self.file = file
        self.text = text
        self.replacement = replacement
        self.differences = differences
    }

    static let all = [
        parameter, permission, name, type, limit, anotherLimit, pattern, rule, defaultValue, isRequired,
        method,
    ]

    private static let parameter = Mistake(
        "a parameter less", in: "GenesysCloud/endpoints/actionTemplates.yaml",
        """
              - name: hardDelete
                in: query
                required: false
                description: Whether to remove the action template for good instead of setting its state to `Deleted`.
                schema:
                  type: boolean
                  default: false

        """,
        to: "", gives: ["deleteJourneyActiontemplate hardDelete: missing"],
    )

    private static let permission = Mistake(
        "a permission less", in: "GenesysCloud/endpoints/segmentAssignments.yaml",
        "[journey:segmentassignment:add, journey:segmentassignment:delete]",
        to: "[journey:segmentassignment:add]",
        gives: ["externalContactId", "body"].map {
            "postJourneyExternalcontactSegments \($0): permissions is 'any: journey:segmentassignment:add',"
                + " not 'any: journey:segmentassignment:add journey:segmentassignment:delete'"
        },
    )

    private static let name = Mistake(
        "another name", in: "SnapTrade/endpoints/sessionEvents.yaml",
        "name: PartnerClientId", to: "name: partnerClientId",
        gives: ["sessionEvents PartnerClientId: missing", "sessionEvents partnerClientId: not in the table"],
    )

    private static let type = Mistake(
        "another type", in: "GenesysCloud/endpoints/segments.yaml",
        "type: boolean", to: "type: string",
        gives: ["getJourneySegments isActive: type is 'string', not 'boolean'"],
    )

    private static let limit = Mistake(
        "another limit", in: "GenesysCloud/endpoints/outcomes.yaml",
        "maxItems: 20", to: "maxItems: 100",
        gives: [
            "getJourneyOutcomes outcomeIds: limits is"
                + " 'excludes=pageNumber pageSize queryFields queryValue sortBy; maxItems=100', not"
                + " 'excludes=pageNumber pageSize queryFields queryValue sortBy; maxItems=20'"
        ],
    )

    private static let anotherLimit = Mistake(
        "a limit more", in: "GenesysCloud/endpoints/segments.yaml",
        "maxItems: 100\n", to: "maxItems: 100\n          minItems: 1\n",
        gives: [
            "getJourneySegments segmentIds: limits is"
                + " 'excludes=pageNumber pageSize queryFields queryValue sortBy; maxItems=100; minItems=1', not"
                + " 'excludes=pageNumber pageSize queryFields queryValue sortBy; maxItems=100'"
        ],
    )

    private static let pattern = Mistake(
        "a pattern for more", in: "GenesysCloud/schemas/paging.yaml",
        "|1[0-9][0-9]|200)$", to: "|[12][0-9][0-9])$",
        gives: [
            "getJourneyCustomerCustomerIdSegments pageSize", "getJourneyExternalcontactSegments pageSize",
            "getJourneySessionSegments pageSize", "getJourneySessionEvents limit",
        ].map { "\($0): limits is 'maximum=299', not 'maximum=200'" },
    )

    private static let rule = Mistake(
        "a rule less", in: "GenesysCloud/endpoints/actionTemplates.yaml",
        "queryValue: [queryFields]\n", to: "\n",
        gives: ["getJourneyActiontemplates queryValue: limits is '', not 'requires=queryFields'"],
    )

    private static let defaultValue = Mistake(
        "another default", in: "GenesysCloud/endpoints/actionTemplates.yaml",
        "default: false", to: "default: true",
        gives: ["deleteJourneyActiontemplate hardDelete: default is 'true', not 'false'"],
    )

    private static let isRequired = Mistake(
        "a body that may be left out", in: "GenesysCloud/endpoints/aggregates.yaml",
        "required: true", to: "required: false",
        gives: ["postAnalyticsJourneysAggregatesQuery body: required is 'no', not 'yes'"],
    )

    private static let method = Mistake(
        "another method", in: "GenesysCloud/endpoints/aggregates.yaml",
        "  post:\n", to: "  put:\n",
        gives: ["postAnalyticsJourneysAggregatesQuery body: method is 'PUT', not 'POST'"],
    )
}
