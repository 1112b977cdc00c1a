/// Who acts for whom by Enhetsregisteret.
enum RegisterQuestions {
  static func can(party: String) -> [AccessQuestion] {
    let holder = AccessQuestion.literal(party)
    return [
      AccessQuestion(
        "er", "which roles it has as a person", needs: [["er.person_role"]],
        """
        er.person_role(unit: party, role: role, person: \(holder), standing: standing, life: life), \
        standing in {"active", "unknown"}
        """),
      AccessQuestion(
        "er", "which roles it has as a unit", needs: [["er.unit_role"]],
        """
        er.unit_role(unit: party, role: role, holder: \(holder), standing: standing, existence: existence), \
        standing in {"active", "unknown"}
        """),
      AccessQuestion(
        "er", "for whom it acts in a role", needs: [["er.representative"]],
        "er.representative(unit: party, role: role, holder: represented, person: \(holder), kind: kind)"),
    ]
  }
}
