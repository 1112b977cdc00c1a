import FactStore
import Testing

/// What one document adds takes nothing from the others: facts stay facts, and a hole says no more than its record.
@Suite struct StabilityTests {
  private static let org = KitosDocuments.organisation
  private static let base = [
    "t.json": KitosTables.document([KitosTables.user(1), KitosTables.user(2)], envelope: #""@odata.count":2,"#),
    "users.json": KitosDocuments.users(1..<3), "usages.json": KitosDocuments.usages(1..<3),
  ]
  private static let contexts = [
    "t.json=kitos.odata.users,organisation=\(org)", "users.json=kitos.api-v2.users,organisation=\(org)",
    "usages.json=kitos.api-v2.usages,organisation=\(org)",
  ]

  /// Documents that are partial, broken, empty or of somebody else; and relations that they leave without a hole for what
  /// the base says of its own users.
  static let added: [(name: String, text: String, context: String)] = [
    ("p.json", KitosTables.document([KitosTables.user(3)], envelope: #""@odata.count":880,"#), "kitos.odata.users"),
    ("p.json", KitosTables.document(["17"]), "kitos.odata.users"),
    ("p.json", KitosTables.document([KitosTables.user(3).replacing("Uuid", with: "Guid")]), "kitos.odata.users"),
    ("p.json", #"{"@odata.context":"$metadata#Users","value":[{"Id":1,"#, "kitos.odata.users"),
    ("p.json", "[17]", "kitos.api-v2.users"), ("p.json", "[{}]", "kitos.api-v2.users"),
    ("p.json", "[", "kitos.api-v2.users"),
    ("p.json", "[]", "kitos.api-v2.users"), ("p.json", "[]", "kitos.internal.global-admins"),
    ("p.csv", "Navn;Email;API bruger;Lokal Admin\r\nA;ikke;Ja;Nej\r\n", "kitos.ui.users"),
    ("p.csv", "Navn;Email;API bruger;Lokal Admin\r\nJa;c@d.example;Ja;\r\n", "kitos.ui.users"),
    ("p.csv", "Id;Fornavn (påkrævet);Email (påkrævet)\r\n1;A;ikke\r\n", "kitos.ui.roster"),
    ("p.json", "[17]", "kitos.internal.cross-organisation-users"), ("p.json", "[17]", "kitos.internal.local-admins"),
  ]

  @Test(arguments: added.indices) func factsStay(_ index: Int) throws {
    let row = Self.added[index]
    let before = Coverage(try LoadingFolder.load(Self.base, as: Self.contexts))
    let loaded = try LoadingFolder.load(
      Self.base.merging([row.name: row.text]) { $1 },
      as: Self.contexts + ["\(row.name)=\(row.context),organisation=\(KitosDocuments.other)"])
    let after = Coverage(loaded)
    for (relation, facts) in before.facts { #expect(after.facts[relation]!.isSuperset(of: facts), "\(relation)") }
    // Of the organisation whose users were read, a document of another one leaves nothing open.
    for relation in ["kitos.member", "kitos.user_list"] {
      #expect(!after.holes[relation]!.contains { $0.last! == Self.org || $0.last! == nil }, "\(relation)")
    }
    if !row.context.hasPrefix("kitos.internal") && row.context != "kitos.ui.roster" {
      #expect(!after.holes["kitos.organisation_role"]!.contains { $0[1] == Self.org || $0[1] == nil })
    }
  }

  /// A record that cannot be read leaves open what its document is about, and no more.
  @Test(arguments: [
    ("kitos.internal.local-admins", "", "kitos.organisation_role", "* | * | LocalAdmin (unusable)"),
    ("kitos.internal.rights-holders", "", "kitos.organisation_role", "* | * | RightsHolderAccess (unusable)"),
    ("kitos.internal.usage-roles", ",object=OBJ", "kitos.usage_role", "OBJ | * | * (unusable)"),
    ("kitos.api-v2.permissions", ",object=OBJ,user=USER", "kitos.permission", "USER | OBJ | * | * (unusable)"),
    (
      "kitos.api-v2.usage-create-permission", ",organisation=ORG,user=USER", "kitos.create_permission",
      "USER | ORG | usage | * (unusable)"
    ),
    ("kitos.ui.users", ",organisation=ORG", "kitos.member", "* | ORG (unusable)"),
    ("kitos.api-v2.users", ",organisation=ORG", "kitos.organisation_role", "* | ORG | * (unusable)"),
    ("kitos.odata.users", ",organisation=ORG", "kitos.member", "* | ORG (unusable)"),
  ])
  func aHoleCarriesWhatIsKnown(_ kind: String, _ context: String, _ relation: String, _ hole: String) throws {
    func filled(_ text: String) -> String {
      text.replacing("OBJ", with: KitosDocuments.object(7)).replacing("USER", with: KitosDocuments.user(7))
        .replacing("ORG", with: Self.org)
    }
    let text =
      switch kind {
      case "kitos.ui.users": "Navn;Email;API bruger;Lokal Admin\r\nA;ikke;Ja;Nej\r\n"
      case "kitos.odata.users": KitosTables.document(["17"])
      default: "[17]"
      }
    let files = ["x": text, "usages.json": Self.base["usages.json"]!]
    let loaded = try LoadingFolder.load(files, as: ["x=\(kind)\(filled(context))"])
    #expect(loaded.holes(relation).contains(filled(hole)), "\(loaded.holes(relation))")
    #expect(!loaded.holes(relation).contains { $0.hasPrefix("*") && !hole.hasPrefix("*") })
  }
}
