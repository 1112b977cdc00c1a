import FactStore
import Testing

/// Who may create, modify and delete what in Kitos: every combination of right, kind of object and action.
///
/// The table is written from the description of how Kitos decides, apart from the rules. `c`, `m` and `d` are what the
/// right allows on an object of the kind in the organisation where the user holds it.
@Suite struct DecisionTableTests {
  static let kinds = ["usage", "contract", "data-processing", "system", "interface", "unit", "user"]

  /// A right, and what it allows on each kind, in the order of `kinds`.
  static let table: [(right: String, allows: [String])] = [
    ("nothing", ["", "", "", "", "", "", ""]),
    ("API access", ["", "", "", "", "", "", ""]),
    ("stakeholder access", ["", "", "", "", "", "", ""]),
    ("User", ["", "", "", "", "", "", ""]),
    ("LocalAdmin", ["cmd", "cmd", "cmd", "md", "cmd", "cmd", "cm"]),
    ("OrganizationModuleAdmin", ["", "", "", "", "", "m", "m"]),
    ("SystemModuleAdmin", ["cmd", "", "cmd", "m", "cm", "", ""]),
    ("ContractModuleAdmin", ["", "cmd", "cmd", "", "", "", ""]),
    ("RightsHolderAccess", ["", "", "", "cm", "m", "", ""]),
    ("RightsHolderAccess elsewhere", ["", "", "", "", "", "", ""]),
    ("GlobalAdmin", ["cmd", "cmd", "cmd", "cmd", "cmd", "cmd", "cmd"]),
    ("writing role", ["md", "md", "md", "", "", "m", ""]),
    ("reading role", ["", "", "", "", "", "", ""]),
    ("writing role without a right in the organisation", ["", "", "", "", "", "", ""]),
    ("writing role on another object", ["", "", "", "", "", "", ""]),
    ("writing role on the unit above", ["", "", "", "", "", "m", ""]),
    ("writing role on the unit below", ["", "", "", "", "", "", ""]),
    ("withdrawn writing role", ["md", "md", "md", "", "", "m", ""]),
    ("LocalAdmin of another organisation", ["", "", "", "", "", "", ""]),
    ("LocalAdmin and writing role", ["cmd", "cmd", "cmd", "md", "cmd", "cmd", "cm"]),
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    var right: String
    var kind: String
    var allowed: String
    var testDescription: String { "\(right) on \(kind)" }
  }

  static let cases = table.flatMap { row in
    zip(kinds, row.allows).map { Case(right: row.right, kind: $0, allowed: $1) }
  }

  @Test func theTableIsWhole() {
    #expect(Self.table.allSatisfy { $0.allows.count == Self.kinds.count })
    #expect(Set(Self.table.map(\.right)).count == Self.table.count)
  }

