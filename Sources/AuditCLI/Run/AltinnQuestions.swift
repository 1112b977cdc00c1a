/// Who may do what in Altinn: by its policies, and by the roles, packages and delegations of its parties.
enum AltinnQuestions {
  private static let system = "altinn"

  /// Exports that say who has a role, and what comes with it.
  private static let roles = [["altinn.assignment", "er.person_role", "er.unit_role"]]
  private static let packages = [roles[0] + ["altinn.given_package", "altinn.client_delegation"]]
  private static let policies = [["altinn.policy_grants"]]
  private static let delegations = [["altinn.standing_delegation", "altinn.delegation_change"]]
  private static let shown = [["altinn.shown_resource", "altinn.authorised_resource"]]

  static func who(action typedAction: String, resource typed: String) -> [AccessQuestion] {
    let (action, resource) = (AccessQuestion.literal(typedAction), AccessQuestion.literal(typed))
    let what = "matches(what, \(AccessQuestion.pattern(wholeOrPartOf: typed)))"
    func opened(to attribute: String) -> String {
      """
      altinn.policy_grants(policy, resource: \(resource), part: part, attribute: \(attribute), value: value, \
      action: action, also: also), action in {\(action), "*"}
      """
    }
    return [
      AccessQuestion(
        system, "what policies let do it", needs: policies,
        """
        altinn.policy_grants(policy, resource: \(resource), part: part, attribute: attribute, value: subject, \
        action: action, also: also), action in {\(action), "*"}
        """),
      AccessQuestion(
        system, "who has a role that they let", needs: roles + policies,
        """
        \(opened(to: "\"urn:altinn:rolecode\"")), altinn.role_code(role, code: lower(value)), \
        altinn.holds(holder, party, role, path: path)
        """),
      AccessQuestion(
        system, "who has a package that they let", needs: packages + policies,
        """
        \(opened(to: "\"urn:altinn:accesspackage\"")), altinn.known_package(package, code: value), \
        altinn.may_use(holder, party, package, path: path)
        """),
      AccessQuestion(
        system, "which system user has a package that they let", needs: policies + [["altinn.system_user_package"]],
        """
        \(opened(to: "\"urn:altinn:accesspackage\"")), altinn.known_package(package, code: value), \
        altinn.system_user_package(system_user, package)
        """),
      AccessQuestion(
        system, "to whom it was delegated, whatever the action", needs: delegations,
        "altinn.current_delegation(from: party, to: holder, kind: kind, what: what), \(what)"),
      AccessQuestion(
        system, "who acts for somebody to whom it was delegated", needs: delegations + roles,
        """
        altinn.current_delegation(from: party, to: receiver, kind: kind, what: what), \(what), \
        altinn.has_key_role(holder, organisation: receiver)
        """),
      AccessQuestion(
        system, "whom Altinn shows with it, whatever the action and the way", needs: shown, isOfExports: true,
        """
        (altinn.shown_resource(from: party, to: holder, kind: kind, what: what) or \
        altinn.authorised_resource(holder, party, kind: kind, what: what)), \(what)
        """),
      AccessQuestion(
        system, "which system user it was given to, whatever the action", needs: [["altinn.system_user_resource"]],
        "altinn.system_user_resource(system_user, resource: \(resource))"),
      AccessQuestion(
        system, "whom a supplier lets act with it for a client, whatever the action",
        needs: [["altinn.client_delegation"]],
        "altinn.client_delegation(client: party, provider, agent: holder, resource: \(resource))"),
      AccessQuestion(
        system, "which supplier may use a scope of it in Maskinporten", needs: [["altinn.maskinporten_delegation"]],
        """
        altinn.maskinporten_delegation(consumer: party, supplier: holder, scope: scope, resource: written), \
        written = \(resource)
        """),
    ]
  }

