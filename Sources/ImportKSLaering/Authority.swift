import FactStore
import ImportCore

/// Who serves the interface: `GET …/authority`.
enum Authority {
  static let kind = Kind(
    "ks.authority", noun: Noun("answer"), signs: [.keys(["name", "version", "email"], exact: true)],
    fills: ["ks.authority"]
  ) { record in
    let name = record.text("name")
    record.add(
      "ks.authority", ["authority": name, "version": record.text("version"), "email": record.email("email")])
  }
  .with { kind in
    kind.extent = .answer
    kind.organisation = .everybody
    kind.list.mayBeEmpty = false
  }
}
