import FactStore
import Localization

/// Which rights make a duty, and which two duties one person must not have.
extension IntegrationRegister {
  private static let dutyRow = ValueType.entity("duties.entry")

  static let duties = IntegrationRegister(
    relation: "duties.right", file: "duties.csv", yamlKey: "duties",
    doc: "A right that makes a duty of whoever holds it; several rows of one duty are any of them.",
    obtain: """
      `duties.csv` with `duty,system,what,place`, or the same as YAML; whoever answers for internal control keeps it, \
      together with `conflicts.csv`
      """,
    columns: [
      RegisterColumn("duty", .name, required: true, "what the organisation calls it"),
      RegisterColumn(
        "system", .name, required: true,
        "the system of the right, as `kitos`, or what a register says of somebody, as `register:approved_by`"),
      RegisterColumn("what", .name, required: true, "the right, as its system calls it; `*` is any"),
      RegisterColumn("place", .name, required: true, "where it holds, as its system calls it; `*` is anywhere"),
    ], identity: ["duty", "system", "what", "place"], isKeyed: false, noun: Phrase("duties"),
    example: ["authorises-pay", "dfo", "A290", "*"], row: dutyRow)

  static let conflicts = IntegrationRegister(
    relation: "duties.conflict", file: "conflicts.csv", yamlKey: "conflicts",
    doc: "Two duties that one person must not have, or that somebody keeps an eye on.",
    obtain: """
      `conflicts.csv` with `first,second,scope,level,reason,reference`, or the same as YAML; whoever answers for internal \
      control keeps it, together with `duties.csv`
      """,
    columns: [
      RegisterColumn("first", .name, required: true, "a duty"),
      RegisterColumn("second", .name, required: true, "another one"),
      RegisterColumn(
        "scope", .word(["any", "same-place", "same-object"]), required: true,
        "wherever, in one organisation or unit, or of one thing"),
      RegisterColumn("level", .word(["forbidden", "watch"]), required: true, "how bad it is"),
      RegisterColumn("reason", .text, "what one person could do with both"),
      RegisterColumn("reference", .text, "where that was decided"),
    ], identity: ["first", "second", "scope"], isKeyed: false, noun: Phrase("conflicts"),
    example: [
      "asks-for-keys", "approves-keys", "same-object", "forbidden", "nobody else would know of the key", "2026/12",
    ], row: dutyRow)
}
