import APIRuntime
import Foundation

let client = KubernetesBatchClient(bearerToken: "Bearer t", server: APIServer(CommandLine.arguments[1]))
let containers = [Container(name: "pi") { $0.image = "perl" }]
let job = Job(
    apiVersion: "batch/v1", kind: "Job",
    metadata: ObjectMeta(name: "pi"),
    spec: JobSpec(
        template: PodTemplateSpec(spec: PodSpec(containers: containers) { $0.restartPolicy = "Never" })))
let created = try await client.batchV1.createBatchV1NamespacedJob(namespace: "default", body: job)
print(created)
_ = try await client.batchV1.patchBatchV1NamespacedJob(
    name: "pi", namespace: "default", body: .mergePatch(["spec": ["suspend": true]]))
_ = try await client.batchV1.patchBatchV1NamespacedJob(
    name: "pi", namespace: "default", body: .strategicMergePatch(["spec": ["suspend": false]]))
_ = try await client.batchV1.patchBatchV1NamespacedJob(
    name: "pi", namespace: "default", fieldManager: "me",
    body: .applyPatch("apiVersion: batch/v1\nkind: Job\n"))
