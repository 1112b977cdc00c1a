import FactStore
import Foundation
import Importers
import PolicyEngine
import Testing

@testable import ImportCore

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
    let folder = try LoadedFolder()
    for file in Self.files {
      try FileManager.default.copyItem(atPath: "\(Self.folder)/\(file)", toPath: "\(folder.path)/\(file)")
    }
    let roles = Self.expected.map(\.role) + ["forretningsforer", "kontaktperson-nuf"]
    try folder.writeHolders(roles.flatMap { role in Self.forms.map { (role, $0) } }, forms: Self.forms)
    let loaded = try Loader(
      configuration: try Configuration.read(Array(Self.mapping.utf8), path: "tilsyn.yaml", .all), contexts: [],
      asOf: CalendarDate("2026-11-20")!, jobs: 2
    ).load([folder.path])
    #expect(loaded.files.allSatisfy { $0.rejected == 0 })
    #expect(loaded.store["altinn.role_package"]?.facts.count == 1285)

    try expectCounts(of: loaded)
  }

  private func expectCounts(of loaded: LoadedSources) throws {
    let (program, _) = Parser.parse(ModelWorld.model)
    let checked = try #require(Checker.check(program, schemas: SchemaSet(Registry.all.schemas)).checked)
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

  // MARK: The interface's own shapes

  /// The same catalogue as the metadata interface gives it: groups of areas of packages, all roles, and an answer for each
  /// role and form, which repeats neither.
  @Test(.enabled(if: isThere, "no altinn-catalogue beside the checkout"))
  func theImporterReadsWhatTheInterfaceGives() throws {
    func read(_ name: String, _ key: String) throws -> [[String: Any]] {
      let data = try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(name)"))
      return try #require((try JSONSerialization.jsonObject(with: data) as? [String: Any])?[key] as? [[String: Any]])
    }
    let packages = try read("accesspackages.json", "packages")
    let shown = packages.map { package -> [String: Any] in
      var dto = package.filter { ["id", "name", "urn", "description", "isDelegable", "isAssignable"].contains($0.key) }
      dto["isResourcePolicyAvailable"] = package["isAvailableForServiceOwners"]
      return dto
    }
    var groups: [String: [String: [[String: Any]]]] = [:]
    for (package, dto) in zip(packages, shown) {
      groups[package["areaGroup"] as! String, default: [:]][package["area"] as! String, default: []].append(dto)
    }
    let export = groups.map { group, areas in
      [
        "name": group, "urn": NSNull(),
        "areas": areas.map { ["name": $0.key, "packages": $0.value, "group": NSNull()] },
      ]
        as [String: Any]
    }
    let folder = try LoadedFolder()
    try folder.write("export.json", export)
    try folder.write("roles.json", try read("roles.json", "roles"))
    let asked =
      (Self.expected.map(\.role)).map { ($0, "AS") }
      + Self.forms.map { ("forretningsforer", $0) } + [("kontaktperson-nuf", "NUF")]
    var yaml = "sources:\n"
    for (role, form) in asked {
      let carried = zip(packages, shown).filter { package, _ in
        (package["roles"] as! [[String: Any]]).contains {
          $0["code"] as? String == role && $0["hasAccess"] as? Bool == true
            && ($0["orgForm"] as? String ?? form) == form
        }
      }
      try folder.write("\(role)-\(form).json", carried.map(\.1))
      yaml +=
        "  - { path: \"\(role)-\(form).json\", kind: altinn.role-packages, "
        + "query: \"meta/info/roles/packages?role=\(role)&variant=\(form)\" }\n"
    }
    yaml += """
      mapping:
        files:
          - { path: holders.jsonl, format: jsonl, facts: [{ relation: altinn.assignment }] }
          - { path: forms.jsonl, format: jsonl, facts: [{ relation: altinn.party_form }] }

      """
    try folder.writeHolders(asked.map { ($0, $1) }, forms: Self.forms)
    let loaded = try Loader(
      configuration: try Configuration.read(Array(yaml.utf8), path: "tilsyn.yaml", .all), contexts: [],
      asOf: CalendarDate("2026-11-20")!, jobs: 2
    ).load([folder.path])
    #expect(loaded.files.allSatisfy { $0.rejected == 0 && $0.problems.isEmpty })
    #expect(loaded.store["altinn.package"]?.facts.count == 223)
    #expect(loaded.store["altinn.package?delegable"]?.facts.count == 223)
    #expect(loaded.store["altinn.role"]?.facts.count == 148)
    // An empty answer is one: the role carries nothing for that form.
    let listed = try #require(loaded.store["altinn.role_listed"]).facts
    #expect(Set((0..<listed.count).map { listed.row($0) }).count == asked.count)
    try expectCounts(of: loaded)
  }
}

/// A folder of documents that is gone after the test.
private final class LoadedFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("catalogue-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ value: Any) throws {
    try JSONSerialization.data(withJSONObject: value).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// Somebody with each role for a party of each form, and the forms.
  func writeHolders(_ roles: [(role: String, form: String)], forms: [String]) throws {
    let holders = roles.map { #"{"from":"\#($0.form)","to":"holder \#($0.role)","role":"\#($0.role)"}"# }
    let named = forms.map { #"{"party":"\#($0)","form":"\#($0)"}"# }
    for (name, lines) in [("holders", holders), ("forms", named)] {
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: "\(path)/\(name).jsonl"))
    }
  }
}
