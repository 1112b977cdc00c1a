import FactStore
import ImportCore
import Localization

/// What a list leaves open: pages that were not read, statuses that were not asked for, and what its maker may not see.
struct ListHoles {
  let document: RecordDocument
  let survey: Survey
  let writer: FactWriter

  private var context: SourceContext { document.context }
  private var asked: Asked { Asked(context) }
  private let one = Value.text(Gravitee.unlisted)

  init(document: RecordDocument, survey: Survey, writer: FactWriter) {
    (self.document, self.survey, self.writer) = (document, survey, writer)
  }

  func write(doubt: Phrase?, _ report: inout SourceReport) {
    if let doubt {
      leaveOpen(doubt, .page)
      document.note(doubt, &report)
    }
    switch document.kind.name {
    case Gravitee.subscriptions.name, Gravitee.subscriptionsCSV.name: writeStatuses(&report)
    case Gravitee.plans.name: writePlanStatuses(&report)
    case Gravitee.applications.name:
      writeCaller(
        Phrase(
          """
          whoever is no administrator sees only applications of their own, and the list does not say who made it; if it was an \
          administrator, write `scope: all`
          """), &report)
      if asked.statuses?.contains("ARCHIVED") != true {
        hole(
          "gravitee.application", ["application": one, "status": .text("ARCHIVED")],
          Phrase("a list shows applications that are active unless it was asked for more"))
      }
    case Gravitee.apis.name:
      writeCaller(
        Phrase(
          """
          whoever is no administrator sees only APIs of their own, and the list does not say who made it; if it was an \
          administrator, write `scope: all`
          """), &report)
    default: break
    }
  }

  /// Rows of this list that were not read.
  private func leaveOpen(_ text: Phrase, _ reason: Hole.Reason) {
    for (relation, known) in Gravitee.unlisted(in: document.kind, context, survey) {
      writer.addHole(relation, known, reason: reason, text: text, at: Place(line: 1))
    }
  }

  private func hole(_ relation: String, _ known: [String: Value], _ text: Phrase) {
    writer.addHole(relation, known, reason: .hidden, text: text, at: Place(line: 1))
  }

  /// Who is no administrator sees what is his own, and nothing in the answer says so.
  private func writeCaller(_ text: Phrase, _ report: inout SourceReport) {
    guard !asked.seesAll else { return }
    leaveOpen(text, .hidden)
    document.note(text, &report)
  }

  private func writeStatuses(_ report: inout SourceReport) {
    let seen = Set(document.entries.flatMap(\.marks))
    let all = asked.statuses ?? seen
    let missing = GraviteeSchemas.statuses.filter { !all.contains($0) }
    let api = Gravitee.api(context).map { Value.text($0) }
    for status in missing {
      var known: [String: Value] = ["subscription": one, "status": .text(status)]
      known["api"] = api
      hole(
        "gravitee.subscription", known,
        Phrase("a list shows subscriptions that are accepted unless it was asked for more"))
    }
    if !missing.isEmpty {
      document.note(
        """
        a list shows subscriptions that are accepted unless it was asked for more; nothing is known of those that are \
        \(missing.joined(separator: ", ")); write what was asked as `query: statuses=…`
        """, &report)
    }
  }

  private func writePlanStatuses(_ report: inout SourceReport) {
    let all = asked.statuses ?? Set(document.entries.flatMap(\.marks))
    let missing = ["STAGING", "PUBLISHED", "DEPRECATED", "CLOSED"].filter { !all.contains($0) }
    for status in missing {
      var known: [String: Value] = ["plan": one, "status": .text(status)]
      known["api"] = Gravitee.api(context).map { .text($0) }
      hole("gravitee.plan", known, Phrase("a list shows plans that are published unless it was asked for more"))
    }
  }
}

extension Gravitee {
  /// The API that a list is of, by what the configuration says.
  static func api(_ context: SourceContext) -> String? { context.object ?? Asked(context).id(behind: "apis") }

  /// What holes of rows that a list does not show look like.
  static func unlisted(in kind: Kind, _ context: SourceContext, _ survey: Survey) -> [(String, [String: Value])] {
    let one = Value.text(unlisted)
    func of(_ id: String?) -> Value? { id.map { .text($0) } }
    func with(_ known: [String: Value], _ column: String, _ value: Value?) -> [String: Value] {
      var known = known
      known[column] = value
      return known
    }
    switch kind.name {
    case subscriptions.name, subscriptionsCSV.name:
      return [("gravitee.subscription", with(["subscription": one], "api", of(api(context))))]
    case keys.name:
      return [
        ("gravitee.key", ["key": one]),
        ("gravitee.key_subscription", with(["key": one], "subscription", of(context.object))),
      ]
    case applications.name:
      return ["application", "application_owner", "application_group", "application_member"].map {
        ("gravitee.\($0)", ["application": one])
      }
    case apis.name:
      return ["gravitee.api", "gravitee.api_owner", "gravitee.logging"].map { ($0, ["api": one]) }
        + setHoles(of: one) + planHoles(of: one) + [("gravitee.subscription", ["subscription": one, "api": one])]
    case users.name:
      return [("gravitee.user", ["user": one]), ("gravitee.account", ["user": one]), ("gravitee.user_role", [:])]
    case groups.name:
      return ["group", "group_default_role", "group_event", "group_member", "group_member_role"].map {
        ("gravitee.\($0)", ["group": one])
      }
    case roles.name:
      return [
        ("gravitee.role", ["role": one]), ("gravitee.listed_role", [:]), ("gravitee.role_permission", ["role": one]),
      ]
    case plans.name: return planHoles(of: of(api(context)))
    case tokens.name: return [("gravitee.token", with(["token": one], "user", of(context.user ?? context.object)))]
    default:
      return Members(kind: kind.name, context: context).holes(survey)
    }
  }

  /// What is set for an API that no document has.
  static func setHoles(of api: Value) -> [(String, [String: Value])] {
    (Record.apiSets + Record.peopleSets).map { setHole($0, of: api) }
  }

  static func setHole(_ relation: String, of api: Value) -> (String, [String: Value]) {
    let known = ["api": api]
    // An endpoint has columns of its own, and what is known of the others stays known.
    return (relation, relation == "gravitee.endpoint" ? known.merging(["endpoint": .text(unlisted)]) { $1 } : known)
  }

  /// A plan of an API that no document has.
  static func planHoles(of api: Value?) -> [(String, [String: Value])] {
    var plan: [String: Value] = ["plan": .text(unlisted)]
    let sets = Record.planRelations.map { ($0, plan) }
    plan["api"] = api
    return [("gravitee.plan", plan)] + sets
  }
}
