import FactStore
import Formats
import ImportCore
import Localization

/// How lists of the management interface come: a bare list, or `data` in an object that counts.
struct ListAnswer: Sendable {
  /// The file is one record rather than a list.
  let isSingle: Bool
  /// How many records there are in all; `nil` where the document does not count.
  let total: Envelope.Total?
  let saysMore: Bool

  static func records(in answer: JSONRecord) -> HeldList? {
    guard let data = answer.node["data"] else { return nil }
    return HeldList(data, at: "\(answer.place.pointer)/data", named: "data")
  }

  init(_ input: DocumentInput) {
    guard let json = input.json, json.shape == .object, case .success(let root)? = json.records.first?.node else {
      (isSingle, total, saysMore) = (false, nil, false)
      return
    }
    isSingle = root["data"] == nil
    total = isSingle ? nil : Envelope.total(root)
    saysMore = !isSingle && Envelope.saysMore(root)
  }

  var count: Int64? { if case .count(let count)? = total { count } else { nil } }
}

extension Gravitee {
  /// The kind of a list, as one of its documents is judged: by the pages that were loaded with it.
  static func judged(_ kind: Kind, _ input: DocumentInput) -> Kind {
    let answer = ListAnswer(input)
    let tell = kind.whole.tell
    let write = kind.whole.write
    return kind.with { kind in
      kind.whole.tell = { document, survey in
        survey.gravitee.note(document.file)
        tell?(document, &survey)
        guard isList(document.kind), !answer.isSingle else { return }
        survey.gravitee.add(
          GraviteeSurvey.Page(
            identities: Set(document.entries.compactMap(\.identity)), count: document.records, total: answer.count,
            digest: survey.digests[document.file]),
          to: key(of: document, answer))
      }
      kind.whole.write = { document, survey, writer, report in
        write?(document, survey, writer, &report)
        if survey.gravitee.first == document.file { Unsaid(survey: survey, writer: writer).write() }
        guard isList(document.kind) else { return }
        let doubt = doubt(of: document, answer, survey)
        if doubt == nil, answer.count != nil { report.grade = .counted }
        ListHoles(document: document, survey: survey, writer: writer).write(doubt: doubt, &report)
      }
    }
  }

  /// Whether documents of the kind list things, rather than define one.
  private static func isList(_ kind: Kind) -> Bool {
    kind.extent == .answer && ![exports.name, templates.name, definitions.name].contains(kind.name)
  }

  private static func key(of document: RecordDocument, _ answer: ListAnswer) -> GraviteeSurvey.ListKey {
    let subject = [
      document.context.object, document.context.user, answer.count.map { "\($0)" }, document.context.query,
    ]
    .map { $0 ?? "" }.joined(separator: ", ")
    return GraviteeSurvey.ListKey(
      kind: document.kind.name, subject: subject, file: answer.count == nil ? document.file : nil)
  }

  /// Why records of the list may be on pages that were not read.
  private static func doubt(of document: RecordDocument, _ answer: ListAnswer, _ survey: Survey) -> Phrase? {
    let nouns = document.kind.list.noun.many
    if answer.isSingle { return "the file is one record, and there may be more \(nouns)" }
    var seen: Set<String?> = []
    let pages = (survey.gravitee.pages[key(of: document, answer)] ?? []).filter { page in
      page.digest == nil || seen.insert(page.digest).inserted
    }
    let count = pages.reduce(0) { $0 + $1.count }
    if let total = answer.total {
      if let doubt = total.doubt(of: nouns, read: count) { return doubt }
      let identities = pages.reduce(into: Set<String>()) { $0.formUnion($1.identities) }
      return identities.count < pages.reduce(0) { $0 + $1.identities.count }
        ? "pages of this list have a record twice, so that \(nouns) may be missing" : nil
    }
    if answer.saysMore { return "the document says that more \(nouns) follow" }
    // A full page of a size that is usual: 10 and 20 unless asked otherwise, 100 at most.
    let isFull = [10, 20, 100].contains(document.records)
    return isFull
      ? "the file holds exactly \(document.records) \(nouns), as many as full pages do: more may follow" : nil
  }
}
