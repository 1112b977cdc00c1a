import Audit
import AuditReports
import Localization

/// The finding that a person means: by the first digits of its fingerprint, or by policy and subject.
struct FindingChoice {
  let name: String
  let subject: String?

  init(_ name: String, subject: String?) {
    self.name = name
    self.subject = subject
  }

  static func isFingerprint(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 64
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
          UInt8(ascii: "A")...UInt8(ascii: "F"):
          true
        default: false
        }
      }
  }

  /// The place of the finding in the result. Walks all findings.
  func find(in result: AuditResult) throws -> Int {
    let prefix = name.lowercased()
    let byFingerprint = Self.isFingerprint(name)
    var found: [Int] = []
    for index in 0..<result.findings.count {
      let finding = result.findings.keyed(index)
      let fits =
        byFingerprint
        ? finding.fingerprint.hasPrefix(prefix)
        : finding.policy == name
          && (subject == nil || subject.map(RowsReport.values(ofKey:)) == finding.subject.map(\.value))
      if fits { found.append(index) }
    }
    guard let first = found.first else { throw missing(result) }
    guard found.count > 1 else { return first }
    let listed = found.prefix(10).map { index in
      let finding = result.findings[index]
      return "\(ShortFingerprint.of(finding.fingerprint))  \(finding.message)" as Phrase
    }
    throw CommandFailure.usage(
      found.count > 10
        ? "\(found.count) findings fit `\(name)`, the first ten:" : "\(found.count) findings fit `\(name)`:",
      details: listed,
      help: byFingerprint ? "give more digits" : "give the digits of one of them, or --subject")
  }

  private func missing(_ result: AuditResult) -> CommandFailure {
    if Self.isFingerprint(name) {
      return .usage(
        "no finding has a fingerprint that begins with `\(name)`",
        help: "was it found with other exports, policies, or another --as-of? `tilsyn audit` lists the findings")
    }
    if let policy = result.policies.first(where: { $0.id == name }) {
      if policy.status == .notEvaluated {
        return .usage(
          "`\(name)` was not evaluated: an export that it rests on is missing",
          help: "`tilsyn policy show \(name)` says which, and how to get it")
      }
      if policy.status == .outOfScope {
        return .usage(
          "`\(name)` is out of scope: `without` in the configuration says that there is no export that it rests on",
          help: "take the export out of `without` to have it judged")
      }
      return .usage(
        subject.map { "`\(name)` found nothing about `\($0)`" } ?? "`\(name)` found nothing",
        help: "`tilsyn why-not \(name) SUBJECT PATH` shows how far it comes")
    }
    return .usage("there is no policy `\(name)`", help: "`tilsyn policy list` lists them")
  }
}
