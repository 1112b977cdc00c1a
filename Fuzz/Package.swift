// swift-tools-version: 6.1
import PackageDescription

// A package of its own: its programs are only built with the sanitizers that give them a main function.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "tilsyn", path: "..")],
  targets: ["FuzzParsing", "FuzzDeciding", "FuzzPaths"].map { name in
    .executableTarget(
      name: name, dependencies: [.product(name: "XACML", package: "tilsyn")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  },
  swiftLanguageModes: [.v6]
)
