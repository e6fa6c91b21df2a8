// swift-tools-version: 6.2
import PackageDescription

// One target a stage, in the order in which content passes through them; see ARCHITECTURE.md.
let stages: [Target] = [
    .systemLibrary(name: "CCMark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Bytes"),
    .target(name: "Diagnostics", dependencies: ["Bytes"]),
    .target(name: "CExchange"),
    .target(name: "Files", dependencies: ["Bytes", "CExchange"]),
    .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"]),
    .target(name: "OpenAPI", dependencies: ["YAML"]),
    .target(name: "CArena", dependencies: ["CCMark"]),
    .target(name: "Highlighting", dependencies: ["Bytes"]),
    .target(name: "Markdown", dependencies: ["CCMark", "CArena", "Bytes", "Diagnostics", "YAML", "Highlighting"]),
    .target(name: "Guides", dependencies: ["Bytes", "Diagnostics", "YAML", "Markdown"]),
    .target(name: "Site", dependencies: ["Bytes", "Diagnostics", "Files", "YAML", "Markdown", "OpenAPI"]),
    .target(name: "Checks", dependencies: ["Bytes", "Diagnostics", "Markdown", "Site"]),
    .target(name: "Insights", dependencies: ["YAML"]),
    .target(name: "Search", dependencies: ["Bytes", "YAML"]),
    .target(name: "Mustache", dependencies: ["Bytes", "Diagnostics"]),
    .target(name: "CBuiltinTheme", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
    .target(name: "Theme", dependencies: ["CBuiltinTheme", "Bytes", "Diagnostics", "Markdown", "Guides", "OpenAPI", "Search", "Site", "Mustache"]),
    .target(name: "Publish", dependencies: ["Bytes", "Files"]),
    .target(name: "Serving", dependencies: ["Bytes", "Files"]),
    .target(name: "Pipeline", dependencies: ["Checks", "Diagnostics", "Markdown", "Guides", "Search", "Site", "Theme", "Publish"]),
    .executableTarget(
        name: "kbgen",
        dependencies: ["Checks", "Guides", "Insights", "Search", "Pipeline", "Serving", "Site", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
]

let tests: [Target] = [
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .testTarget(name: "HighlightingTests", dependencies: ["Highlighting"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Bytes", "Diagnostics"]),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
    .testTarget(name: "GuidesTests", dependencies: ["Guides"]),
    .testTarget(name: "InsightsTests", dependencies: ["Insights"]),
    .testTarget(name: "SearchTests", dependencies: ["Search"]),
    .testTarget(name: "SiteTests", dependencies: ["Site"]),
    .testTarget(name: "ChecksTests", dependencies: ["Checks", "Site", "Files"]),
    .testTarget(name: "MustacheTests", dependencies: ["Mustache"]),
    .testTarget(name: "ThemeTests", dependencies: ["Theme"]),
    .testTarget(name: "PublishTests", dependencies: ["Publish", "Files"]),
    .testTarget(name: "ServingTests", dependencies: ["Serving"]),
    .testTarget(name: "PipelineTests", dependencies: ["Pipeline"]),
    .executableTarget(name: "dialect-benchmark", dependencies: ["CCMark", "Files", "Markdown"], path: "Tests/DialectBenchmark"),
]

let package = Package(
    name: "kbgen",
    products: [.executable(name: "kbgen", targets: ["kbgen"])],
    dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")],
    targets: stages + tests,
    swiftLanguageModes: [.v6]
)
