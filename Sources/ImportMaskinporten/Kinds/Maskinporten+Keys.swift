import FactStore
import Formats
import ImportCore
import Localization

extension Maskinporten {
  fileprivate static let keyFills = [
    MaskinportenSchemas.keySet, MaskinportenSchemas.key, MaskinportenSchemas.seenSet, MaskinportenSchemas.seenKey,
  ].map(\.name)

  /// The keys of a client: `GET /clients/{id}/jwks`. The answer does not say which client that is.
  static let keySets = answer(
    "maskinporten.client-keys", Noun("key set"),
    [.keys(["keys"], oneOf: ["created", "last_updated"], exact: true), .keys(["keys"], exact: true)], fills: keyFills
  ) { $0.readKeySet() }
  .with { kind in
    ofClient(&kind)
    kind.whole.tell = { document, survey in
      survey.maskinporten.note(document.context)
      let ask = MaskinportenAsk(document.context)
      if document.cut == nil, let client = ask.client, let day = ask.day {
        survey.maskinporten.noteKeys(of: client, on: day)
      }
    }
    kind.whole.write = { document, survey, _, report in
      let ask = MaskinportenAsk(document.context)
      guard document.cut == nil, survey.maskinporten.isEarlier(ask.day, of: ask.client) else { return }
      report.kind = MaskinportenKnown.earlierKeys
      report.notes.append("a later export has the keys of this client, so these are only compared with them")
    }
  }

  /// One key alone: `GET /clients/{id}/jwks/{kid}`.
  static let singleKeys = answer(
    "maskinporten.client-key", Noun("key"), [.keys(["kty"], oneOf: ["n", "x", "kid"])], fills: keyFills
  ) { $0.readSingleKey() }
  .with { ofClient(&$0) }

  private static func ofClient(_ kind: inout Kind) {
    kind.lacks = { context in
      let ask = MaskinportenAsk(context)
      let ofWhom: Phrase = """
        the answer does not say which client it is about; give the client as `object`, or the address with \
        `/clients/{id}/` as `query`
        """
      let ofWhen: Phrase = "the answer does not say of which day it is; give the day as `extracted_at`"
      return (ask.client == nil ? [ofWhom] : []) + (ask.day == nil ? [ofWhen] : [])
    }
    kind.known = { context in MaskinportenAsk(context).client.map { ["client": .text($0)] } ?? [:] }
  }
}

extension Record {
  fileprivate mutating func readKeySet() {
    guard let object else { return }
    if isPlaceholder(numbers: [], fills: []) {
      return leaveOpen("the record has a time that is none, as examples have")
    }
    guard let list = object["keys"], list.kind == .array else {
      let cell = refuse("keys", "`\("keys")` is no list", at: object["keys"])
      if case .unknown(let why, _) = cell { leaveOpen(why) }
      return
    }
    let nodes = list.elements.enumerated().map { index, element in
      (element, Place(line: element.line, pointer: "\(place.pointer)/keys/\(index)"))
    }
    var read: [ReadKey?] = []
    for (node, place) in nodes { read.append(self.read(node, at: place)) }
    // What cannot be read is a key of its own: nothing of it says anything of other keys.
    let lost = read.indices.filter { read[$0] == nil }.map { "no. \($0 + 1), which cannot be read" }
    write(
      read.compactMap(\.self), named: lost,
      lost: lost.isEmpty ? nil : Phrase("`\("keys")` holds something that is no key"))
  }

  fileprivate mutating func readSingleKey() {
    guard let object else { return }
    guard let key = read(object, at: place) else { return leaveOpen("the record is no key") }
    write([key], lost: Phrase("one key, not all keys of the client"))
  }

  /// What is known of all keys of the document.
  private var asked: [(name: String, cell: FactWriter.Cell)] {
    let day = ask.day.map { FactWriter.Cell.value(.date($0)) }
    return [
      ("client", askedClient), ("day", day ?? .unknown("of which day the keys are is not known", .context)),
    ]
  }

  /// Leaves open which keys the client has, and had.
  private mutating func leaveOpen(_ why: Phrase) {
    let known = Dictionary(uniqueKeysWithValues: asked.map { ($0.name, Facts.Cell.cell($0.cell)) })
    for relation in Maskinporten.keyFills { facts.lack(relation, known, text: why) }
  }

