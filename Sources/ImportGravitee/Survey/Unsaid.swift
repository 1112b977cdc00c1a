import FactStore
import ImportCore
import Localization

/// What no document says of things that documents name. The first document writes it, once for all.
struct Unsaid {
  let survey: Survey
  let writer: FactWriter

  private var known: GraviteeSurvey { survey.gravitee }
  private let one = Value.text(Gravitee.unlisted)

  init(survey: Survey, writer: FactWriter) { (self.survey, self.writer) = (survey, writer) }

  func write() {
    let known = known
    for api in known.all(.api) { write(api: api, known) }
    for plan in known.all(.plan) {
      for relation in Record.planRelations where !known.isGiven(relation, of: plan, .plan) {
        hole(relation, ["plan": .text(plan)], Phrase("no loaded document says this of the plan"))
      }
    }
    for group in known.all(.group) where !known.isListed(.members, of: group, .group) {
      for relation in ["gravitee.group_member", "gravitee.group_member_role"] {
        hole(relation, ["group": .text(group)], Phrase("the members of the group were not loaded"))
      }
    }
    for role in known.all(.role) where !known.isListed(.permissions, of: role, .role) {
      hole("gravitee.role_permission", ["role": .text(role)], Phrase("no loaded list says what the role allows"))
    }
    for application in known.all(.application) { write(application: application, known) }
    for subscription in known.all(.subscription) where !known.isListed(.keys, of: subscription, .subscription) {
      hole(
        "gravitee.key_subscription", ["key": one, "subscription": .text(subscription)],
        Phrase("the keys of the subscription were not loaded"))
      hole("gravitee.key", ["key": one], Phrase("the keys of a subscription were not loaded"))
    }
    for user in known.all(.token) where !known.isListed(.tokens, of: user, .user) {
      hole("gravitee.token", ["token": one, "user": .text(user)], Phrase("only the number of the tokens is known"))
    }
    writeUnlisted(known)
  }

  /// What no document names at all, where no list was loaded that would.
  private func writeUnlisted(_ known: GraviteeSurvey) {
    let lists: [(Kind, Phrase)] = [
      (Gravitee.apis, "no list of APIs was loaded, so that there may be others"),
      (Gravitee.applications, "no list of applications was loaded, so that there may be others"),
      (Gravitee.groups, "no list of groups was loaded, so that there may be others"),
      (Gravitee.roles, "no list of roles was loaded, so that there may be others"),
      (Gravitee.users, "no list of users was loaded, so that there may be others"),
    ]
    for (kind, text) in lists where !known.pages.keys.contains(where: { $0.kind == kind.name }) {
      for (relation, columns) in Gravitee.unlisted(in: kind, SourceContext(), survey) { hole(relation, columns, text) }
    }
  }

  private func write(api: String, _ known: GraviteeSurvey) {
    let columns = ["api": Value.text(api)]
    let why: Phrase = "no loaded document says this of the API"
    for relation in Record.apiSets + Record.peopleSets where !known.isGiven(relation, of: api, .api) {
      if relation == "gravitee.api_member" || relation == "gravitee.member_by_role_id",
        known.isListed(.members, of: api, .api)
      {
        continue
      }
      hole(relation, Gravitee.setHole(relation, of: .text(api)).1, why)
    }
    for relation in ["gravitee.api_owner", "gravitee.logging"] where !known.isSaid(relation, of: api, .api) {
      hole(relation, columns, why)
    }
    if !known.isListed(.plans, of: api, .api) {
      for (relation, plan) in Gravitee.planHoles(of: .text(api)) {
        hole(relation, plan, Phrase("the plans of an API were not loaded"))
      }
    }
    if !known.isListed(.subscriptions, of: api, .api) {
      hole(
        "gravitee.subscription", ["subscription": one, "api": .text(api)],
        Phrase("the subscriptions of the API were not loaded; name the API of a list as `object`"))
    }
  }

  private func write(application: String, _ known: GraviteeSurvey) {
    let columns = ["application": Value.text(application)]
    let why: Phrase = "no loaded document says this of the application"
    if !known.isSaid("gravitee.application_owner", of: application, .application) {
      hole("gravitee.application_owner", columns, why)
    }
    if !known.isGiven("gravitee.application_group", of: application, .application) {
      hole("gravitee.application_group", columns, why)
    }
    if !known.isListed(.members, of: application, .application) { hole("gravitee.application_member", columns, why) }
  }

  private func hole(_ relation: String, _ columns: [String: Value], _ text: Phrase) {
    writer.addHole(relation, columns, reason: .hidden, text: text)
  }
}
