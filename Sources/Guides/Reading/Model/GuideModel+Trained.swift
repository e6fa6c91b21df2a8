import CGuideModel

extension GuideModel {
    /// The model that kbgen comes with.
    package static let trained = GuideModel(Array(UnsafeBufferPointer(start: kbgen_guide_weights(), count: kbgen_guide_weight_count())))
}
