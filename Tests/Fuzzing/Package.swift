// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the build of sitegen knows nothing of fuzzing.
// `scripts/fuzz.sh` builds it with `-sanitize=fuzzer` for all modules and runs it.
let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "sitegen", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz", dependencies: [.product(name: "FuzzTargets", package: "sitegen")])
  ]
)
