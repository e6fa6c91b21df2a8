import Bytes
import Testing

@Suite struct ParallelMapTests {
    @Test(arguments: [1, 2, 7])
    func keepsTheOrderOfTheElements(jobs: Int) async {
        let squares = await Array(0..<500).parallelMap(jobs: jobs) { $0 * $0 }
        #expect(squares == (0..<500).map { $0 * $0 })
    }

    @Test(arguments: [1, 3])
    func mapsSlicesWhoseIndicesDoNotBeginAtZero(jobs: Int) async {
        #expect(await Array(0..<100)[40..<60].parallelMap(jobs: jobs) { $0 } == Array(40..<60))
    }

    @Test(arguments: [1, 4])
    func keepsResultsThatAreNil(jobs: Int) async {
        #expect(await [1, 2, 3].parallelMap(jobs: jobs) { $0 == 2 ? nil : $0 } == [1, nil, 3])
    }

    @Test(arguments: [1, 4])
    func mapsAnEmptyArrayToAnEmptyArray(jobs: Int) async { #expect(await [Int]().parallelMap(jobs: jobs) { $0 } == []) }
}
