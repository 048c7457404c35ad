// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "meshy-lib",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "meshy-lib", targets: ["meshy-lib"]),
        .executable(name: "sample-maker", targets: ["sample-maker"]),
        .library(name: "GLB", targets: ["GLB"]),
        .library(name: "Catalog", targets: ["Catalog"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Arrows point down only: a module knows what stands below it here and nothing above (docs/architecture.md).
        .executableTarget(name: "meshy-lib", dependencies: ["Commands"]),
        .executableTarget(
            name: "sample-maker",
            dependencies: [
                "SampleMaker", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(
            name: "Commands",
            dependencies: [
                "Library", "Catalog", "Formats", "Pictures", "GLB",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "Library",
            dependencies: [
                "Catalog", "Formats", "GLB", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "Catalog",
            dependencies: [
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(name: "SampleMaker", dependencies: ["GLB", "Pictures"]),
        .target(name: "Formats", dependencies: ["CZlib", .product(name: "SystemPackage", package: "swift-system")]),
        .target(name: "Pictures", dependencies: ["CZlib"]),
        .target(name: "GLB"),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        .target(name: "TestSupport", dependencies: ["CZlib"], path: "Tests/TestSupport"),
        .testTarget(name: "GLBTests", dependencies: ["GLB", "Pictures", "TestSupport"]),
        .testTarget(
            name: "CatalogTests",
            dependencies: ["Catalog", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "FormatsTests",
            dependencies: ["Formats", "TestSupport", .product(name: "SystemPackage", package: "swift-system")]),
        .testTarget(name: "PicturesTests", dependencies: ["Pictures", "TestSupport"]),
        .testTarget(name: "SampleMakerTests", dependencies: ["SampleMaker", "GLB", "TestSupport"]),
        .testTarget(
            name: "LibraryTests",
            dependencies: [
                "Library", "Catalog", "TestSupport", .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(name: "CommandsTests", dependencies: ["Commands", "TestSupport"]),
        .testTarget(name: "EndToEndTests", dependencies: ["meshy-lib", "TestSupport"]),
    ]
)

for target in package.targets where ![.plugin, .system].contains(target.type) {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .swiftLanguageMode(.v6), .treatAllWarnings(as: .error),
            .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        ]
}
