import FactStore

@testable import ImportCore

/// A system that the product does not know, as the first file of whoever adds one: four documents of JSON and a table.
enum Library {
  /// All that a registry needs of it.
  static let system = SourceSystem([members, loans, branches, memberRights, keys], schemas: schemas)

  // MARK: Documents

  /// A page of the members of one library.
  static let members = Kind(
    "library.members", noun: "member", signs: [.keys(["uuid", "email", "blocked"])],
    fills: ["library.member", "library.blocked"]
  ) { record in
    let member = record.uuid("uuid")
    record.facts.identity = member.text
    let email = record.email("email")
    let name = record.textIfAny("name")
    let blocked = record.flag("blocked")
    record.add("library.member", ["member": member, "email": email, "name": name])
    record.add("library.blocked", ["member": member, "blocked": blocked])
  }
  .with { kind in
    kind.list.paging = .most(3)
    kind.list.mayBeEmpty = false
    kind.states = ["library.member_list"]
    kind.facets = [Facet("library.member", key: "member", columns: ["name"], noun: "member")]
    kind.limits = ["who of them works here"]
    kind.whole.write = { document, survey, writer, _ in
      guard !document.isSingle, !survey.isEmpty(document.key) else { return }
      writer.add("library.member_list", ["library": of(document.context)], at: Place(line: 1))
    }
  }

  /// What is lent, in an object that says how much there is.
  static let loans = Kind(
    "library.loans", noun: "loan", signs: [.keys(["member", "book", "due"])], fills: ["library.loan"]
  ) { record in
    let member = record.uuid("member")
    let book = record.text("book")
    let due = record.day("due")
    record.facts.identity = book.text
    // Of a member whom nobody lists, only a list of members decides whether it is one.
    record.facts.conclude { survey, writer in
      if !survey.hasList("library.members", organisation: nil), let id = member.text {
        writer.addHole("library.member", ["member": .text(id)], reason: .hidden, text: "no list of members was loaded")
      }
    }
    record.add("library.loan", ["member": member, "book": book, "due": due])
  }
  .with { kind in
    kind.form = .json(lists: ["value"])
    kind.grade = .counted
  }

  /// The libraries of all towns.
  static let branches = Kind(
    "library.branches", noun: "branch", signs: [.keys(["branch", "town"], exact: true)], fills: ["library.branch"]
  ) { record in
    let branch = record.text("branch")
    let town = record.text("town")
    record.facts.identity = branch.text
    record.add("library.branch", ["branch": branch, "town": town])
  }
  .with { kind in
    kind.organisation = .everybody
    kind.grade = .closed
  }

  /// What one member may do, who is not named.
  static let memberRights = Kind(
    "library.member-rights", noun: "answer", signs: [.keys(["mayLend", "mayEnter"])], fills: ["library.right"]
  ) { record in
    let user = record.context.user.map { FactWriter.Cell.text($0) } ?? .unknown("who asked is not known", .context)
    for (key, right) in [("mayLend", "lend"), ("mayEnter", "enter")] {
      let granted = record.flag(key)
      record.add("library.right", ["member": user, "right": .text(right), "granted": granted])
    }
  }
  .with { kind in
    kind.extent = .answer
    kind.list.mayBeEmpty = false
    kind.known = { $0.user.map { ["member": .text($0)] } ?? [:] }
    kind.lacks = { $0.user == nil ? ["the answer does not say who asked; name the user"] : [] }
  }

  /// Who holds a key to the building, as the caretaker's spreadsheet has it.
  static let keys = Kind(
    "library.keys", noun: "key", signs: [.titles(["badge", "holder", "access"])], fills: ["library.key"]
  ) { record in
    let badge = record.text("Badge")
    let holder = record.email("Holder")
    let access = record.word("Access", in: ["all hours": "always", "opening hours": "open"])
    record.facts.identity = badge.text
    record.add("library.key", ["badge": badge, "email": holder, "access": access])
  }
  .with { $0.form = .table(required: ["Badge", "Holder", "Access"]) }

  private static func of(_ context: SourceContext) -> FactWriter.Cell {
    context.organisation.map { .text($0) } ?? .unknown("which library it is of is not known", .context)
  }

  // MARK: Relations

  private static let member = ColumnSchema("member", .normal(.uuid), doc: "uuid of the member")
  private static let email = ColumnSchema("email", .normal(.email))

  static let schemas = [
    RelationSchema(
      "library.member_list", doc: "A library whose list of members was loaded.",
      columns: [ColumnSchema("library", .normal(.uuid))]),
    RelationSchema(
      "library.member", doc: "A member.", columns: [member, email, ColumnSchema("name", .text, optional: true)],
      key: ["member"]),
    RelationSchema(
      "library.blocked", doc: "Whether a member may not lend.", columns: [member, ColumnSchema("blocked", .bool)]),
    RelationSchema(
      "library.loan", doc: "What a member has lent.",
      columns: [member, ColumnSchema("book", .text), ColumnSchema("due", .date)]),
    RelationSchema(
      "library.branch", doc: "A library.", columns: [ColumnSchema("branch", .text), ColumnSchema("town", .text)]),
    RelationSchema(
      "library.right", doc: "What the library answered a member.",
      columns: [member, ColumnSchema("right", .text), ColumnSchema("granted", .bool)]),
    RelationSchema(
      "library.key", doc: "Who holds a key.",
      columns: [ColumnSchema("badge", .text), email, ColumnSchema("access", .text)]),
  ]
}

extension Registry {
  static let library = Registry([Library.system])
}
