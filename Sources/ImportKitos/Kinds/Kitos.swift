import FactStore
import Formats
import ImportCore
import Localization

/// The kinds of Kitos whose records are read one by one, as values.
enum Kitos {
  /// What any list of users fills.
  static let userRelations = [
    "kitos.listed_user", "kitos.user_in_dispute", "kitos.api_access", "kitos.member", "kitos.organisation_role",
  ]

  /// A kind, with what ``KitosKind`` says of its lists.
  static func kind(
    _ kind: KitosKind, _ signs: [Sign] = [], fills: [String], read: @escaping @Sendable (inout Record) -> Void
  ) -> Kind {
    var value = Kind(kind.rawValue, noun: kind.noun, signs: signs, fills: fills, read: read)
    value.list = kind.list
    return value
  }

  static func organisation(_ context: SourceContext) -> [String: Value] {
    FactWriter.known(organisation: context.organisation)
  }

  /// How to say what a document does not: `organisation`, or `object`.
  static func advice(_ what: String, _ report: SourceReport) -> Phrase {
    "give it in `tilsyn.yaml` or with `--as PATH=\(report.kind ?? ""),\(what)=…`"
  }

  /// The organisation of a table of users. Says so where nobody names it.
  static func organisation(
    _ named: String?, of document: Phrase, _ report: inout SourceReport
  ) -> FactWriter.Cell {
    if named == nil {
      report.completeness = .partial
      report.notes.append("\(document) does not name its organisation; \(advice("organisation", report))")
    }
    return told(named, "which organisation the user table is of is not known")
  }

  /// What the configuration names, or why it is needed.
  static func told(_ value: String?, _ otherwise: Phrase) -> FactWriter.Cell {
    value.map { .text($0) } ?? .unknown(otherwise, .context)
  }
}

extension Record {
  /// Tells other documents that give names only which organisations have them.
  mutating func tellOrganisations() {
    for key in ["organization", "organizationContext"] {
      guard let reference = node(key), let name = reference["name"]?.string, let text = reference["uuid"]?.string,
        let uuid = NormalForm.uuid.read(text)
      else { continue }
      facts.tell { $0.kitos.organisationNames[name, default: []].insert(uuid) }
    }
  }

  /// Tells what an object is, and leaves what is said of it in doubt where another document lists it as deleted.
  mutating func isAbout(_ object: FactWriter.Cell, _ kind: KitosKind) {
    guard let id = object.text else { return }
    facts.tell { $0.kitos.objectKinds[id] = kind }
    facts.doubt = { $0.kitos.doubt(ofObject: object) }
  }

  /// Who changed the object last, as of the day judged. A later change hides the one before it, by whomever that was.
  mutating func lastModifier() -> FactWriter.Cell {
    let user = reference("lastModifiedBy")
    return changeNotKnown("lastModified", isByNobody: user.text == nil) ?? user
  }

  /// Why it is not known who had changed the object by the day judged, from the day of the latest change; `nil` where it is.
  mutating func changeNotKnown(_ key: String, isByNobody: Bool) -> FactWriter.Cell? {
    guard let value = self[key], !value.isNull else {
      return isByNobody ? nil : .unknown("when the latest change was, the document does not say", .context)
    }
    guard let day = value.text.flatMap({ CalendarDate(String($0.prefix(10))) }) else {
      return refuse(key, "`\(key)` is no day, so whether it was by the day judged is not known", at: value.node)
    }
    if day.isEndless || asOf.map({ day > $0 }) == true { return .unknown(Self.changedLater, .context) }
    return nil
  }

  private static let changedLater: Phrase =
    "the latest change is after the day judged; who had changed the object by then, the document does not say"
}
