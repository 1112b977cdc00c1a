import FactStore
import Formats
import ImportCore
import Localization

extension Maskinporten {
  private static let accessFills = [MaskinportenSchemas.access.name]

  /// To whom a scope is given: `GET /scopes/access?scope=…`, or what is given to us: `GET /scopes/access/all`.
  static let accesses = answer(
    "maskinporten.accesses", Noun("access right"),
    [.keys(["scope", "consumer_orgno"], oneOf: ["state", "owner_orgno"])],
    fills: accessFills
  ) { $0.readAccess(fills: accessFills) }
  .with { kind in
    kind.list.harmlessParameters = ["inactive", "scope"]
    kind.form = .json { HeldList([$0], otherwise: "one record, not the list of all") }
    kind.whole.write = { document, survey, writer, report in
      guard !survey.maskinporten.hasList(scopes.name, document.context) else { return }
      let text: Phrase = "which other scopes there are, and to whom they are given, no list of scopes says"
      document.addHoles(writer, accessFills, .page, text)
      document.note(text, &report)
    }
    kind.whole.tell = { document, survey in
      survey.maskinporten.note(document.context)
      for scope in Access.answered(document) { survey.maskinporten.noteAccesses(ofScope: scope, document.context) }
    }
  }
}

enum Access {
  /// The states that an access may have, as the relation has them.
  static let states = ["APPROVED", "REQUESTED", "DENIED"]

  /// A mark of an access that an organisation has to a scope of its own.
  static let ofItself = "of-itself"

  /// The scopes of which the answer has all accesses: the one that was asked for, or, where nothing says what was asked, the one
  /// that all records are about. What an organisation was given may be one scope, too: its own then says nothing of others.
  static func answered(_ document: RecordDocument) -> [String] {
    let ask = MaskinportenAsk(document.context)
    guard document.cut == nil, !ask.isOfAll else { return [] }
    if let scope = ask.scope { return [scope] }
    let named = Set(document.entries.map(\.identity))
    let scopes = Set(named.compactMap { $0?.split(separator: " ").last.map(String.init) })
    let isTold = !named.contains(nil) && !document.isOneObject && document.count(of: ofItself) < document.records
    return isTold && scopes.count == 1 ? Array(scopes) : []
  }
}

extension RecordDocument {
  /// The document is one object in the place of a list.
  var isOneObject: Bool { entries.contains { $0.place.pointer.isEmpty } }
}

extension Record {
  fileprivate mutating func readAccess(fills: [String]) {
    guard object != nil else { return }
    let scope = text("scope")
    let known = ["scope": Facts.Cell.cell(scope)]
    if isPlaceholder(numbers: ["consumer_orgno", "owner_orgno"], known, fills: fills) { return }
    let number = organisationNumber("consumer_orgno")
    let consumer = number.map { Facts.Cell.party(.organisation($0)) } ?? .cell(missing("consumer_orgno"))
    if number != nil, number == organisationNumber("owner_orgno") { facts.marks.insert(Access.ofItself) }
    let state = word("state", in: Dictionary(uniqueKeysWithValues: Access.states.map { ($0.lowercased(), $0) }))
    var (access, subject) = (FactWriter.Cell.unknown("which access it is, is not known"), scope)
    if let number, let scope = scope.text {
      facts.identity = "\(number) \(scope)"
      access = .text("\(number) \(scope)")
      subject = .text(UnicodeText.folded("\(number) \(scope)"))
    } else if !scope.isUnknown {
      subject = access
    }
    let context = context
    let named: Facts.Cell =
      access.text.map { text in .late { .text($0.maskinporten.name(text, context)) } } ?? .cell(access)
    facts.add(
      MaskinportenSchemas.access.name,
      naming: [
        "access": named, "scope": .cell(scope), "register": register, "consumer": consumer,
        "owner": organisation("owner_orgno"), "state": .cell(state), "subject": .cell(subject),
      ])
  }
}
