import ArgumentParser
import APIGenerator

extension Report {
    mutating func add(_ obstacles: [OutputPlan.Obstacle], in folder: String) {
        add(obstacles.map { .obstacle($0, in: folder) })
    }

    mutating func add(_ conflicts: [OutputPlan.Conflict], in folder: String) {
        add(conflicts.map { .conflict($0, in: folder) })
    }

    /// Applies a plan, and adds a summary.
    mutating func apply(_ plan: OutputPlan, named name: String, in folder: String) throws {
        do {
            try showingProgress(of: "Writing \(name)") { try plan.apply() }
        } catch {
            add([.unwritable(folder, error)])
            throw ExitCode.notWritten
        }
        let counts = "\(plan.writtenPaths.count) written, \(plan.deletedPaths.count) deleted"
        add(summary: "\(name): \(plan.fileCount) files, \(plan.isUpToDate ? "up to date" : counts)")
    }
}
