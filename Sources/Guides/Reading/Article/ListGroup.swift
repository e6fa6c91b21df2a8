/// What the items of a list or the rows of a table have in common.
struct ListGroup: Sendable {
    private let shares: [(number: Int, thirds: Int)]
    private let place: Place

    init(_ members: [Int], _ article: Article) {
        let candidates = members.map { article.candidates[$0] }
        let passages = members.map { article.passage($0) }
        func thirds(_ holds: (Int) -> Bool) -> Int { members.indices.count(where: holds) * 3 / members.count }
        if candidates[0].group == .row {
            place = .rows
            let instructed = passages.count { passage in
                passage.cells.last.map { TextReading($0, limit: 20).firstConcepts.contains(.instruction) } ?? false
            }
            shares = [(0, thirds { candidates[$0].concepts.contains(.fault) }), (1, instructed * 3 / members.count)]
            return
        }
        place = .list
        let values = [
            thirds { candidates[$0].firstConcepts.contains(.instruction) }, thirds { candidates[$0].concepts.contains(.fault) },
            thirds { candidates[$0].firstConcepts.contains(.question) }, thirds { candidates[$0].firstConcepts.contains(.check) },
            thirds { candidates[$0].rest != nil }, thirds { passages[$0].text.utf8.count > 60 },
            thirds { candidates[$0].shape.ending == 3 },
            thirds { passages[$0].marks.contains(.link) }, thirds { article.inItem[candidates[$0].passage] != nil },
            thirds { candidates[$0].firstConcepts.contains(.condition) }, thirds { candidates[$0].concepts.contains(.cause) },
        ]
        shares = values.enumerated().map { ($0.offset, $0.element) }
    }

    func add(to set: inout FeatureSet) {
        for share in shares { set.add(.share, share.number * 8 + share.thirds, place) }
    }
}
