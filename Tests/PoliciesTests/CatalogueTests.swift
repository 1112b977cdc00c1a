import FactStore
import Foundation
import PolicyEngine
import Testing

@testable import Importers

/// The published catalogue of access packages, read by a mapping: the packages that each role holds.
struct CatalogueTests {
  private static let folder =
    (ProcessInfo.processInfo.environment["TILSYN_SHARED"] ?? "../shared") + "/data/altinn-catalogue"
  private static let files = ["accesspackages.json", "roles.json"]

  private static var isThere: Bool { files.allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") } }

  private static let mapping = """
    mapping:
      files:
        - path: accesspackages.json
          format: json
          records: /packages
          total: /count
          grade: counted
          facts:
            - relation: altinn.package
              columns: { package: code, delegable: isDelegable, attachable: isAvailableForServiceOwners }
              empty: { name: unknown, delegable: unknown, attachable: unknown }
            - relation: altinn.role_package
              each: /roles
              columns:
                { role: code, package: ../code, form: orgForm, access: hasAccess, delegate: canDelegate, assign: canAssign }
              empty: { form: { const: "*" }, access: reject, delegate: reject, assign: reject }
        - path: roles.json
          format: json
          records: /roles
          total: /count
          grade: counted
          facts:
            - relation: altinn.role
              columns: { role: code, family: { const: ccr }, key_role: isKeyRole }
              empty: { key_role: reject }
        - path: holders.jsonl
          format: jsonl
          facts: [{ relation: altinn.assignment }]
        - path: forms.jsonl
          format: jsonl
          facts: [{ relation: altinn.party_form }]

    """

  /// Role, form and how many packages somebody with the role may use for a party of the form.
  private static let expected: [(role: String, packages: Int)] = [
    ("daglig-leder", 133), ("styreleder", 132), ("innehaver", 131), ("deltaker-fullt-ansvar", 133),
    ("deltaker-delt-ansvar", 133), ("komplementar", 131), ("bostyrer", 126), ("bestyrende-reder", 115),
    ("privatperson", 35),
  ]
  private static let forms = ["AS", "NUF", "ESEK", "BRL"]

  @Test(.enabled(if: isThere, "no altinn-catalogue beside the checkout"))
  func rolesHoldThePackagesOfTheCatalogue() throws {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("catalogue-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    for file in Self.files {
      try FileManager.default.copyItem(
        at: URL(fileURLWithPath: "\(Self.folder)/\(file)"), to: scratch.appendingPathComponent(file))
    }
    let roles = Self.expected.map(\.role) + ["forretningsforer", "kontaktperson-nuf"]
    let holders = roles.flatMap { role in
      Self.forms.map { #"{"from":"\#($0)","to":"holder \#(role)","role":"\#(role)"}"# }
    }
    let forms = Self.forms.map { #"{"party":"\#($0)","form":"\#($0)"}"# }
    for (name, lines) in [("holders", holders), ("forms", forms)] {
      try Data(lines.joined(separator: "\n").utf8).write(to: scratch.appendingPathComponent("\(name).jsonl"))
    }
    let loaded = try Loader(
      configuration: try Configuration.read(Array(Self.mapping.utf8), path: "tilsyn.yaml"), contexts: [],
      asOf: CalendarDate("2026-11-20")!, jobs: 2
    ).load([scratch.path])
    #expect(loaded.files.allSatisfy { $0.rejected == 0 })
    #expect(loaded.store["altinn.role_package"]?.facts.count == 1285)

    let (program, _) = Parser.parse(ModelWorld.model)
    let checked = try #require(Checker.check(program, schemas: SchemaSet(Importers.schemas)).checked)
    let engine = Engine(checked, store: loaded.store, today: CalendarDate("2026-11-20")!)
    var counts: [String: Int] = [:]
    for row in engine.certain("altinn.may_use") {
      guard case .text(let holder) = row[0], case .text(let party) = row[1], row[3] == .text("role") else { continue }
      counts["\(holder) \(party)", default: 0] += 1
    }
    for (role, packages) in Self.expected { #expect(counts["holder \(role) AS"] == packages, "\(role)") }
    #expect(Self.forms.compactMap { counts["holder forretningsforer \($0)"] }.reduce(0, +) == 12)
    #expect(counts["holder kontaktperson-nuf NUF"] == 13)
  }
}
