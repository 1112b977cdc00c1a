extension Response {
  /// The response as XML, ended by a line feed.
  public var xml: String {
    var xml = XMLText()
    xml.open("Response", [("xmlns", Reading.namespace)])
    for result in results { Self.write(result, into: &xml) }
    xml.close("Response")
    return xml.text
  }

  private static func write(_ result: DecisionResult, into xml: inout XMLText) {
    xml.open("Result")
    xml.leaf("Decision", result.decision.name)
    xml.open("Status")
    xml.empty("StatusCode", [("Value", result.statusCode)])
    if let failure = result.failure {
      xml.leaf("StatusMessage", failure.message)
      if let missing = failure.missing {
        xml.open("StatusDetail")
        xml.empty(
          "MissingAttributeDetail",
          [("Category", missing.category), ("AttributeId", missing.id), ("DataType", missing.type.identifier)]
            + (missing.issuer.map { [("Issuer", $0)] } ?? []))
        xml.close("StatusDetail")
      }
    }
    xml.close("Status")
    write(result.obligations, "Obligations", "Obligation", into: &xml)
    write(result.advice, "AssociatedAdvice", "Advice", into: &xml)
    for group in result.attributes {
      xml.open("Attributes", [("Category", group.category)])
      for attribute in group.attributes {
        xml.open(
          "Attribute",
          [("AttributeId", attribute.id)] + (attribute.issuer.map { [("Issuer", $0)] } ?? [])
            + [("IncludeInResult", "true")])
        for (index, value) in attribute.values.enumerated() {
          xml.value("AttributeValue", [], value, written: attribute.written(index))
        }
        xml.close("Attribute")
      }
      xml.close("Attributes")
    }
    if !result.policies.isEmpty {
      xml.open("PolicyIdentifierList")
      for policy in result.policies {
        xml.leaf(
          policy.kind == .policy ? "PolicyIdReference" : "PolicySetIdReference", policy.id,
          [("Version", policy.version)])
      }
      xml.close("PolicyIdentifierList")
    }
    xml.close("Result")
  }

  private static func write(_ obligations: [Obligation], _ list: String, _ name: String, into xml: inout XMLText) {
    guard !obligations.isEmpty else { return }
    xml.open(list)
    for obligation in obligations {
      xml.open(name, [("\(name)Id", obligation.id)])
      for assignment in obligation.assignments {
        xml.value(
          "AttributeAssignment",
          [("AttributeId", assignment.attribute)] + (assignment.category.map { [("Category", $0)] } ?? [])
            + (assignment.issuer.map { [("Issuer", $0)] } ?? []), assignment.value, written: assignment.written)
      }
      xml.close(name)
    }
    xml.close(list)
  }
}

/// Writes XML line by line, indented.
struct XMLText {
  private(set) var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
  private var depth = 0

  private mutating func start(_ name: String, _ attributes: [(String, String)]) {
    text += String(repeating: "  ", count: depth) + "<" + name
    for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value, inAttribute: true))\"" }
  }

  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    start(name, attributes)
    text += ">\n"
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    text += String(repeating: "  ", count: depth) + "</\(name)>\n"
  }

  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    start(name, attributes)
    text += "/>\n"
  }

  mutating func leaf(_ name: String, _ content: String, _ attributes: [(String, String)] = []) {
    start(name, attributes)
    text += ">\(Self.escaped(content))</\(name)>\n"
  }

  mutating func value(_ name: String, _ attributes: [(String, String)], _ value: Value, written: String? = nil) {
    var attributes = attributes + [("DataType", value.type.identifier)]
    if case .xpathExpression(let path) = value {
      attributes.append(("XPathCategory", path.category))
      for binding in path.namespaces where !binding.prefix.isEmpty {
        attributes.append(("xmlns:\(binding.prefix)", binding.uri))
      }
    }
    leaf(name, written ?? value.text, attributes)
  }

  static func escaped(_ text: String, inAttribute: Bool = false) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"" where inAttribute: out += "&quot;"
      case "\r": out += "&#13;"
      case "\n" where inAttribute, "\t" where inAttribute: out += "&#\(scalar.value);"
      case "\n", "\t": out.unicodeScalars.append(scalar)
      default: out.unicodeScalars.append(scalar.value < 0x20 ? "\u{FFFD}" : scalar)
      }
    }
    return out
  }
}
