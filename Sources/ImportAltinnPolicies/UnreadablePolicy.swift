import FactStore
import ImportCore
import Localization

/// A policy that could not be read. A file holds one policy, so what it says is in doubt, and what it may say of a resource;
/// what other files say of their policies is not.
struct UnreadablePolicy: SourceDocument {
  /// Of the file: nobody knows what it is of. Empty where it is no policy at all.
  var digest: String
  var damage: Damage

  var records: Int { 1 }
  var problemCount: Int { 0 }
  var damageOfWhole: Phrase? { damage.text }

  private var name: String {
    digest.isEmpty ? "a policy that cannot be read" : "a policy that cannot be read (\(DocumentNames.mark(of: digest)))"
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for schema in AltinnPolicySchemas.all {
      writer.cover(schema.name, grade: .assumed)
      // Which part lies within which depends on no policy.
      guard schema.columns.contains(where: { $0.name == "policy" }) else { continue }
      writer.addHole(
        schema.name, ["policy": .text(name)], reason: .truncated, text: damage.text, at: damage.place)
    }
    report.grade = .assumed
    report.records += 1
    report.rejected += 1
    report.fail(damage)
  }
}
