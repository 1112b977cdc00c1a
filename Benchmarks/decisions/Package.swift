// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "decisions",
  dependencies: [.package(name: "tilsyn", path: "../..")],
  targets: [.executableTarget(name: "decisions", dependencies: [.product(name: "XACML", package: "tilsyn")])],
  swiftLanguageModes: [.v6]
)
