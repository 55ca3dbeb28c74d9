// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "sitegen",
  products: [
    .executable(name: "sitegen", targets: ["sitegen"]),
    // For the fuzzer, which is a package of its own: Tests/Fuzzing.
    .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "Budget", swiftSettings: settings),
    // Of Yams, the libyaml that it brings.
    .target(
      name: "Loading", dependencies: ["Budget", "CCmark", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(name: "Checking", dependencies: ["Budget"], swiftSettings: settings),
    .target(name: "Workbook", swiftSettings: settings),
    .target(
      name: "Rendering",
      dependencies: ["Budget", "Workbook", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: settings),
    .target(name: "Searching", dependencies: ["Budget"], swiftSettings: settings),
    .target(
      name: "Starter", resources: [.embedInCode("Templates"), .embedInCode("Forms")],
      swiftSettings: settings),
    .target(name: "Publishing", swiftSettings: settings),
    .target(
      name: "Previewing",
      dependencies: [
        "Budget", "Loading", "Checking", "Rendering", "Searching",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Page/preview.css"), .embedInCode("Page/preview.js")],
      swiftSettings: settings),
    .target(name: "Importing", dependencies: ["Budget"], swiftSettings: settings),
    .target(name: "Comparing", dependencies: ["Budget"], swiftSettings: settings),
    .executableTarget(
      name: "sitegen",
      dependencies: [
        "Budget", "Loading", "Checking", "Rendering", "Searching", "Publishing", "Importing",
        "Previewing", "Comparing", "Starter", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(name: "BudgetTests", dependencies: ["Budget"], swiftSettings: settings),
    .testTarget(
      name: "LoadingTests", dependencies: ["Loading"],
      exclude: ["invalid", "Fixtures"], swiftSettings: settings),
    .testTarget(name: "CheckingTests", dependencies: ["Checking"], swiftSettings: settings),
    .testTarget(name: "RenderingTests", dependencies: ["Rendering"], swiftSettings: settings),
    .target(
      name: "SearchSamples", dependencies: ["Budget"], path: "Tests/SearchSamples",
      swiftSettings: settings),
    .executableTarget(
      name: "search-samples",
      dependencies: ["Budget", "Searching", "SearchSamples"],
      path: "Tests/SearchSampleSite", swiftSettings: settings),
    .testTarget(
      name: "SearchingTests", dependencies: ["Searching", "SearchSamples"],
      swiftSettings: settings),
    .testTarget(name: "WorkbookTests", dependencies: ["Workbook"], swiftSettings: settings),
    .testTarget(
      name: "MutationTests", dependencies: ["Budget", "Checking", "Loading"],
      swiftSettings: settings),
    .testTarget(
      name: "PreviewingTests", dependencies: ["Budget", "Loading", "Previewing", "Rendering"],
      swiftSettings: settings),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing"], swiftSettings: settings),
    .testTarget(
      name: "ImportingTests", dependencies: ["Importing", "Loading"],
      exclude: ["Fixtures", "make-fixtures.py", "make-layouts.py"], swiftSettings: settings),
    .testTarget(
      name: "ComparingTests", dependencies: ["Budget", "Comparing"], swiftSettings: settings),
    .target(
      name: "FuzzTargets", dependencies: ["Budget", "Checking", "Loading", "Rendering"],
      path: "Tests/FuzzTargets", swiftSettings: settings),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"], swiftSettings: settings),
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["Budget", "Checking", "Loading", "Previewing", "Publishing", "Rendering"],
      swiftSettings: settings),
  ]
)
