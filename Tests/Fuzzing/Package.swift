// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets for libFuzzer. The sources under test are those of the project, by symbolic link, so that they are
// instrumented too. Run them with ./fuzz.sh.
let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    targets: [
        // In the place of swift-crypto's module: building that would take longer than a short run.
        .target(name: "Crypto"),
        .target(name: "UsageFormats", dependencies: ["Crypto"]),
        .target(name: "AuditRecords", dependencies: ["UsageFormats"]),
        .target(name: "GraphReports", dependencies: ["UsageFormats"]),
        .target(name: "CSVExports", dependencies: ["UsageFormats"]),
        .executableTarget(name: "FuzzCSV", dependencies: ["UsageFormats"]),
        .executableTarget(name: "FuzzJSON", dependencies: ["UsageFormats"]),
        .executableTarget(
            name: "FuzzFiles",
            dependencies: ["UsageFormats", "AuditRecords", "GraphReports", "CSVExports"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    var settings = target.swiftSettings ?? []
    for feature in [
        "ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault", "NonisolatedNonsendingByDefault",
    ] {
        settings.append(.enableUpcomingFeature(feature))
    }
    // libFuzzer brings the main function.
    if target.type == .executable { settings.append(.unsafeFlags(["-parse-as-library"])) }
    target.swiftSettings = settings
}
