/// A min-heap of cursors, one for each segment, for a k-way merge of their terms. Cursors are ordered by the bytes of their terms, those on
/// equal terms by their segments.
struct TermHeap {
    private let segments: [IndexSegment]
    /// For each segment the index of its current term, and the index after its last term.
    private var cursors: [Int] = []
    private var ends: [Int] = []
    /// The beginnings of the current terms, which tell most of them apart.
    private var starts: [UInt64] = []
    /// The heap: indices of the segments that have terms left.
    private var heap: [Int] = []

    /// - Parameter leadingBytes: only terms that begin with one of these are merged.
    init(_ segments: [IndexSegment], _ leadingBytes: ClosedRange<UInt8>) {
        self.segments = segments
        for (index, segment) in segments.enumerated() {
            cursors.append(segment.firstIndex(startingAt: leadingBytes.lowerBound))
            ends.append(
                leadingBytes.upperBound == .max ? segment.termCount : segment.firstIndex(startingAt: leadingBytes.upperBound + 1))
            starts.append(0)
            guard cursors[index] < ends[index] else { continue }
            starts[index] = TermTable.start(of: segment.term(cursors[index]))
            heap.append(index)
            siftUp(heap.count - 1)
        }
    }

    /// The least term: the index of its segment, and its index there.
    var first: (segment: Int, term: Int)? { heap.first.map { ($0, cursors[$0]) } }

    /// Moves past the least term. O(log n) comparisons for n segments.
    mutating func advance() {
        guard let segment = heap.first else { return }
        cursors[segment] += 1
        if cursors[segment] == ends[segment] {
            heap[0] = heap[heap.count - 1]
            heap.removeLast()
        } else {
            starts[segment] = TermTable.start(of: segments[segment].term(cursors[segment]))
        }
        siftDown()
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        if starts[left] != starts[right] { return starts[left] < starts[right] }
        let (leftTerm, rightTerm) = (segments[left].term(cursors[left]), segments[right].term(cursors[right]))
        return leftTerm.withUnsafeBufferPointer { leftTerm in
            rightTerm.withUnsafeBufferPointer { rightTerm in
                let count = min(leftTerm.count, rightTerm.count)
                for index in 0..<count where leftTerm[index] != rightTerm[index] { return leftTerm[index] < rightTerm[index] }
                return leftTerm.count == rightTerm.count ? left < right : leftTerm.count < rightTerm.count
            }
        }
    }

    private mutating func siftUp(_ start: Int) {
        var index = start
        while index > 0, precedes(heap[index], heap[(index - 1) / 2]) {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    private mutating func siftDown() {
        var index = 0
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count && precedes(heap[child], heap[least]) { least = child }
            if least == index { return }
            heap.swapAt(index, least)
            index = least
        }
    }
}
