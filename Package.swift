// swift-tools-version: 6.2
import PackageDescription

// One-way data flow: bytes → decoded values → tables → views and queries → rows.
// A target exists where the list of allowed imports differs (Tests/HouseTests keeps that list).
let package = Package(
    name: "copilot-usage",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "CopilotUsage", targets: ["CopilotUsage"]),
        .executable(name: "copilot-usage", targets: ["copilot-usage"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // The SQL: migrations, views, named questions and checks, embedded as text.
        .target(
            name: "UsageSchema",
            path: "Schema",
            plugins: ["EmbedSQL"]
        ),
        .plugin(name: "EmbedSQL", capability: .buildTool(), dependencies: ["embed-sql"]),
        .executableTarget(name: "embed-sql", path: "Plugins/embed-sql"),

        // Bytes → fields and values. Knows nothing of Copilot.
        .target(
            name: "UsageFormats",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")]
        ),

        // Fields and values → records.
        .target(name: "AuditRecords", dependencies: ["UsageFormats"]),
        .target(name: "GraphReports", dependencies: ["UsageFormats"]),
        .target(name: "CSVExports", dependencies: ["UsageFormats"]),

        // One call of SQLite that Swift cannot make.
        .target(name: "SQLiteDefence", linkerSettings: [.linkedLibrary("sqlite3")]),

        // Tables. The only target that imports GRDB.
        .target(
            name: "UsageStore",
            dependencies: [
                "UsageSchema", "SQLiteDefence",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),

        // Files → records → tables.
        .target(
            name: "UsageIngestion",
            dependencies: [
                "UsageFormats", "AuditRecords", "GraphReports", "CSVExports", "UsageStore",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),

        // Questions → rows.
        .target(name: "UsageQueries", dependencies: ["UsageStore"]),

        // A synthetic tenant in every input format; shares no code with the decoders.
        .target(name: "UsageSample"),

        // What most programs import.
        .target(
            name: "CopilotUsage",
            dependencies: [
                "UsageFormats", "AuditRecords", "GraphReports", "CSVExports", "UsageStore", "UsageIngestion",
                "UsageQueries",
            ]
        ),
        .executableTarget(
            name: "copilot-usage",
            dependencies: [
                "CopilotUsage", "UsageSample",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Builders, temporary warehouses, the contract suite.
        .target(
            name: "UsageTestSupport",
            dependencies: ["UsageStore"],
            path: "Tests/UsageTestSupport"
        ),
        .testTarget(name: "UsageFormatsTests", dependencies: ["UsageFormats"]),
        .testTarget(name: "AuditRecordsTests", dependencies: ["AuditRecords", "UsageFormats"]),
        .testTarget(name: "GraphReportsTests", dependencies: ["GraphReports", "UsageFormats"]),
        .testTarget(name: "CSVExportsTests", dependencies: ["CSVExports", "UsageFormats"]),
        .testTarget(
            name: "UsageStoreTests",
            dependencies: [
                "UsageStore", "UsageSchema", "UsageTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "UsageIngestionTests",
            dependencies: ["UsageIngestion", "UsageStore", "UsageFormats", "UsageSample", "UsageTestSupport"]
        ),
        .testTarget(
            name: "UsageQueriesTests",
            dependencies: [
                "UsageQueries", "UsageStore", "UsageSchema", "UsageTestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(name: "UsageSampleTests", dependencies: ["UsageSample"]),
        .testTarget(name: "CopilotUsageTests", dependencies: ["CopilotUsage", "UsageTestSupport"]),
        .testTarget(name: "CommandLineTests", dependencies: ["copilot-usage", "UsageTestSupport"]),
        // The pages of Docs that are made from the code.
        .testTarget(name: "DocumentationTests", dependencies: ["UsageQueries", "UsageStore", "UsageTestSupport"]),
        .testTarget(name: "HouseTests"),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .plugin && target.name != "SQLiteDefence" {
    var settings = target.swiftSettings ?? []
    for feature in [
        "ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault", "NonisolatedNonsendingByDefault",
    ] {
        settings.append(.enableUpcomingFeature(feature))
    }
    target.swiftSettings = settings
}
