/// Who may do what in Kitos: by business roles and roles in organisations, and by what Kitos itself answers.
enum KitosQuestions {
  private static let system = "kitos"

  static func who(action typedAction: String, object typed: String) -> [AccessQuestion] {
    let (action, object) = (AccessQuestion.literal(typedAction), AccessQuestion.literal(typed))
    return [
      AccessQuestion(
        system, "who may do it by a role",
        "kitos.may_with_object(user, object: \(object), action: \(action), via: path)"),
      AccessQuestion(
        system, "who may do it as a global administrator", needs: [["kitos.global_administrator"]],
        """
        kitos.may_everywhere(user, via: path), (kitos.object(object: \(object)) or kitos.unit(object: \(object))), \
        \(action) in {"modify", "delete"}
        """),
      AccessQuestion(
        system, "whom Kitos itself says it lets", needs: [["kitos.permission"]], isOfExports: true,
        "kitos.permission(user, object: \(object), action: \(action), granted: true)"),
    ]
  }

  static func can(_ typed: String) -> [AccessQuestion] {
    let literal = AccessQuestion.literal(typed)
    let isAddress = typed.contains("@")
    let lead = isAddress ? "kitos.user(user, email: \(literal)), " : ""
    let user = isAddress ? "user" : literal
    return [
      AccessQuestion(
        system, "what it may do by a role",
        "\(lead)kitos.may_with_object(user: \(user), object, action: action, via: path)"),
      AccessQuestion(
        system, "what it may do with everything of an organisation", needs: [["kitos.organisation_role"]],
        """
        \(lead)kitos.may_in_organisation(user: \(user), organisation, kind: kind, action: action, via: path)
        """),
      AccessQuestion(
        system, "whether it may do everything everywhere", needs: [["kitos.global_administrator"]],
        "\(lead)kitos.may_everywhere(user: \(user), via: path)"),
      AccessQuestion(
        system, "which roles it has in organisations", needs: [["kitos.organisation_role"]],
        "\(lead)kitos.organisation_role(user: \(user), organisation, role: role)"),
      AccessQuestion(
        system, "which roles it may hand out", needs: [["kitos.organisation_role"]],
        "\(lead)kitos.may_hand_out(user: \(user), organisation, handed: role)"),
      AccessQuestion(
        system, "which business roles it has, whether or not they let it change something",
        needs: [["kitos.usage_role", "kitos.contract_role", "kitos.data_processing_role"]],
        "\(lead)kitos.role_assignment(user: \(user), object, role, kind: kind)"),
      AccessQuestion(
        system, "which roles it has on organisation units", needs: [["kitos.unit_role"]],
        "\(lead)kitos.unit_role(object, user: \(user), role)"),
      AccessQuestion(
        system, "what Kitos itself says it lets it do", needs: [["kitos.permission"]], isOfExports: true,
        "\(lead)kitos.permission(user: \(user), object, action: action, granted: true)"),
      AccessQuestion(
        system, "what Kitos itself says it lets it create", needs: [["kitos.create_permission"]], isOfExports: true,
        "\(lead)kitos.create_permission(user: \(user), organisation, kind: kind, granted: true)"),
    ]
  }
}