  /// Says which keys the client had on the day of the export, and, where no later export has them, has. `lost` says why there may
  /// be others: those that are `named`, or any.
  private mutating func write(_ keys: [ReadKey], named: [String] = [], lost: Phrase?) {
    let (asked, ask, context, place) = (asked, ask, context, place)
    let (client, day) = (asked[0].cell, asked[1].cell)
    let known = Dictionary(uniqueKeysWithValues: asked.compactMap { item in item.cell.known.map { (item.name, $0) } })
    let set = Self.name(of: keys, ask)
    facts.conclude { survey, writer in
      writer.add(MaskinportenSchemas.seenSet.name, ["client": client, "day": day], at: place)
      for key in keys { key.addSeen(to: writer, client: client, day: day) }
      if let lost { writer.addHole(MaskinportenSchemas.seenKey.name, known, reason: .unusable, text: lost, at: place) }
      guard !survey.maskinporten.isEarlier(ask.day, of: ask.client) else { return }
      writer.add(
        MaskinportenSchemas.keySet.name,
        ["set": .text(set), "client": client, "day": day, "register": survey.maskinporten.register(context)], at: place)
      for key in keys { key.add(to: writer, set: set, client: client) }
      guard let lost else { return }
      let ofSet = ["set": Value.text(set), "client": known["client"]].compactMapValues { $0 }
      let names: [String?] = named.isEmpty ? [nil] : named
      for name in names {
        var of = ofSet
        of["key"] = name.map { .text("\($0), of the \(set)") }
        writer.addHole(MaskinportenSchemas.key.name, of, reason: .unusable, text: lost, at: place)
      }
    }
  }

  /// What a set is called: after whose it is, the day, and what is in it. Two exports of one day that differ are two sets.
  private static func name(of keys: [ReadKey], _ ask: MaskinportenAsk) -> String {
    let marks = keys.map { "\($0.kid ?? "") \($0.mark ?? "")" }.sorted().joined(separator: "\n")
    let day = ask.day.map { "on \($0)" } ?? "on an unknown day"
    return
      "keys of \(ask.client ?? "an unknown client") \(day) (\(DocumentNames.mark(of: Digest.of(Array(marks.utf8)))))"
  }

  /// A key, whatever of it can be read; `nil` for what is none.
  private mutating func read(_ node: JSONNode, at place: Place) -> ReadKey? {
    let key = PublicKey(node)
    guard node.kind == .object, key.mark != nil || node["kty"] != nil else {
      _ = refuse(place, "expected a key, an object with `\("kty")`")
      return nil
    }
    let digest =
      key.mark.map { FactWriter.Cell.text($0) }
      ?? refuse(place, "the key has no number by which it could be told from others")
    return ReadKey(kid: key.kid, mark: key.mark, digest: digest, expires: expiry(node["exp"], at: place), place: place)
  }

  /// The day on which a key ends, where the answer says so. An answer that does not leaves it open.
  private mutating func expiry(_ value: JSONNode?, at place: Place) -> FactWriter.Cell {
    guard let value else { return .unknown("the key has no `\("exp")`", .columnAbsent) }
    if value.isNull { return .unknown("the key says nothing in `\("exp")`") }
    // Seconds; what is larger is milliseconds, or no time.
    guard let seconds = value.int ?? value.string.flatMap({ Int64(TableInput.trim($0)) }),
      (946_684_800...4_102_444_800).contains(seconds)
    else {
      return refuse(Place(line: value.line, pointer: "\(place.pointer)/exp"), "`\("exp")` is no time in seconds")
    }
    return .value(.date(CalendarDate(days: Int32(seconds / 86_400))))
  }
}

/// A key of a set, as facts say it.
private struct ReadKey: Sendable {
  let kid: String?
  let mark: String?
  let digest: FactWriter.Cell
  let expires: FactWriter.Cell
  let place: Place

  func addSeen(to writer: FactWriter, client: FactWriter.Cell, day: FactWriter.Cell) {
    writer.add(MaskinportenSchemas.seenKey.name, ["client": client, "digest": digest, "day": day], at: place)
  }

  func add(to writer: FactWriter, set: String, client: FactWriter.Cell) {
    writer.add(
      MaskinportenSchemas.key.name,
      [
        "key": .text("\(kid ?? "no kid"), \(mark ?? "no number"), of the \(set)"), "set": .text(set), "client": client,
        "kid": kid.map { .text($0) } ?? .none, "digest": digest, "expires": expires,
      ], at: place)
  }
}
