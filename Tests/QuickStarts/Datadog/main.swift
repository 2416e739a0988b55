import APIRuntime
import Foundation

let client = DatadogClient(apiKeyAuth: "key", server: APIServer(CommandLine.arguments[1]))
let accepted = try await client.metrics.submitMetrics(
    body: MetricsPayload(series: [
        Series(metric: "system.load.1", points: [[1_700_000_000, 0.7]], tags: ["env:prod"], type: "gauge")
    ]))
print(accepted.status ?? "")
