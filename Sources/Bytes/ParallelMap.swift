import Synchronization

extension RandomAccessCollection where Self: Sendable, Index == Int {
    /// The results of `transform` for every element, in the order of the elements, worked out by `jobs` workers that take the
    /// next element as they become free.
    public func parallelMap<Result: Sendable>(
        jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        guard jobs > 1, count > 1 else { return map(transform) }
        let counter = NextIndex(startIndex)
        let parts = await withTaskGroup(of: [(Int, Result)].self, returning: [[(Int, Result)]].self) { group in
            for _ in 0..<Swift.min(jobs, count) {
                group.addTask {
                    var part: [(Int, Result)] = []
                    while let index = counter.next(before: self.endIndex) {
                        part.append((index, transform(self[index])))
                    }
                    return part
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var results: [Result?] = Array(repeating: nil, count: count)
        for part in parts {
            for (index, result) in part { results[index - startIndex] = result }
        }
        return results.compactMap { $0 }
    }
}

/// The index that the next free worker takes.
private final class NextIndex: Sendable {
    private let value: Atomic<Int>

    init(_ start: Int) { value = Atomic(start) }

    func next(before end: Int) -> Int? {
        let index = value.add(1, ordering: .relaxed).oldValue
        return index < end ? index : nil
    }
}
