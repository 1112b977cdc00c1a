import Formats

extension CanonicalJSON {
  /// Reads what has to be in canonical form to the last byte; `nil` where it is not.
  package init?(canonical bytes: [UInt8]) {
    let json = JSONRecords.read(bytes)
    guard json.problems.isEmpty, json.shape == .object, let record = json.records.first,
      case .success(let node) = record.node, let value = CanonicalJSON(node), value.bytes == bytes
    else { return nil }
    self = value
  }

  private init?(_ node: JSONNode) {
    switch node.kind {
    case .null: self = .null
    case .array:
      var elements: [CanonicalJSON] = []
      for element in node.elements {
        guard let element = CanonicalJSON(element) else { return nil }
        elements.append(element)
      }
      self = .list(elements)
    case .object:
      var members: [String: CanonicalJSON] = [:]
      for (name, value) in node.members { members[name] = CanonicalJSON(value) }
      guard members.count == node.members.count else { return nil }
      self = .object(members)
    default:
      if let text = node.string {
        self = .text(text)
      } else if let flag = node.bool {
        self = .bool(flag)
      } else if let number = node.int, abs(number) < 1 << 53 {
        self = .int(Int(number))
      } else {
        return nil
      }
    }
  }
}
