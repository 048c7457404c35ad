// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Where a file is below the folders in which compilers look for it; nil if it is nowhere.
func find(_ file: String, below folders: [String]) -> String? {
    folders.map { "\($0)/\(file)" }.first { FileManager.default.fileExists(atPath: $0) }
}

/// Whether Draco is installed; it is done without if it is not, or if `MESHY_LIB_WITHOUT=draco` is set. The answer is
/// remembered by the package manager: `swift package purge-cache` after installing it.
let includes = Context.environment["CPATH"]?.split(separator: ":").map(String.init) ?? []
let hasDraco =
    Context.environment["MESHY_LIB_WITHOUT"] != "draco"
    && find("draco/compression/decode.h", below: includes + ["/usr/include", "/usr/local/include"]) != nil
/// The archive is preferred where there is one: a shared library would be loaded at every start, whether needed or not.
let dracoLibraries = [
    "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/lib64", "/usr/local/lib",
]
#if os(Linux)
    // An archive needs C++'s own library after it.
    let draco = [find("libdraco.a", below: dracoLibraries) == nil ? "draco" : ":libdraco.a", "stdc++"]
#else
    let draco = ["draco"]
#endif

let package = Package(
    name: "meshy-lib",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "meshy-lib", targets: ["meshy-lib"]),
        .executable(name: "sample-maker", targets: ["sample-maker"]),
        .executable(name: "meshy-stand-in", targets: ["meshy-stand-in"]),
        .library(name: "GLB", targets: ["GLB"]),
        .library(name: "Decompression", targets: ["Decompression"]),
        .library(name: "Catalog", targets: ["Catalog"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.90.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.34.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Arrows point down only: a module knows what stands below it here and nothing above (docs/architecture.md).
        .executableTarget(name: "meshy-lib", dependencies: ["Commands"]),
        .executableTarget(
            name: "sample-maker",
            dependencies: [
                "SampleMaker", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "meshy-stand-in",
            dependencies: [
                "StandIn", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(
            name: "StandIn",
            dependencies: [
                "SampleMaker", "GLB", "Pictures", "CZlib", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .target(
            name: "Commands",
            dependencies: [
                "Library", "Catalog", "MeshyAPI", "Formats", "Budgets", "Decompression", "GLB",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "Library",
            dependencies: [
                "Catalog", "MeshyAPI", "Formats", "Pictures", "Budgets", "Decompression", "GLB",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "MeshyAPI",
            dependencies: [
                "GLB", .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
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
        .target(
            name: "Budgets", dependencies: ["GLB", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Resources")]),
        .target(name: "Decompression", dependencies: ["GLB", "CDecompression"]),
        .target(name: "GLB"),
        .target(
            name: "CDecompression", cxxSettings: hasDraco ? [.define("WITH_DRACO")] : [],
            linkerSettings: hasDraco ? draco.map { .linkedLibrary($0) } : []),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        .target(name: "CSpawn", path: "Tests/CSpawn"),
        .target(name: "TestSupport", dependencies: ["CZlib", "CSpawn"], path: "Tests/TestSupport"),
        .testTarget(name: "GLBTests", dependencies: ["GLB", "Pictures", "TestSupport"]),
        .testTarget(
            name: "DecompressionTests", dependencies: ["Decompression", "GLB", "TestSupport"],
            exclude: ["trimesh_figures.py"]),
        .testTarget(
            name: "CatalogTests",
            dependencies: ["Catalog", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "FormatsTests",
            dependencies: ["Formats", "TestSupport", .product(name: "SystemPackage", package: "swift-system")]),
        .testTarget(name: "BudgetsTests", dependencies: ["Budgets", "GLB", "TestSupport"]),
        .testTarget(name: "PicturesTests", dependencies: ["Pictures", "TestSupport"]),
        .testTarget(name: "SampleMakerTests", dependencies: ["SampleMaker", "GLB", "TestSupport"]),
        .testTarget(
            name: "StandInTests",
            dependencies: [
                "StandIn", "meshy-stand-in", "GLB", "Pictures", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .testTarget(
            name: "LibraryTests",
            dependencies: [
                "Library", "Catalog", "MeshyAPI", "Pictures", "GLB", "TestSupport",
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(
            name: "MeshyAPITests",
            dependencies: [
                "MeshyAPI", "GLB", "meshy-stand-in", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(
            name: "CommandsTests", dependencies: ["Commands", "Library", "MeshyAPI", "Catalog", "TestSupport"]),
        .testTarget(name: "EndToEndTests", dependencies: ["meshy-lib", "meshy-stand-in", "TestSupport"]),
    ],
    cxxLanguageStandard: .cxx17
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
