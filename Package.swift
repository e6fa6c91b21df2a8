// swift-tools-version: 6.2
import PackageDescription

// One target a stage, in the order in which content passes through them. A target names every module that it imports, and a test holds
// the graph in ARCHITECTURE.md to this list.
let foundations: [Target] = [
    .systemLibrary(name: "CCMark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CArena", dependencies: ["CCMark"]),
    .target(name: "CFiles"),
    .target(name: "CBuiltinTheme", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
    .target(name: "CGuideModel", exclude: ["trained-on.txt", "weights.bin"], cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
    .target(name: "CLanguages", exclude: ["texts"], cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
    .target(name: "Platform"),
    .target(name: "Bytes"),
    .target(name: "Paths", dependencies: ["Bytes"]),
    .target(name: "Files", dependencies: ["Bytes", "CFiles", "Platform"]),
    .target(name: "Diagnostics", dependencies: ["Bytes", "Paths"]),
    .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics", "Paths"]),
    .target(name: "OpenAPI", dependencies: ["YAML"]),
    .target(name: "Mustache", dependencies: ["Bytes", "Diagnostics", "Paths"]),
    .target(name: "Highlighting", dependencies: ["Bytes"]),
    .target(name: "Expressions"),
    .target(name: "Maths", dependencies: ["Bytes"]),
    .target(name: "Diagrams", dependencies: ["Bytes"]),
    .target(name: "Labels", dependencies: ["CLanguages"]),
]

let stages: [Target] = [
    .target(name: "Markdown", dependencies: ["CCMark", "CArena", "Bytes", "Diagnostics", "Paths", "Platform", "YAML"]),
    .target(name: "DocumentHTML", dependencies: ["Bytes", "Diagrams", "Highlighting", "Labels", "Markdown", "Maths", "OpenAPI"]),
    .target(name: "Guides", dependencies: ["Bytes", "CGuideModel", "Diagnostics", "DocumentHTML", "Markdown", "YAML"]),
    .target(name: "Content", dependencies: ["Bytes", "Diagnostics", "Files", "Labels", "Paths", "Platform", "YAML"]),
    .target(
        name: "Site",
        dependencies: [
            "Bytes", "Content", "Diagnostics", "Diagrams", "Expressions", "Files", "Markdown", "Maths", "OpenAPI", "Paths", "YAML",
        ]),
    .target(name: "Checks", dependencies: ["Bytes", "Content", "Diagnostics", "Files", "Markdown", "Paths", "Site"]),
    .target(name: "Import", dependencies: ["Bytes", "Content", "Diagnostics", "Files", "Paths", "Platform", "YAML"]),
    .target(name: "Insights", dependencies: ["Bytes", "YAML"]),
    .target(name: "Search", dependencies: ["Bytes", "Platform", "YAML"]),
    .target(
        name: "Theme",
        dependencies: [
            "Bytes", "CBuiltinTheme", "Content", "Diagnostics", "DocumentHTML", "Guides", "Labels", "Markdown", "Mustache", "Paths",
            "Platform",
            "Search",
            "Site",
        ]),
    .target(name: "Publish", dependencies: ["Bytes", "Files", "Paths"]),
    .target(
        name: "Pipeline",
        dependencies: [
            "Bytes", "Checks", "Content", "Diagnostics", "Files", "Guides", "Markdown", "Paths", "Publish", "Search", "Site", "Theme",
        ]),
    .target(name: "DevServer", dependencies: ["Bytes", "Diagnostics", "Files", "Paths", "Pipeline", "Platform", "Publish"]),
    .executableTarget(
        name: "kbgen",
        dependencies: [
            "Bytes", "Checks", "Content", "DevServer", "Diagnostics", "DocumentHTML", "Files", "Guides", "Import", "Insights", "Markdown",
            "Paths",
            "Pipeline", "Platform", "Publish", "Search", "Theme", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ]),
]

let tests: [Target] = [
    .testTarget(name: "PathsTests", dependencies: ["Paths"]),
    .testTarget(name: "LabelsTests", dependencies: ["Labels"]),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .testTarget(name: "HighlightingTests", dependencies: ["Highlighting"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Bytes", "Diagnostics", "Paths"]),
    .testTarget(name: "PlatformTests", dependencies: ["Platform"]),
    .testTarget(name: "FilesTests", dependencies: ["Bytes", "Files", "Platform"]),
    .testTarget(name: "ExpressionsTests", dependencies: ["Expressions"]),
    .testTarget(name: "OpenAPITests", dependencies: ["OpenAPI"]),
    .testTarget(name: "YAMLTests", dependencies: ["Diagnostics", "Paths", "YAML"]),
    .testTarget(name: "MathsTests", dependencies: ["Maths"]),
    .testTarget(name: "DiagramsTests", dependencies: ["Diagrams"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Diagnostics", "DocumentHTML", "Markdown", "Paths"]),
    .testTarget(name: "DocumentHTMLTests", dependencies: ["Diagnostics", "DocumentHTML", "Markdown", "Paths"]),
    .testTarget(name: "ContentTests", dependencies: ["Content", "Diagnostics", "Paths"]),
    .testTarget(name: "GuidesTests", dependencies: ["Diagnostics", "DocumentHTML", "Guides", "Markdown", "Paths"]),
    .testTarget(name: "ImportTests", dependencies: ["Import"]),
    .testTarget(name: "InsightsTests", dependencies: ["Insights"]),
    .testTarget(name: "SearchTests", dependencies: ["Search"]),
    .testTarget(name: "SiteTests", dependencies: ["Bytes", "Content", "Diagnostics", "Markdown", "Paths", "Site"]),
    .testTarget(name: "ChecksTests", dependencies: ["Checks", "Content", "Diagnostics", "Files", "Paths", "Site"]),
    .testTarget(name: "MustacheTests", dependencies: ["Diagnostics", "Mustache", "Paths"]),
    .testTarget(name: "ThemeTests", dependencies: ["Diagnostics", "Paths", "Theme"]),
    .testTarget(name: "PublishTests", dependencies: ["Files", "Paths", "Publish"]),
    .testTarget(name: "DevServerTests", dependencies: ["DevServer", "Files", "Pipeline", "Platform"]),
    .testTarget(name: "PipelineTests", dependencies: ["Diagnostics", "Paths", "Pipeline"]),
    .executableTarget(
        name: "dialect-benchmark", dependencies: ["CCMark", "DocumentHTML", "Files", "Markdown", "Paths"], path: "Tests/DialectBenchmark"),
]

// A program without a main function of its own, for libFuzzer: see `.ci/fuzz`.
let fuzzing: [Target] =
    Context.environment["KBGEN_WITH_FUZZ"] == nil
    ? []
    : [
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "Content", "DevServer", "Diagnostics", "DocumentHTML", "Guides", "Markdown", "Mustache", "OpenAPI", "Paths", "Platform",
                "Search", "Site", "Theme", "YAML",
            ], path: "Tests/Fuzz", exclude: ["seeds"])
    ]

let package = Package(
    name: "kbgen",
    products: [.executable(name: "kbgen", targets: ["kbgen"])],
    dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")],
    targets: foundations + stages + tests + fuzzing,
    swiftLanguageModes: [.v6]
)