  @Test(arguments: cases)
  func givesTheAnswerOfKitos(_ item: Case) throws {
    let world = Self.world(item.right, item.kind)
    let answer = try Self.answer(world, item.kind)
    #expect(answer.certain == item.allowed)
    #expect(answer.possible == item.allowed)
    // The same rights do nothing in another organisation, but for a global administrator.
    let elsewhere = try Self.answer(world, item.kind, organisation: "o2", object: "x2").possible
    #expect(
      elsewhere
        == (item.right == "GlobalAdmin"
          ? "cmd" : item.right.hasPrefix("LocalAdmin of") ? Self.localAdmin[item.kind]! : ""))
  }

  private static let localAdmin = Dictionary(uniqueKeysWithValues: zip(kinds, table[4].allows))

  /// Where the role types were not loaded, a business role may write: that is possible, and not certain.
  @Test(arguments: ["usage", "contract", "data-processing", "unit"], ["writing role", "reading role"])
  func whatIsNotKnownIsPossible(_ kind: String, _ right: String) throws {
    let relation = "kitos.\(kind.replacing("-", with: "_"))_role_type"
    let world = Self.world(right, kind, absent: [relation])
    #expect(try Self.answer(world, kind).certain == "")
    #expect(try Self.answer(world, kind).possible == (kind == "unit" ? "m" : "md"))
  }

  /// Each path that leads to a change shows in its proof, down to the fact that gives the right.
  @Test(arguments: cases.filter { $0.allowed.contains("m") })
  func eachPathShowsInItsProof(_ item: Case) throws {
    let rule =
      item.kind == "user"
      ? #"kitos.may_in_organisation(user, organisation: "o1", kind: "user", action: "modify", via: via)"#
      : #"kitos.may_with_object(user, object: "x1", action: "modify", via: via)"#
    let everywhere = "kitos.may_everywhere(user, via: via)"
    let policy = """
      policy test.may {
        title "t"
        severity low
        for user in kitos.listed_user(user)
        fail "{via}" per user if \(item.right == "GlobalAdmin" ? everywhere : rule)
      }
      """
    let proofs = try Self.world(item.right, item.kind).proofs(policy)
    #expect(proofs.count == 1)
    let fact: String
    switch item.right {
    case "GlobalAdmin": fact = #"kitos.global_administrator(user: "u1""#
    case let role where role.contains("writing role") && !role.contains("LocalAdmin"):
      fact = "kitos.\(item.kind.replacing("-", with: "_"))_role("
    case "LocalAdmin and writing role": fact = item.kind == "user" ? "LocalAdmin" : "_role("
    case let role: fact = "role: \"\(role)\""
    }
    #expect(proofs.first?.contains { $0.contains(fact) } == true, "\(proofs)")
  }

  /// Who may hand out which role: `handed` by holders of the role in the organisation.
  @Test(arguments: [
    ("LocalAdmin", ["User", "LocalAdmin", "OrganizationModuleAdmin", "SystemModuleAdmin", "ContractModuleAdmin"]),
    ("OrganizationModuleAdmin", ["User", "OrganizationModuleAdmin"]), ("SystemModuleAdmin", ["SystemModuleAdmin"]),
    ("ContractModuleAdmin", ["ContractModuleAdmin"]), ("User", []), ("RightsHolderAccess", []),
  ])
  func handsOutRoles(_ role: String, _ handed: [String]) throws {
    var world = ModelWorld()
    world.add("kitos.organisation_role", ["user": "u1", "organisation": "o1", "role": role])
    let rows = try world.rows("kitos.may_hand_out").certain
    #expect(Set(rows.map { $0[2] }) == Set(handed.map { Value.text($0) }))
    #expect(rows.allSatisfy { $0[1] == .text("o1") })
  }

  // MARK: Worlds

  /// One object of the kind in each of two organisations, and a user with the right in the first.
  private static func world(_ right: String, _ kind: String, absent: Set<String> = []) -> ModelWorld {
    var world = ModelWorld(absent: absent)
    let relation = "kitos.\(kind.replacing("-", with: "_"))"
    world.add("kitos.listed_user", ["user": "u1", "email": "u1@kommune.example"])
    if kind == "system" || kind == "interface" {
      for (object, organisation, holder) in [("x1", "o1", "o1"), ("x2", "o2", "o3"), ("x3", "o1", "o3")] {
        world.add(relation, ["object": object, "organisation": organisation, "rights_holder": holder])
      }
    } else if kind != "user" {
      for (object, organisation) in [("x1", "o1"), ("x2", "o2"), ("x3", "o1")] {
        var row = ["object": object, "organisation": organisation]
        if kind == "unit", object == "x1" { row["parent"] = "between" }
        world.add(relation, row)
      }
    }
    if kind == "unit" {
      world.add("kitos.unit", ["object": "above", "organisation": "o1"])
      world.add("kitos.unit", ["object": "between", "organisation": "o1", "parent": "above"])
      world.add("kitos.unit", ["object": "below", "organisation": "o1", "parent": "x1"])
    }
    give(right, kind, &world)
    return world
  }

  private static func give(_ right: String, _ kind: String, _ world: inout ModelWorld) {
    func member(_ organisation: String = "o1") {
      world.add("kitos.member", ["user": "u1", "organisation": organisation])
    }
    switch right {
    case "nothing": break
    case "API access":
      world.add(
        "kitos.api_access", ["user": .text("u1"), "email": .text("u1@kommune.example"), "granted": .bool(true)])
    case "stakeholder access":
      world.add("kitos.stakeholder_access", ["user": .text("u1"), "granted": .bool(true)])
    case "GlobalAdmin": world.add("kitos.global_administrator", ["user": "u1"])
    case "RightsHolderAccess elsewhere":
      world.add("kitos.organisation_role", ["user": "u1", "organisation": "o9", "role": "RightsHolderAccess"])
    case "LocalAdmin of another organisation":
      world.add("kitos.organisation_role", ["user": "u1", "organisation": "o2", "role": "LocalAdmin"])
    case "LocalAdmin and writing role":
      give("LocalAdmin", kind, &world)
      give("writing role", kind, &world)
    case "writing role", "reading role", "withdrawn writing role":
      member()
      role(on: "x1", kind, writes: right != "reading role", available: right != "withdrawn writing role", &world)
    case "writing role without a right in the organisation":
      member("o2")
      role(on: "x1", kind, &world)
    case "writing role on another object":
      member()
      role(on: "x3", kind, &world)
    case "writing role on the unit above":
      member()
      if kind == "unit" { role(on: "above", kind, &world) }
    case "writing role on the unit below":
      member()
      if kind == "unit" { role(on: "below", kind, &world) }
    default: world.add("kitos.organisation_role", ["user": "u1", "organisation": "o1", "role": right])
    }
  }

  /// A business role; kinds that have none get none.
  private static func role(
    on object: String, _ kind: String, writes: Bool = true, available: Bool = true, _ world: inout ModelWorld
  ) {
    guard ["usage", "contract", "data-processing", "unit"].contains(kind) else { return }
    let relation = "kitos.\(kind.replacing("-", with: "_"))_role"
    world.add(relation, ["object": object, "user": "u1", "role": "r1"])
    world.add(
      relation + "_type",
      ["role": .text("r1"), "name": .text("Rolle"), "write": .bool(writes), "available": .bool(available)])
  }

  // MARK: Answers

  /// What the user may do with the object, as letters, for certain and possibly.
  private static func answer(
    _ world: ModelWorld, _ kind: String, organisation: String = "o1", object: String = "x1"
  ) throws -> (certain: String, possible: String) {
    let inside = try world.rows("kitos.may_in_organisation")
    let with = try world.rows("kitos.may_with_object")
    let everywhere = try world.rows("kitos.may_everywhere")
    func letters(_ inside: [[Value?]], _ with: [[Value?]], _ everywhere: [[Value?]]) -> String {
      func fits(_ value: Value?, _ text: String) -> Bool { value == nil || value == .text(text) }
      return ["create", "modify", "delete"].filter { action in
        if everywhere.contains(where: { fits($0[0], "u1") }) { return true }
        if kind == "user" || action == "create" {
          return inside.contains {
            fits($0[0], "u1") && fits($0[1], organisation) && fits($0[2], kind) && fits($0[3], action)
          }
        }
        return with.contains { fits($0[0], "u1") && fits($0[1], object) && fits($0[2], action) }
      }.map { String($0.first!) }.joined()
    }
    return (
      letters(inside.certain, with.certain, everywhere.certain),
      letters(inside.possible, with.possible, everywhere.possible)
    )
  }
}
