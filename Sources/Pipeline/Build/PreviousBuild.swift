import Files
import Paths
import Publish
import Site

/// What the last build left, if its output is still what it wrote.
struct PreviousBuild {
    let header: BuildCache.Header
    /// What is in the output.
    let manifest: OutputManifest
    /// The locations of the files that have changed since.
    let changed: [String]

    /// - Throws: `RebuildReason` if there is nothing that an incremental build could start from.
    init(_ inputs: BuildInputs, _ output: OutputFolder, jobs: Int) async throws(RebuildReason) {
        guard let header = BuildCache(output).header() else { throw RebuildReason("no earlier build is known") }
        try inputs.frame.check(against: header.frame)
        let manifest = await OutputManifest(of: output.location, jobs: jobs)
        guard manifest.digest == header.outputDigest else { throw RebuildReason("the output is not what the last build wrote") }
        let files = inputs.files
        guard files.count == header.fingerprints.count else { throw RebuildReason("files were added or removed") }
        let changed = zip(files, header.fingerprints).filter { file, previous in
            guard let now = file.fingerprint, let previous else { return (file.fingerprint == nil) != (previous == nil) }
            return !previous.matches(file.location, now: now)
        }
        self.header = header
        self.manifest = manifest
        self.changed = changed.map(\.0.location)
    }

    /// The changed files, all of them of the content.
    /// - Throws: `RebuildReason` if a setting, a template or kbgen itself changed.
    func changedContent(_ inputs: BuildInputs) throws(RebuildReason) -> Set<ContentPath> {
        if let paths = inputs.manifest.paths(at: changed) { return paths }
        let other = changed.first { inputs.manifest.paths(at: [$0]) == nil } ?? ""
        throw RebuildReason(other == FileSystem.program ? "kbgen itself changed" : "“\(other.locationName)” changed")
    }
}
