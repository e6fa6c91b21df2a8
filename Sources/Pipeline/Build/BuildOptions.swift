/// How a site is built.
package struct BuildOptions: Sendable {
    /// Takes the place of the settings' `base-url`.
    package var baseURL: String?
    /// Takes the place of a base URL, if there is one, for a preview.
    package var previewURL: String?
    /// How many workers.
    package var jobs: Int
    /// Delete whatever is at the output, and reuse nothing.
    package var clean: Bool
    /// Called with how many of how many pages are written, now and then and by any worker.
    package var progress: @Sendable (Int, Int) -> Void
    /// Called with what went wrong without consequence for the site.
    package var warn: @Sendable (String) -> Void = { _ in }
    /// Called with what a build does and why, for those who want to follow it.
    package var log: @Sendable (String) -> Void

    package init(
        baseURL: String? = nil, jobs: Int, clean: Bool = false, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
        log: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.baseURL = baseURL
        self.jobs = jobs
        self.clean = clean
        self.progress = progress
        self.log = log
    }
}
