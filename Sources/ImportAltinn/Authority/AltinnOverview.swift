import FactStore
import ImportCore

/// The table of all rights that somebody has for an organisation, which whoever administers access downloads from Altinn's own
/// pages: roles, access packages, services and their instances, each in a table of its own.
///
/// Its rows are rights in force, whatever they come by: given, by a key role or by a client. So a row is a right of which nothing
/// says by what, and may be something that was given.
struct AltinnOverview {
  private let kind: AltinnKind
  private let columns: Columns
  private var rows = AltinnRows()

  private struct Columns {
    var giver: Int
    var name: Int?
    var id: Int
    var type: Int
    var code: Int
    var instance: Int?
  }

  private static let giver = ["organisasjonsnummer", "organization number", "organisation number"]
  private static let type = ["mottakertype", "recipient type"]
  private static let id = ["fødselsdato/organisasjonsnummer", "birth date/organization number"]
  private static let name = ["mottakernavn", "mottakarnamn", "mottakarnavn", "recipient name"]
  private static let codes: [(kind: AltinnKind, names: [String])] = [
    (.packageOverview, ["tilgangspakkekode", "access package code"]), (.roleOverview, ["rollekode", "role code"]),
    (.resourceOverview, ["ressurs-id", "resource id"]),
  ]
  private static let instance = ["instans-id", "instance id"]

  /// The kind of a table, by its heading in Norwegian or English.
  static func kind(of header: [String]) -> AltinnKind? {
    func has(_ names: [String]) -> Bool { column(header, names) != nil }
    guard has(giver), has(type), has(id) else { return nil }
    return codes.first { has($0.names) }?.kind
  }

  private static func column(_ header: [String], _ names: [String]) -> Int? {
    header.firstIndex { names.contains(TableInput.trim($0).lowercased()) }
  }

  /// Reads the rows of a table, with the problems of each; `nil` where a column is missing.
  static func read(
    _ table: TableInput, kind: AltinnKind
  ) -> (rows: AltinnRows, problems: [[SourceReport.Problem]])? {
    let header = table.header
    guard let giver = column(header, giver), let id = column(header, id), let type = column(header, type),
      let code = codes.first(where: { $0.kind == kind }).flatMap({ column(header, $0.names) })
    else { return nil }
    var overview = AltinnOverview(
      kind: kind,
      columns: Columns(
        giver: giver, name: column(header, name), id: id, type: type, code: code, instance: column(header, instance)))
    let problems = table.rows.map { row in
      overview.read(row)
      return overview.rows.takeProblems()
    }
    return (overview.rows, problems)
  }

  private mutating func read(_ row: TableInput.Row) {
    let place = row.place
    var known: [String: AltinnRows.Cell] = [:]
    let giver = NormalForm.orgnr.read(row.trimmed(columns.giver)).map { PartyKey.organisation($0) }
    let party = giver.map { AltinnRows.Cell.party($0) } ?? refused("whose right it is cannot be told", place)
    let holder = receiver(row)
    let who = holder.map { AltinnRows.Cell.party($0.key) } ?? refused("who has the right cannot be told", place)
    known["party"] = party
    known["holder"] = who
    if let giver { describe(giver, "organisation", place) }
    if let holder { describe(holder.key, holder.kind, place) }
    let text = row.trimmed(columns.code)
    switch kind {
    case .roleOverview:
      known["role"] = AltinnCode.role(text).map { .text($0) } ?? refused("the role has no code", place)
      rows.add("altinn.authorised_role", known, at: place)
    case .packageOverview:
      let code = AltinnCode.package(text).map { AltinnRows.Cell.text($0) } ?? refused("the package has no code", place)
      known["package"] = code
      rows.add("altinn.authorised_package", known, at: place)
      given("altinn.given_package", ["from": party, "to": who, "package": code, "code": code], place)
    default:
      let instance = columns.instance.map(row.trimmed) ?? ""
      let isWhole = !text.isEmpty && (columns.instance == nil || !instance.isEmpty)
      let what: AltinnRows.Cell =
        isWhole
        ? .text(instance.isEmpty ? text : "\(text) \(instance)") : refused("what the right is to is not said", place)
      let thing = AltinnRows.Cell.text(columns.instance == nil ? "resource" : "instance")
      rows.add("altinn.authorised_resource", known.merging(["kind": thing, "what": what]) { $1 }, at: place)
      given("altinn.standing_delegation", ["from": party, "to": who, "kind": thing, "what": what], place)
    }
  }

  private mutating func refused(_ message: String, _ place: Place) -> AltinnRows.Cell {
    rows.refuse(message, at: place)
    return .unknown(message)
  }

  private mutating func given(_ relation: String, _ known: [String: AltinnRows.Cell], _ place: Place) {
    rows.lack(
      relation, known, reason: .columnAbsent, text: "whether the right was given or comes by a role is not said",
      at: place)
  }

  private mutating func describe(_ key: PartyKey, _ kind: String, _ place: Place) {
    rows.add("altinn.party", ["party": .party(key), "kind": .text(kind)], at: place)
  }

  /// An organisation by its number; a person by name and day of birth, as the public register shows one.
  private func receiver(_ row: TableInput.Row) -> (key: PartyKey, kind: String)? {
    let id = row.trimmed(columns.id)
    switch row.trimmed(columns.type).lowercased() {
    case "organization", "organisasjon", "organisation":
      return NormalForm.orgnr.read(id).map { (.organisation($0), "organisation") }
    case "person":
      guard let name = columns.name.map(row.trimmed), let day = DayReader.read(id) else { return nil }
      // What a spreadsheet would take for a formula is written behind an apostrophe.
      let plain = name.hasPrefix("'") ? String(name.dropFirst()) : name
      return AssumedPerson.identity(name: plain, birth: "\(day)").map { (.named($0.text), "person") }
    default: return nil
    }
  }
}
