import FactStore
import Formats
import ImportCore
import Localization

/// The table behind the Kitos pages: users with all roles, who gave them, and whether they write.
struct KitosUserTableDocument: SourceDocument {
  /// From the configuration, else from the address that the document itself names.
  var organisation: String?
  var users: [KitosTableUser]
  /// Uuids of the users whom the document names by number.
  var numbers: [Int64: String]
  /// Uuids of the roles that it names by number too.
  var roleNumbers: [(kind: KitosKind, number: Int64, uuid: String)]
  /// `@odata.count`, or its like.
  var total: Envelope.Total?
  /// There is an `@odata.nextLink`, or its like.
  var saysMore: Bool
  var cut: Damage?
  var file: FileID

  var damageOfWhole: Phrase? { cut?.text }
  var records: Int { users.count }
  var problemCount: Int { users.problemCount }

  init(_ input: DocumentInput) {
    let list = input.jsonList(kind: KitosKind.userTable.rawValue)
    file = input.file
    cut = list.cut ?? list.lost.first
    let root = list.records.first?.node
    total = root.flatMap(Envelope.total)
    saysMore = root.map(Envelope.saysMore) ?? false
    organisation = input.context.organisation ?? Self.organisation(in: root?["@odata.context"]?.string)
    var records: [JSONRecord] = []
    if let values = root?["value"], values.kind == .array {
      records = values.elements.enumerated().map {
        JSONRecord(node: $1, place: Place(line: $1.line, pointer: "/value/\($0)"))
      }
    } else if cut == nil {
      cut = Damage(place: Place(line: 1), text: "the document has no list `value` of users")
    }
    users = records.map { KitosTableReader.user($0, asOf: input.asOf) }
    roleNumbers = records.flatMap(KitosTableReader.roleNumbers)
    numbers = Dictionary(records.flatMap(KitosTableReader.numbers), uniquingKeysWith: { first, _ in first })
  }

  /// The address of the answer names the organisation that was asked for.
  private static func organisation(in context: String?) -> String? {
    guard let context, let start = context.range(of: "organizationUuid=") else { return nil }
    return NormalForm.uuid.read(String(context[start.upperBound...].prefix(36)))
  }

  func inform(_ survey: inout Survey, file: FileID) {
    for user in users {
      if user.isDeleted == .value(.bool(true)) || user.isDeleted.isUnknown && user.flaggedDeleted == true {
        survey.kitos.users.note(user.user, user.email, isDeleted: true)
      } else if user.isDeleted.isUnknown, user.flaggedDeleted == false {
        survey.kitos.users.note(user.user, user.email)
      } else if !user.isDeleted.isUnknown {
        survey.kitos.users.note(user.user, user.email)
        survey.kitos.users.addMember(user.user, organisation: organisation)
      }
      if let uuid = user.user.text {
        survey.kitos.users.inTable.insert(uuid)
        if let email = user.email.text { survey.kitos.users.pair(email: email, uuid: uuid) }
        if !user.isGlobalAdministrator.isUnknown { survey.kitos.users.withGlobalAdministratorFlag.insert(uuid) }
      }
      if !user.apiAccess.isUnknown, let email = user.email.text { survey.kitos.users.withAPIFlag.insert(email) }
    }
    for (number, uuid) in numbers { survey.kitos.users.number(number, uuid: uuid) }
    for role in roleNumbers {
      survey.kitos.roleNumbers[role.kind, default: [:]][role.number, default: []].insert(role.uuid)
    }
    if cut == nil, records > 0 { survey.kitos.hasUserTable = true }
  }

  var key: Survey.ListKey {
    Survey.ListKey(
      kind: KitosKind.userTable.rawValue, organisation: organisation, file: organisation == nil ? file : nil)
  }

  func enlist(in survey: inout Survey, file: FileID) {
    if records > 0 { survey.kitos.users.addList(organisation: organisation) }
    survey.addPage(
      key,
      Survey.Page(
        file: file, count: records, identities: Set(users.compactMap { $0.user.text }), total: total,
        saysMore: saysMore))
  }

  func tally(organisation: String?, survey: Survey) -> RecordTally {
    guard organisation == nil || organisation == self.organisation else { return RecordTally() }
    let identities = users.compactMap { $0.user.text }
    return RecordTally(identities: Set(identities), others: records - identities.count)
  }
}
