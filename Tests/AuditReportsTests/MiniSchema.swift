import Foundation

/// The few keywords of JSON Schema that schemas/ uses, checked without any library.
struct MiniSchema {
  let root: [String: Any]

  func errors(_ value: Any) -> [String] { errors(value, root, "$") }

  private func errors(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    if let reference = schema["$ref"] as? String { found += errors(value, resolve(reference), path) }
    if let allowed = schema["enum"] as? [Any], !allowed.contains(where: { same($0, value) }) {
      found.append("\(path): not one of the allowed values")
    }
    if let constant = schema["const"], !same(constant, value) { found.append("\(path): not the constant") }
    if let branches = schema["anyOf"] as? [[String: Any]],
      !branches.contains(where: { errors(value, $0, path).isEmpty })
    {
      found.append("\(path): fits no branch")
    }
    if let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map({ [$0] }),
      !types.contains(where: { isOf($0, value) })
    {
      return found + ["\(path): not \(types.joined(separator: " or "))"]
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): does not match \(pattern)")
    }
    if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
      found.append("\(path): below \(least)")
    }
    if let items = schema["items"] as? [String: Any], let list = value as? [Any] {
      for (at, item) in list.enumerated() { found += errors(item, items, "\(path)[\(at)]") }
    }
    if let object = value as? [String: Any] { found += members(object, schema, path) }
    return found
  }

  private func members(_ object: [String: Any], _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    for name in schema["required"] as? [String] ?? [] where object[name] == nil {
      found.append("\(path): no `\(name)`")
    }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for (name, member) in object {
      if let property = properties[name] {
        found += errors(member, property, "\(path).\(name)")
      } else if let rest = schema["additionalProperties"] as? [String: Any] {
        found += errors(member, rest, "\(path).\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(path): unexpected `\(name)`")
      }
    }
    return found
  }

  private func resolve(_ reference: String) -> [String: Any] {
    reference.dropFirst(2).split(separator: "/").reduce(root) { $0[String($1)] as? [String: Any] ?? [:] }
  }

  private func same(_ left: Any, _ right: Any) -> Bool { (left as? NSObject) == (right as? NSObject) }

  private func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int && !isBoolean(value)
    case "boolean": isBoolean(value)
    case "null": value is NSNull
    default: false
    }
  }

  // Numbers and booleans are both `NSNumber`, and 0 and 1 bridge to either.
  private func isBoolean(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
  }
}
