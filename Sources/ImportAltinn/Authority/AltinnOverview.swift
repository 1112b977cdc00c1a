import FactStore
import ImportCore

/// The table of all rights that somebody has for an organisation, which whoever administers access downloads from Altinn's own
/// pages: roles, access packages, services and their instances, each in a table of its own.
///
/// Its rows are rights in force, whatever they come by: given, by a key role or by a client. So a row is a right of which nothing
/// says by what, and may be something that was given.
extension Altinn {
  static let roleOverview = overview(
    .roleOverview, ["rollekode", "role code"], fills: ["altinn.party", "altinn.authorised_role"]
  ) { reader, code, known, _ in
    let role = AltinnCode.role(code).map { .text($0) } ?? reader.refused("the role has no code", reader.facts.place)
    reader.addRight("altinn.authorised_role", known, ["role": role])
  }

  static let packageOverview = overview(
    .packageOverview, ["tilgangspakkekode", "access package code"],
    fills: ["altinn.party", "altinn.authorised_package", "altinn.given_package"]
  ) { reader, code, known, _ in
    let package =
      AltinnCode.package(code).map { .text($0) } ?? reader.refused("the package has no code", reader.facts.place)
    reader.addRight("altinn.authorised_package", known, ["package": package])
    reader.mayBeGiven("altinn.given_package", known, ["package": package, "code": package])
  }

  static let resourceOverview = overview(
    .resourceOverview, ["ressurs-id", "resource id"],
    fills: ["altinn.party", "altinn.authorised_resource", "altinn.standing_delegation"]
  ) { reader, id, known, instance in
    let what: Facts.Cell =
      id.isEmpty || instance?.isEmpty == true
      ? reader.refused("what the right is to is not said", reader.facts.place)
      : .text(instance.map { "\(id) \($0)" } ?? id)
    let thing = ["kind": Facts.Cell.text(instance == nil ? "resource" : "instance"), "what": what]
    reader.addRight("altinn.authorised_resource", known, thing)
    reader.mayBeGiven("altinn.standing_delegation", known, thing)
  }

  /// A table by its titles, in Norwegian or English. `read` gets the text that says what the right is to, who has it for
  /// whom, and of a table of instances the instance.
  private static func overview(
    _ name: AltinnKind, _ code: [String], fills: [String],
    read: @escaping @Sendable (inout AltinnReader, String, (party: Facts.Cell, holder: Facts.Cell), String?) -> Void
  ) -> Kind {
    let titles = [Self.giver, Self.type, Self.id, code]
    return document(name, [.columns(titles)], fills: fills) { record in
      var reader = AltinnReader(fills: fills, context: record.context, facts: record.facts)
      let giver = NormalForm.orgnr.read(record.cell(Self.giver) ?? "").map { PartyKey.organisation($0) }
      let holder = receiver(record)
      let known = (
        party: giver.map { .party($0) } ?? reader.refused("whose right it is cannot be told", record.place),
        holder: holder.map { .party($0.key) } ?? reader.refused("who has the right cannot be told", record.place)
      )
      for party in [giver.map { (key: $0, kind: "organisation") }, holder].compactMap({ $0 }) {
        reader.add("altinn.party", ["party": .party(party.key), "kind": .text(party.kind)], at: record.place)
      }
      read(&reader, record.cell(code) ?? "", known, record.cell(Self.instance))
      record.facts = reader.facts
    }
    .with {
      $0.form = .table(
        required: titles,
        otherwise: "a column of the overview is missing: giver, receiver's id and type, and the code are needed")
    }
  }

  private static let giver = ["organisasjonsnummer", "organization number", "organisation number"]
  private static let type = ["mottakertype", "recipient type"]
  private static let id = ["fødselsdato/organisasjonsnummer", "birth date/organization number"]
  private static let name = ["mottakernavn", "mottakarnamn", "mottakarnavn", "recipient name"]
  private static let instance = ["instans-id", "instance id"]

  /// An organisation by its number; a person by name and day of birth, as the public register shows one.
  private static func receiver(_ row: Record) -> (key: PartyKey, kind: String)? {
    let id = row.cell(Self.id) ?? ""
    switch row.cell(Self.type)?.lowercased() {
    case "organization", "organisasjon", "organisation":
      return NormalForm.orgnr.read(id).map { (.organisation($0), "organisation") }
    case "person":
      guard let name = row.cell(Self.name), let day = DayReader.read(id) else { return nil }
      // What a spreadsheet would take for a formula is written behind an apostrophe.
      let plain = name.hasPrefix("'") ? String(name.dropFirst()) : name
      return AssumedPerson.identity(name: plain, birth: "\(day)").map { (.named($0.text), "person") }
    default: return nil
    }
  }
}

extension AltinnReader {
  fileprivate mutating func addRight(
    _ relation: String, _ known: (party: Facts.Cell, holder: Facts.Cell), _ right: [String: Facts.Cell]
  ) {
    add(relation, right.merging(["party": known.party, "holder": known.holder]) { $1 }, at: facts.place)
  }

  fileprivate mutating func mayBeGiven(
    _ relation: String, _ known: (party: Facts.Cell, holder: Facts.Cell), _ right: [String: Facts.Cell]
  ) {
    facts.lack(
      relation, right.merging(["from": known.party, "to": known.holder]) { $1 }, reason: .columnAbsent,
      text: "whether the right was given or comes by a role is not said")
  }
}
