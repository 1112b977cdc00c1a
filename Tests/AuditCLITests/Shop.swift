import Foundation

/// A small system that no importer knows, with one policy over it: exports that can be made to pass, to fail and to break.
enum Shop {
  static let configuration = """
    mapping:
      relations:
        shop.right:
          doc: "who may do what"
          obtain: "ask the shop's owner"
          columns:
            user: shop.user
            level: text
        shop.person:
          doc: "whom the shop knows"
          obtain: "ask the shop's owner"
          columns:
            user: shop.user
      files:
        - { path: rights.csv, format: csv, facts: [{ relation: shop.right }] }
        - { path: people.csv, format: csv, facts: [{ relation: shop.person }] }
    policies: [rules]

    """

  static let policy = """
    policy shop.writer-is-known {
      title    en "who may write is known" da "den der må skrive er kendt"
      severity high
      why      "a right of a stranger is nobody's business until it is everybody's"
      fix      "take the right away"
      basis    ours "the shop's own rule"
      for user in shop.right(user, level: "write")
      fail "{user} may write and nobody knows them" if
        not shop.person(user)
      example "a stranger" {
        shop.right(user: "u1", level: "write")
        expect fail user: "u1"
      }
    }

    """

  /// Exports of which `u2` violates the policy, or nobody does.
  static func make(violating: Bool = true, expect: String = "") throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(configuration + expect, to: "shop/tilsyn.yaml")
    try scratch.write(policy, to: "shop/rules/shop.policy")
    try scratch.write("user,level\nu1,write\n" + (violating ? "u2,write\n" : "") + "u3,read\n", to: "shop/rights.csv")
    try scratch.write("user\nu1\nu9\n", to: "shop/people.csv")
    return scratch
  }
}
