import FactStore
import PolicyEngine

/// Proofs with every kind of step.
enum ProofSamples {
  static func each(_ text: String) -> [Proof] {
    let place = SourcePlace(path: text, line: 7, pointer: text)
    let steps: [Proof.Step] = [
      .fact(relation: text, values: [(text, text)], origin: place), .given, .rule(text: text, place: place),
      .hole(relation: text, text: "\(text)", origin: place), .hole(relation: text, text: "\(text)", origin: nil),
      .absent(relation: text, searched: 3, sources: ["\(text)"], grade: .assumed), .condition,
      .aggregate(low: text, high: "∞", counted: 12, shown: 1),
    ]
    return steps.map { Proof(statement: text, step: $0, isCertain: false) }
  }

  static var tree: Proof {
    let user = Proof(
      statement: "kitos.listed_user(user: \"u1\", email: \"m@k.example\")",
      step: .fact(
        relation: "kitos.listed_user", values: [("user", "u1"), ("email", "m@k.example")],
        origin: SourcePlace(path: "kitos/users.json", line: 17, pointer: "/16")), isCertain: true)
    let hole = Proof(
      statement: "kitos.organisation_role(user: *, organisation: \"o1\", role: \"GlobalAdmin\")",
      step: .hole(
        relation: "kitos.organisation_role", text: "the public list leaves global admins out",
        origin: SourcePlace(path: "kitos/users.json", line: 1)), isCertain: false)
    let count = Proof(
      statement: "count(user) { … } > 3", step: .aggregate(low: "4", high: "6", counted: 4, shown: 1), isCertain: true,
      premises: [user])
    let absent = Proof(
      statement: "not mailbox.entry(email: \"m@k.example\")",
      step: .absent(relation: "mailbox.entry", searched: 812, sources: ["mailboxes.csv"], grade: .assumed),
      isCertain: true)
    return Proof(
      statement: "kitos.may_write(user: \"u1\", via: \"GlobalAdmin\")",
      step: .rule(
        text: "kitos.may_write(user, via: role) if\n  kitos.organisation_role(user, role),\n  role != \"User\"",
        place: SourcePlace(path: "policies/model/kitos.policy", line: 12)), isCertain: false,
      premises: [
        user, hole, count, absent,
        Proof(statement: "\"GlobalAdmin\" != \"User\"", step: .condition, isCertain: true),
        Proof(statement: "kitos.known(x: \"1\")", step: .given, isCertain: true),
      ])
  }

  static var nearMisses: [NearMiss] {
    [
      NearMiss(
        rule: "fail if hr.person(person, email)", place: SourcePlace(path: "policies/kitos.policy", line: 30),
        satisfied: [tree.premises[0]], missing: "hr.person(person, email: \"m@k.example\")",
        help: "a row of `hr.person` with email \"m@k.example\" would make it hold"),
      NearMiss(
        rule: "fail if kitos.x(user)", place: SourcePlace(path: "policies/kitos.policy", line: 34), satisfied: [],
        missing: nil, help: ""),
    ]
  }
}
