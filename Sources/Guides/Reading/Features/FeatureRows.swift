/// Puts the features of a candidate, a unit or a page together as the models see them. The training program does the same.
enum FeatureRows {
    /// Marks copies of features for the candidates of one group.
    static func ownCopy(_ group: Candidate.Group) -> UInt32 { 7 + group.rawValue }
    static func unitCopy(_ group: Candidate.Group) -> UInt32 { 17 + group.rawValue }
    static func pageCopy(_ group: Candidate.Group) -> UInt32 { 27 + group.rawValue }
    static func pageUnitCopy(_ group: Candidate.Group) -> UInt32 { 37 + group.rawValue }
    static func stackedCopy(_ group: Candidate.Group) -> UInt32 { 47 + group.rawValue }
    static func stackedUnitCopy(_ group: Candidate.Group) -> UInt32 { 57 + group.rawValue }

    /// A feature that every candidate of a source has.
    static func bias(_ candidate: Candidate) -> UInt32 {
        FeatureSet.id(.own, .bias, candidate.group.rawValue << 8 | UInt32(candidate.source.number))
    }

    static func unitBias(_ candidate: Candidate) -> UInt32 { FeatureSet.mix(bias(candidate), 2) }

    static func unitSize(_ candidate: Candidate, _ count: Int) -> UInt32 {
        FeatureSet.id(.own, .unit, candidate.group.rawValue << 8 | UInt32(bucket(count)))
    }
}

extension Guide.Node.Source {
    /// A number for features.
    var number: Int {
        switch self {
        case .heading: 0;
        case .bold: 1;
        case .lead: 2;
        case .summary: 3;
        case .listItem: 4;
        case .tableRow: 5;
        case .paragraph: 6
        }
    }
}
