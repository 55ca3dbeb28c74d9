// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "sitegen",
  products: [
    .executable(name: "sitegen", targets: ["sitegen"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .target(name: "Budget", swiftSettings: settings),
    .target(
      name: "Loading", dependencies: ["Budget", "CCmark", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(name: "Checking", dependencies: ["Budget"], swiftSettings: settings),
    .target(name: "Workbook", swiftSettings: settings),
    .target(
      name: "Rendering",
      dependencies: ["Budget", "Workbook", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: settings),
    .target(name: "Publishing", swiftSettings: settings),
    .target(name: "Importing", dependencies: ["Budget"], swiftSettings: settings),
    .executableTarget(
      name: "sitegen",
      dependencies: [
        "Budget", "CCrypto", "Loading", "Checking", "Rendering", "Publishing", "Importing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(name: "BudgetTests", dependencies: ["Budget"], swiftSettings: settings),
    .testTarget(
      name: "LoadingTests", dependencies: ["Loading"],
      exclude: ["invalid", "Fixtures"], swiftSettings: settings),
    .testTarget(name: "CheckingTests", dependencies: ["Checking"], swiftSettings: settings),
    .testTarget(name: "RenderingTests", dependencies: ["Rendering"], swiftSettings: settings),
    .testTarget(name: "WorkbookTests", dependencies: ["Workbook"], swiftSettings: settings),
    .testTarget(
      name: "MutationTests", dependencies: ["Budget", "Checking", "Loading"],
      swiftSettings: settings),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing"], swiftSettings: settings),
    .testTarget(
      name: "ImportingTests", dependencies: ["Importing", "Loading"],
      exclude: ["Fixtures", "make-fixtures.py"], swiftSettings: settings),
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["Budget", "Checking", "Loading", "Publishing", "Rendering"],
      swiftSettings: settings),
  ]
)