  static func can(_ typed: String) -> [AccessQuestion] {
    // A role code counts without its case; `attribute=value` names both.
    let parts = typed.split(separator: "=", maxSplits: 1).map(String.init)
    let value = AccessQuestion.literal((parts.count == 2 ? parts[1] : typed).lowercased())
    let attribute = parts.count == 2 ? ", attribute = \(AccessQuestion.literal(parts[0]))" : ""
    let named = [
      AccessQuestion(
        system, "what policies let it do", needs: policies,
        """
        altinn.policy_grants(policy, resource, part: part, attribute: attribute, value: subject, action: action, \
        also: also), lower(subject) = \(value)\(attribute)
        """)
    ]
    guard parts.count < 2 else { return named }
    return named + [
      AccessQuestion(
        system, "which packages come with the role", needs: [["altinn.role_package"]],
        "altinn.role_code(role, code: code), code = \(value), altinn.carries(role, package, form: form)"),
      AccessQuestion(
        system, "which roles come with the role", needs: [["altinn.role_map"]],
        "altinn.role_code(role, code: code), code = \(value), altinn.role_map(role, gives: given)"),
    ]
  }

  static func can(party: String) -> [AccessQuestion] {
    let holder = AccessQuestion.literal(party)
    let grants = """
      altinn.policy_grants(policy, resource, part: part, attribute: attribute, value: value, action: action, also: also)
      """
    return [
      AccessQuestion(
        system, "which roles it has", needs: roles,
        "altinn.holds(holder: \(holder), party, role, path: path)"),
      AccessQuestion(
        system, "what policies let do whoever has these roles", needs: roles + policies,
        """
        altinn.holds(holder: \(holder), party, role, path: path), altinn.role_code(role, code: code), \(grants), \
        attribute = "urn:altinn:rolecode", lower(value) = code
        """),
      AccessQuestion(
        system, "which packages it may use", needs: packages,
        "altinn.may_use(holder: \(holder), party, package, path: path)"),
      AccessQuestion(
        system, "what policies let do whoever has these packages", needs: packages + policies,
        """
        altinn.may_use(holder: \(holder), party, package, path: path), \
        altinn.known_package(package, code: value), \(grants), attribute = "urn:altinn:accesspackage"
        """),
      AccessQuestion(
        system, "what was delegated to it", needs: delegations,
        "altinn.current_delegation(from: party, to: \(holder), kind: kind, what: what)"),
      AccessQuestion(
        system, "what was delegated to those that it acts for", needs: delegations + roles,
        """
        altinn.has_key_role(holder: \(holder), organisation: receiver), \
        altinn.current_delegation(from: party, to: receiver, kind: kind, what: what)
        """),
      AccessQuestion(
        system, "with what Altinn shows it, whatever the way", needs: shown, isOfExports: true,
        """
        (altinn.shown_resource(from: party, to: \(holder), kind: kind, what: what) or \
        altinn.authorised_resource(holder: \(holder), party, kind: kind, what: what))
        """),
      AccessQuestion(
        system, "which resources of clients a supplier lets it act with", needs: [["altinn.client_delegation"]],
        """
        altinn.client_delegation(client: party, provider, agent: \(holder), resource)
        """),
      AccessQuestion(
        system, "which packages it has as a system user", needs: [["altinn.system_user_package"]],
        "altinn.system_user_package(system_user: \(holder), package)"),
      AccessQuestion(
        system, "which resources it has as a system user", needs: [["altinn.system_user_resource"]],
        "altinn.system_user_resource(system_user: \(holder), resource)"),
      AccessQuestion(
        system, "for which clients it acts as a system user", needs: [["altinn.agent_client"]],
        "altinn.agent_client(system_user: \(holder), client: party)"),
      AccessQuestion(
        system, "which scopes it may use in Maskinporten for others", needs: [["altinn.maskinporten_delegation"]],
        """
        altinn.maskinporten_delegation(consumer: party, supplier: \(holder), scope: scope, resource: resource)
        """),
    ]
  }
}
