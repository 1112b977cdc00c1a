@testable import PolicyEngine

/// Policy texts that use every construct of the grammar, and helpers to read them.
enum Samples {
  static let mailboxes = #"""
    /// Who may change what in Kitos, and through which role.
    relation kitos.may_write(user: kitos.user, object: kitos.object, via: text)

    kitos.may_write(user, object, via: role_name) if
      kitos.role_assignment(user, object, role),
      kitos.role_type(role, name: role_name, write: true)

    /// How many local admins are enough.
    /// And no more.
    parameter kitos.max_local_admins: int = 3 within 1..20

    policy kitos.api-user-is-not-a-person {
      title    en "API users are functional mailboxes, not people"
               da "API-brugere er funktionspostkasser, ikke personer"
               nb "API-brukere er funksjonspostkasser, ikke personer"
      severity high
      why      en "Access that hangs on one employee is lost, or left open, when that person leaves."
      fix      en "Create a functional mailbox for the API, move the API flag to it, remove it from the person."
      basis    stated "Kitos API-vejledning 2024-10-01, «Krav til API-brugeren»"
      controls "iso27001:2022/A.5.16", "nis2/21.2.i"

      for user in kitos.api_user(user, email)

      fail en "{user} ({email}) is the mailbox of {person}" per user if
        hr.person(person, email)

      unverified en "no mailbox directory and no HR source knows {email}" if
        not mailbox.entry(email)

      example "a person's own mailbox" {
        kitos.api_user(user: "u1", email: "mette@kommune.example")
        hr.person(person: "p7", email: "mette@kommune.example")
        expect fail user: "u1"
      }
    }
    """#

  static let everything = #"""
    // The whole grammar once. æøå 漢字
    entity person
    entity hr-system.employee
    relation hr.employment(employment: hr.employment, person: person, unit?: text, start?: date, end?: date)
      key employment
      references person employees.person.person
      references unit org.unit.name
    relation kitos.organisation_role(user: kitos.user, role: text values "User", "LocalAdmin", in: text)
    relation x.y(title: text, policy: int, if: bool, for: date)
    parameter organisation.own_domains: set domain = {}
    parameter organisation.seeds: set text = {"a", "b\n\t\"\\\u{e6}"}
    parameter limits.low: int = -3 within -10..-1
    parameter limits.grace: int = 30 days
    parameter limits.cutoff: date = 2024-02-29
    parameter limits.strict: bool = true
    parameter limits.when: date = today
    fact x.y(title: "t", policy: 1, if: true, for: 2026-11-20)
    fact x.empty()

    // A rule with everything in its body.
    r.all(a, n: n, later: later) if
      s.one(a, b: _, c: none, d: 3, e: -4, f: a + 1, g: x.parameter, count, min),
      not s.two(a), not { s.three(a), not s.four(a) }, optional s.five(a),
      not optional s.five(a),
      not { optional s.six(a: a) },
      (s.six(a) or not s.seven(a), a != 1 or (s.eight(a) or s.nine(a))),
      n = count(u, v) { s.ten(u, v, a), u < v },
      (n + 1) * 2 >= -(n - 3) - (1 - -2) * (4 + n), (a),
      later = today + 30 days, -n < --3, ((n)) = 1, (n) * 3 + 1 < 4, n * (n * n) = n * n * n,
      a in {"x", "y"}, b in {}, a in x.allowed, lower(a) in {"q"}, now() = 2,
      starts_with(a, "æ{x}"), matches(lower(a), "^\\d+$") = false,
      sum(v) { s.ten(v) } - min(w) { s.ten(v: w) } <= max(v) { s.ten(v) }, true, flag = true,
      a - (b - c) = (a - b) - c, a - (b + c) < a + (b - c), 9223372036854775807 > -9223372036854775808

    policy pack.all-of_it2 {
      title "One" why "Two" fix "Three" obtain en "Four" da "Fire" caveat "Five"
      severity critical
      basis ours "us" controls "c"
      for a, b in r.all(a, b), a != b
      fail "both {a} {{" per a, b if s.x(a), s.y(b: "v")
      fail "f" if a < 3
      except "by name" if s.z(a)
      unverified "u" if not s.w(b)
      example "empty" { expect empty }
      example "all" { s.x(a: 1) partial s.y absent s.w s.z(a: 2, b: "q") expect pass a: -1, b: 2024-01-01 expect exempt }
    }
    policy pack.names { for domain in organisation.own_domains fail "x" if domain = "a" }
    policy pack.sets { for d in {"a", "b"}, s.x(d) fail "x" if s.y(d) }
    policy pack.open { for s.x(a) severity low fail "x" if s.x(a) }
    """#

  static func parse(_ text: String) -> (items: [Item], diagnostics: [Diagnostic]) {
    let parsed = Parser.parse([SourceText(path: "t.policy", text: text)])
    return (parsed.program.items, parsed.diagnostics)
  }

  /// The shape of a tree without its places: an oracle that shares nothing with the printer.
  static func shape(_ value: Any) -> String {
    if value is Span { return "" }
    let mirror = Mirror(reflecting: value)
    if let string = value as? String { return "\"\(string)\"" }
    if mirror.displayStyle == .optional { return mirror.children.first.map { shape($0.value) } ?? "nil" }
    if mirror.children.isEmpty { return "\(value)" }
    let parts = mirror.children.map { ($0.label ?? "") + ":" + shape($0.value) }
    return "\(mirror.displayStyle == .enum ? "." : "")(\(parts.joined(separator: " ")))"
  }
}
