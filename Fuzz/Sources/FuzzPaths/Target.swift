@testable import XACML

private let space = "xmlns=\"urn:oasis:names:tc:xacml:3.0:core:schema:wd-17\""
private let resource = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource"
private let selectorID = "urn:oasis:names:tc:xacml:3.0:content-selector"
private let pathType = "urn:oasis:names:tc:xacml:3.0:data-type:xpathExpression"

/// A path, another that it begins at, and a document, with zero bytes between them: selected by, matched, compared and
/// counted. Nodes of every kind are used in every place where a policy uses nodes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
  guard parts.count == 3 else { return 0 }
  let texts = parts.map { String(decoding: $0, as: UTF8.self) }
  let path = escaped(texts[0])
  let begin = escaped(texts[1])
  let request = """
    <Request \(space) xmlns:p="urn:p" ReturnPolicyIdList="false" CombinedDecision="false"><Attributes Category="\(resource)">\
    <Content>\(texts[2])</Content><Attribute AttributeId="\(selectorID)" IncludeInResult="false">\(value(begin))</Attribute>\
    </Attributes></Request>
    """
  guard let asked = try? Request.read(Array(request.utf8), file: "request") else { return 0 }
  let selector = """
    <AttributeSelector Category="\(resource)" ContextSelectorId="\(selectorID)" Path="\(path)" \
    DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
    """
  let conditions = [
    apply("1.0", "string-is-in", "<AttributeValue DataType=\"http://www.w3.org/2001/XMLSchema#string\"/>" + selector),
    apply("3.0", "xpath-node-match", value(path) + value(begin)),
    apply("3.0", "xpath-node-equal", value(begin) + value(path)),
    apply(
      "1.0", "integer-equal",
      apply("3.0", "xpath-node-count", value(path))
        + "<AttributeValue DataType=\"http://www.w3.org/2001/XMLSchema#integer\">1</AttributeValue>"),
  ]
  for condition in conditions {
    let policy = """
      <Policy \(space) xmlns:p="urn:p" PolicyId="p" Version="1" \
      RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides"><Target/>\
      <Rule RuleId="r" Effect="Permit"><Condition>\(condition)</Condition></Rule></Policy>
      """
    var library = PolicyLibrary()
    guard (try? library.addRoot(Array(policy.utf8), file: "policy")) != nil, let point = try? library.decisionPoint()
    else {
      continue
    }
    precondition(point.answer(asked, now: DateTimeValue(secondsSince1970: 43_200)).count == 1)
  }
  return 0
}

private func value(_ path: String) -> String {
  "<AttributeValue DataType=\"\(pathType)\" XPathCategory=\"\(resource)\">\(path)</AttributeValue>"
}

private func apply(_ version: String, _ name: String, _ arguments: String) -> String {
  "<Apply FunctionId=\"urn:oasis:names:tc:xacml:\(version):function:\(name)\">\(arguments)</Apply>"
}

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
}
