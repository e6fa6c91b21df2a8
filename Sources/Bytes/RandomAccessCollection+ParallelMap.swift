import Synchronization

extension RandomAccessCollection where Self: Sendable, Index == Int {
    /// The results of `transform` in the order of the elements, computed by up to `jobs` concurrent tasks. Each takes the next element as
    /// soon as it is free, so that elements of very different cost still keep all of them busy.
    public func parallelMap<Result: Sendable>(
        jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        guard jobs > 1, count > 1 else { return map(transform) }
        let counter = IndexCounter(startIndex)
        let batches = await withTaskGroup(of: [(Int, Result)].self, returning: [[(Int, Result)]].self) { group in
            for _ in 0..<Swift.min(jobs, count) {
                group.addTask {
                    var batch: [(Int, Result)] = []
                    while let index = counter.next(before: self.endIndex) {
                        batch.append((index, transform(self[index])))
                    }
                    return batch
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var results: [Result?] = Array(repeating: nil, count: count)
        for batch in batches {
            for (index, result) in batch { results[index - startIndex] = result }
        }
        return results.compactMap { $0 }
    }
}

/// Hands out each index once.
private final class IndexCounter: Sendable {
    private let value: Atomic<Int>

    init(_ start: Int) { value = Atomic(start) }

    func next(before end: Int) -> Int? {
        let index = value.add(1, ordering: .relaxed).oldValue
        return index < end ? index : nil
    }
}
