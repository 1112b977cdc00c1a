import FactStore

/// The source relations that policies about Kitos, mailboxes and employees read, as importers declare them.
enum Vocabulary {
  static let user = ValueType.entity("kitos.user")
  static let organisation = ValueType.entity("kitos.organisation")
  static let object = ValueType.entity("kitos.object")
  static let role = ValueType.entity("kitos.role")
  static let mailbox = ValueType.entity("mailbox")
  static let person = ValueType.entity("person")
  static let employment = ValueType.entity("hr.employment")
  static let email = ValueType.normal(.email)

  static let schemas = SchemaSet(kitosUsers + kitosObjects + mailboxes + employees)

  private static let roleNames = [
    "User", "LocalAdmin", "OrganizationModuleAdmin", "SystemModuleAdmin", "ContractModuleAdmin", "GlobalAdmin",
    "RightsHolderAccess",
  ]

  private static let kitosUsers = [
    relation("kitos.user_list", [ColumnSchema("organisation", organisation)]),
    relation(
      "kitos.listed_user",
      [
        ColumnSchema("user", user), ColumnSchema("email", email), ColumnSchema("name", .text),
        ColumnSchema("api_access", .bool),
      ], key: ["user"]),
    relation("kitos.member", [ColumnSchema("user", user), ColumnSchema("organisation", organisation)]),
    relation(
      "kitos.organisation_role",
      [
        ColumnSchema("user", user), ColumnSchema("organisation", organisation),
        ColumnSchema("role", .text, values: roleNames),
      ]),
  ]

  private static let kitosObjects =
    ["usage", "contract", "data_processing"].flatMap { kind in
      [
        relation(
          "kitos.\(kind)",
          [
            ColumnSchema("object", object), ColumnSchema("name", .text, optional: true),
            ColumnSchema("organisation", organisation, optional: true),
            ColumnSchema("created_by", user, optional: true), ColumnSchema("modified_by", user, optional: true),
          ], key: ["object"]),
        RelationSchema(
          "kitos.\(kind)_role", doc: "",
          columns: [ColumnSchema("object", object), ColumnSchema("user", user), ColumnSchema("role", role)],
          references: [
            .init("user", "kitos.listed_user", "user"), .init("role", "kitos.\(kind)_role_type", "role"),
          ]),
        roleType("kitos.\(kind)_role_type"),
      ]
    } + [roleType("kitos.unit_role_type")]

  private static let mailboxes = [
    relation(
      "mailbox.entry",
      [
        ColumnSchema("mailbox", mailbox), ColumnSchema("email", email), ColumnSchema("type", .text, optional: true),
        ColumnSchema("authenticated_senders_only", .bool, optional: true),
      ], key: ["mailbox"]),
    relation("mailbox.alias", [ColumnSchema("mailbox", mailbox), ColumnSchema("email", email)]),
    relation("mailbox.accepts_only_from", [ColumnSchema("mailbox", mailbox), ColumnSchema("sender", .text)]),
  ]

  private static let employees = [
    relation(
      "employees.person", [ColumnSchema("person", person), ColumnSchema("name", .text, optional: true)],
      key: ["person"]),
    relation("employees.email", [ColumnSchema("person", person), ColumnSchema("email", email)]),
    relation(
      "employees.employment",
      [
        ColumnSchema("employment", employment), ColumnSchema("person", person),
        ColumnSchema("unit", .text, optional: true), ColumnSchema("start", .date, optional: true),
        ColumnSchema("end", .date, optional: true),
      ], key: ["employment"]),
  ]

  private static func relation(_ name: String, _ columns: [ColumnSchema], key: [String] = []) -> RelationSchema {
    RelationSchema(name, doc: "", columns: columns, key: key)
  }

  private static func roleType(_ name: String) -> RelationSchema {
    relation(
      name,
      [
        ColumnSchema("role", role), ColumnSchema("name", .text), ColumnSchema("write", .bool),
        ColumnSchema("available", .bool, optional: true),
      ], key: ["role"])
  }
}
