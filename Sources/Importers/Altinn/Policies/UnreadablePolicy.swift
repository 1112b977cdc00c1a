import FactStore

/// A policy that could not be read. A file holds one policy, so what it says is in doubt, and what it may say of a resource;
/// what other files say of their policies is not.
struct UnreadablePolicy: SourceDocument {
  var path: String
  var damage: Damage

  var records: Int { 1 }
  var damageOfWhole: String? { damage.text }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for schema in AltinnPolicySchemas.all {
      writer.cover(schema.name, grade: .assumed)
      // Which part lies within which depends on no policy.
      guard schema.columns.contains(where: { $0.name == "policy" }) else { continue }
      writer.addHole(
        schema.name, ["policy": .text("the policy of \(path)")], reason: .truncated, text: damage.text, at: damage.place
      )
    }
    report.grade = .assumed
    report.records += 1
    report.rejected += 1
    report.fail(damage)
  }
}
