import Synchronization

/// Counts what many workers have done.
final class Progress: Sendable {
    private let done = Atomic<Int>(0)
    private let total: Int
    private let report: @Sendable (Int, Int) -> Void

    init(total: Int, report: @escaping @Sendable (Int, Int) -> Void) {
        self.total = total
        self.report = report
    }

    /// One more is done; every hundredth is told.
    func advance() {
        let count = done.add(1, ordering: .relaxed).newValue
        if count % 100 == 0 || count == total { report(count, total) }
    }
}
