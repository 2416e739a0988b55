/// The strongly connected components of a graph: in each, every vertex can be reached from all others.
///
/// Tarjan's algorithm with an explicit stack, since paths may be too long for that of the thread.
struct StrongComponents {
    /// The component of each vertex.
    private(set) var numbers: [Int]
    private(set) var count = 0

    private let targets: [[Int]]
    private var order: [Int?]
    private var lowest: [Int]
    private var visitedCount = 0
    private var open: [Int] = []
    private var isOpen: [Bool]

    /// - Parameter targets: By vertex, the targets of its edges.
    init(_ targets: [[Int]]) {
        self.targets = targets
        numbers = Array(repeating: 0, count: targets.count)
        order = Array(repeating: nil, count: targets.count)
        lowest = numbers
        isOpen = Array(repeating: false, count: targets.count)
        for vertex in targets.indices where order[vertex] == nil { visit(from: vertex) }
    }

    private mutating func visit(from start: Int) {
        var path: [(vertex: Int, next: Int)] = []
        enter(start, &path)
        while let (vertex, next) = path.last {
            if next < targets[vertex].count {
                path[path.count - 1].next += 1
                let target = targets[vertex][next]
                if let number = order[target] {
                    if isOpen[target] { lowest[vertex] = min(lowest[vertex], number) }
                } else {
                    enter(target, &path)
                }
            } else {
                path.removeLast()
                if let parent = path.last?.vertex { lowest[parent] = min(lowest[parent], lowest[vertex]) }
                if lowest[vertex] == order[vertex] { close(vertex) }
            }
        }
    }

    private mutating func enter(_ vertex: Int, _ path: inout [(vertex: Int, next: Int)]) {
        order[vertex] = visitedCount
        lowest[vertex] = visitedCount
        visitedCount += 1
        open.append(vertex)
        isOpen[vertex] = true
        path.append((vertex, 0))
    }

    /// Pops a component, whose first vertex is `first`, off the stack.
    private mutating func close(_ first: Int) {
        while let vertex = open.popLast() {
            isOpen[vertex] = false
            numbers[vertex] = count
            if vertex == first { break }
        }
        count += 1
    }
}
