import Audit
import FactStore

/// Findings that stand together differ in a few values. What stands between those is written once here, masked and escaped, and
/// copied for each of the findings.
struct FindingForm {
  /// What only one finding says.
  private enum Value {
    case fingerprint, message
    case subject(KeyWriter.Value)
    case violating(KeyWriter.Value)
  }

  /// The finding that the form was made of.
  private let model: Finding
  private let form: JSONWriter.Form<Value>

  /// - Parameter json: what the form is for.
  init(of finding: Finding, for json: borrowing JSONWriter) {
    model = finding
    form = json.form { json, gap in
      json.key("fingerprint")
      gap(.fingerprint, &json)
      json.member("policy", finding.policy)
      json.member("severity", finding.severity.rawValue)
      json.member("verdict", finding.verdict.rawValue)
      json.key("subject")
      KeyWriter.write(finding.subject, into: &json) { gap(.subject($0), &$1) }
      json.key("violating")
      if finding.violating.isEmpty {
        json.null()
      } else {
        KeyWriter.write(finding.violating, into: &json) { gap(.violating($0), &$1) }
      }
      json.key("message")
      gap(.message, &json)
    }
  }

  /// Whether another finding differs from the model in nothing but what the gaps are for. Bytes are compared: texts that look the
  /// same may have others.
  func fits(_ finding: Finding) -> Bool {
    finding.severity == model.severity && finding.verdict == model.verdict && finding.policy.hasBytes(of: model.policy)
      && Self.haveSameNames(finding.subject, model.subject) && Self.haveSameNames(finding.violating, model.violating)
  }

  private static func haveSameNames(_ keys: [Finding.Key], _ others: [Finding.Key]) -> Bool {
    keys.count == others.count
      && keys.indices.allSatisfy {
        keys[$0].name.hasBytes(of: others[$0].name) && keys[$0].type.hasBytes(of: others[$0].type)
      }
  }

  /// Writes the members of a finding that fits.
  func write(_ finding: Finding, into json: inout JSONWriter) {
    let subject = QuotedKeys(finding.subject, json)
    let violating = QuotedKeys(finding.violating, json)
    json.members(form) { value, json in
      switch value {
      case .fingerprint: json.value(digest: finding.fingerprint)
      case .message: json.value(finding.message)
      case .subject(let value): subject.write(value, into: &json)
      case .violating(let value): violating.write(value, into: &json)
      }
    }
  }

  /// The values of keys. That of a single one stands in three places, and is masked and escaped once.
  private struct QuotedKeys {
    private let keys: [Finding.Key]
    private let single: [UInt8]?

    init(_ keys: [Finding.Key], _ json: borrowing JSONWriter) {
      self.keys = keys
      single = keys.count == 1 ? json.quoted(keys[0].value) : nil
    }

    func write(_ value: KeyWriter.Value, into json: inout JSONWriter) {
      if let single { json.value(quoted: single) } else { json.value(KeyWriter.text(of: value, keys)) }
    }
  }
}
