// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that building the program never waits for its benchmarks.
let package = Package(
    name: "meshy-lib-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "meshy-lib", path: ".."),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .executableTarget(
            name: "search-benchmark",
            dependencies: [
                .product(name: "Catalog", package: "meshy-lib"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ])
    ]
)

for target in package.targets {
    target.swiftSettings = [
        .swiftLanguageMode(.v6), .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
