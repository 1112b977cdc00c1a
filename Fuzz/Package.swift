// swift-tools-version: 6.1
import PackageDescription

/// The programs, and what each feeds.
let programs: [(name: String, product: String)] = [
  ("FuzzReading", "Formats"), ("FuzzLoading", "Importers"), ("FuzzWords", "PolicyEngine"),
  ("FuzzParsing", "XACML"), ("FuzzDeciding", "XACML"), ("FuzzPaths", "XACML"),
]

// A package of its own: its programs are only built with the sanitizers that give them a main function.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "tilsyn", path: "..")],
  targets: programs.map { program in
    .executableTarget(
      name: program.name, dependencies: [.product(name: program.product, package: "tilsyn")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  } + [
    .target(name: "CPlanted"),
    .executableTarget(
      name: "FuzzPlanted", dependencies: ["CPlanted"], swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
  ],
  swiftLanguageModes: [.v6]
)
