// swift-tools-version: 6.1
import PackageDescription

// The largest tests spend their time in what they test: to optimise them takes longer than it saves.
let unoptimized: [SwiftSetting] = [.unsafeFlags(["-Onone"])]

let package = Package(
  name: "tilsyn",
  products: [
    .executable(name: "tilsyn", targets: ["AuditCLI"]),
    .library(name: "XACML", targets: ["XACML"]),
    // What the programs of Fuzz/ feed beside it.
    .library(name: "Formats", targets: ["Formats", "Budget"]),
    .library(name: "PolicyEngine", targets: ["PolicyEngine", "FactStore"]),
    .library(name: "Importers", targets: ["Importers", "ImportCore", "Formats", "FactStore"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(name: "Budget"),
    // What people read, in their languages.
    .target(name: "Localization"),
    .target(name: "FactStore", dependencies: ["Localization", "CIDN2", "CUTF8Proc"]),
    .target(name: "PolicyEngine", dependencies: ["Budget", "FactStore", "Localization", "CRE2"]),
    .target(
      name: "Audit",
      dependencies: [
        "Budget", "PolicyEngine", "FactStore", "Localization", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Formats",
      dependencies: [
        "Budget", "Localization", "CSimdjson", "CWorkbook", "CZlib", "CMarkdown", "CHTMLPage",
        .product(name: "Yams", package: "Yams"),
      ]),
    // A core that names no system, a target for each system, and the one place that knows them all.
    .target(
      name: "ImportCore",
      dependencies: [
        "Budget", "FactStore", "Formats", "Localization", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "ImportKitos", dependencies: ["ImportCore", "FactStore", "Formats", "Localization"]),
    .target(
      name: "ImportOrganisation", dependencies: ["ImportCore", "FactStore", "Formats", "Budget", "Localization"]),
    .target(
      name: "ImportEnhetsregisteret", dependencies: ["Budget", "ImportCore", "FactStore", "Formats", "Localization"]),
    .target(
      name: "ImportAltinn",
      dependencies: ["ImportCore", "ImportEnhetsregisteret", "FactStore", "Formats", "Localization"]),
    .target(
      name: "ImportAltinnPolicies", dependencies: ["ImportCore", "FactStore", "Formats", "XACML", "Localization"]),
    .target(name: "ImportDFO", dependencies: ["Budget", "ImportCore", "FactStore", "Formats", "Localization"]),
    .target(
      name: "ImportKSLaering",
      dependencies: ["Budget", "CXMLDocument", "ImportCore", "FactStore", "Formats", "Localization"]),
    .target(name: "ImportGravitee", dependencies: ["ImportCore", "FactStore", "Formats", "Localization"]),
    .target(
      name: "ImportRabbitMQ",
      dependencies: [
        "Budget", "ImportCore", "FactStore", "Formats", "Localization",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "ImportMaskinporten", dependencies: ["ImportCore", "FactStore", "Formats", "Localization"]),
    .target(
      name: "Importers",
      dependencies: [
        "ImportCore", "ImportKitos", "ImportOrganisation", "ImportEnhetsregisteret", "ImportAltinn",
        "ImportAltinnPolicies", "ImportDFO", "ImportKSLaering", "ImportGravitee", "ImportRabbitMQ",
        "ImportMaskinporten",
      ]),
    // Catalogues of controls, and which policies bear on them.
    .target(name: "Frameworks", dependencies: ["Audit", "ImportCore", "Formats"]),
    .target(
      name: "Evidence",
      dependencies: ["FactStore", "Formats", "Localization", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Waivers", dependencies: ["Audit", "ImportCore", "Formats", "FactStore"]),
    .target(
      name: "AuditReports",
      dependencies: [
        "Audit", "PolicyEngine", "FactStore", "Formats", "Budget", "Localization", "CLibXLSXWriter",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .executableTarget(
      name: "AuditCLI",
      dependencies: [
        "AuditReports", "Audit", "Evidence", "Frameworks", "Waivers", "Importers", "ImportCore", "ImportOrganisation",
        "XACML", "Formats",
        "PolicyEngine",
        "FactStore", "Budget",
        "Localization",
        "CBuild", "CShipped",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CBuild"),
    // What a release has built in.
    .target(name: "CShipped"),
    .target(name: "CXMLQuiet", dependencies: ["CLibXML2"]),
    .target(name: "CHTMLPage", dependencies: ["CXMLQuiet", "CLibXML2"]),
    .target(name: "CWorkbook", dependencies: ["CXMLQuiet", "CLibXML2", "CLibZip"]),
    .target(name: "CXMLDocument", dependencies: ["CXMLQuiet", "CLibXML2"]),
    .target(name: "XACML", dependencies: ["Budget", "CXMLDocument", "CRE2", "Formats", "Localization"]),
    .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),

    .target(
      name: "TestSupport", dependencies: ["PolicyEngine", "FactStore", "Localization"], path: "Tests/TestSupport"),
    .testTarget(name: "BudgetTests", dependencies: ["Budget"]),
    .testTarget(name: "LocalizationTests", dependencies: ["Localization"]),
    .testTarget(name: "FactStoreTests", dependencies: ["FactStore", "Localization", "TestSupport"]),
    .testTarget(name: "PolicyEngineTests", dependencies: ["PolicyEngine", "FactStore", "TestSupport"]),
    .testTarget(
      name: "AuditTests", dependencies: ["Audit", "PolicyEngine", "FactStore", "Localization", "TestSupport"]),
    .testTarget(name: "FormatsTests", dependencies: ["Budget", "Formats", "TestSupport"]),
    .testTarget(
      name: "ImportersTests",
      dependencies: [
        "Budget", "Importers", "ImportCore", "ImportKitos", "ImportOrganisation", "ImportEnhetsregisteret",
        "ImportAltinn",
        "ImportAltinnPolicies", "ImportDFO", "ImportKSLaering", "ImportGravitee", "ImportRabbitMQ",
        "ImportMaskinporten", "Formats", "FactStore", "Localization", "CMarkdown",
        "TestSupport",
      ], swiftSettings: unoptimized),
    .testTarget(
      name: "PoliciesTests",
      dependencies: [
        "Audit", "Frameworks", "Formats", "PolicyEngine", "Importers", "ImportCore", "FactStore", "TestSupport",
      ]),
    .testTarget(
      name: "EvidenceTests",
      dependencies: ["Evidence", "FactStore", "Formats", .product(name: "Crypto", package: "swift-crypto")]),
    .testTarget(name: "WaiversTests", dependencies: ["Waivers", "Audit", "ImportCore", "Formats", "FactStore"]),
    .testTarget(name: "FrameworksTests", dependencies: ["Frameworks", "Audit", "ImportCore", "Formats"]),
    .testTarget(
      name: "AuditReportsTests",
      dependencies: [
        "AuditReports", "Audit", "PolicyEngine", "FactStore", "Formats", "Localization", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Golden"]),
    .testTarget(name: "XACMLTests", dependencies: ["XACML", "Budget", "Localization", "TestSupport"]),
    .testTarget(name: "AuditCLITests", dependencies: [], swiftSettings: unoptimized),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
