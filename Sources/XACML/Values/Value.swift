import Formats

/// One value of one of the data types. Two values are equal where the type's `-equal` function says so.
public enum Value: Hashable, Sendable {
  case string(String)
  case boolean(Bool)
  case integer(Int64)
  case double(Double)
  case time(TimeValue)
  case date(DateValue)
  case dateTime(DateTimeValue)
  case dayTimeDuration(DayTimeDuration)
  case yearMonthDuration(YearMonthDuration)
  case anyURI(String)
  case hexBinary([UInt8])
  case base64Binary([UInt8])
  case x500Name(DistinguishedName)
  case rfc822Name(MailName)
  case ipAddress(NetworkAddress)
  case dnsName(DomainName)
  case xpathExpression(PathExpression)
  case foreign(type: String, text: String)

  /// What kind of value it is.
  public var type: DataType {
    switch self {
    case .string: .string
    case .boolean: .boolean
    case .integer: .integer
    case .double: .double
    case .time: .time
    case .date: .date
    case .dateTime: .dateTime
    case .dayTimeDuration: .dayTimeDuration
    case .yearMonthDuration: .yearMonthDuration
    case .anyURI: .anyURI
    case .hexBinary: .hexBinary
    case .base64Binary: .base64Binary
    case .x500Name: .x500Name
    case .rfc822Name: .rfc822Name
    case .ipAddress: .ipAddress
    case .dnsName: .dnsName
    case .xpathExpression: .xpathExpression
    case .foreign(let type, _): .foreign(ExactText(type))
    }
  }

  /// Bytes that it takes, about, and at least the bytes that a comparison looks at.
  var size: Int {
    switch self {
    case .string(let text), .anyURI(let text), .foreign(_, let text): 48 + text.utf8.count
    case .hexBinary(let bytes), .base64Binary(let bytes): 48 + bytes.count
    case .x500Name(let name): 48 + name.text.utf8.count * 4
    case .rfc822Name(let name): 48 + name.local.utf8.count + name.domain.utf8.count
    case .ipAddress, .dnsName: 48 + text.utf8.count
    case .xpathExpression(let path): 48 + path.path.utf8.count
    case .boolean, .integer, .double, .time, .date, .dateTime, .dayTimeDuration, .yearMonthDuration: 48
    }
  }

  /// Whether both are equal, as their type compares.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)), (.anyURI(let left), .anyURI(let right)):
      left.isExactly(right)
    case (.boolean(let left), .boolean(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    // What is no number is equal to itself, as the conformance suite has it (IIC350).
    case (.double(let left), .double(let right)): left == right || (left.isNaN && right.isNaN)
    case (.time(let left), .time(let right)): left == right
    case (.date(let left), .date(let right)): left == right
    case (.dateTime(let left), .dateTime(let right)): left == right
    case (.dayTimeDuration(let left), .dayTimeDuration(let right)): left == right
    case (.yearMonthDuration(let left), .yearMonthDuration(let right)): left == right
    case (.hexBinary(let left), .hexBinary(let right)), (.base64Binary(let left), .base64Binary(let right)):
      left == right
    case (.x500Name(let left), .x500Name(let right)): left == right
    case (.rfc822Name(let left), .rfc822Name(let right)): left == right
    case (.ipAddress(let left), .ipAddress(let right)): left == right
    case (.dnsName(let left), .dnsName(let right)): left == right
    case (.xpathExpression(let left), .xpathExpression(let right)): left == right
    case (.foreign(let type, let text), .foreign(let otherType, let otherText)):
      type.isExactly(otherType) && text.isExactly(otherText)
    default: false
    }
  }

  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .string(let text), .anyURI(let text): hasher.combine(bytesOf: text)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .double(let value): hasher.combine(value.isNaN ? .nan : value)
    case .time(let value): hasher.combine(value)
    case .date(let value): hasher.combine(value)
    case .dateTime(let value): hasher.combine(value)
    case .dayTimeDuration(let value): hasher.combine(value)
    case .yearMonthDuration(let value): hasher.combine(value)
    case .hexBinary(let bytes), .base64Binary(let bytes): hasher.combine(bytes)
    case .x500Name(let value): hasher.combine(value)
    case .rfc822Name(let value): hasher.combine(value)
    case .ipAddress(let value): hasher.combine(value)
    case .dnsName(let value): hasher.combine(value)
    case .xpathExpression(let value): hasher.combine(value)
    case .foreign(_, let text): hasher.combine(bytesOf: text)
    }
  }
}

/// An XPath expression with what it needs to be evaluated.
public struct PathExpression: Hashable, Sendable {
  /// The path of XPath.
  public var path: String
  /// The category of the request whose content it selects from.
  public var category: String
  package var namespaces: [NamespaceBinding]
  package init(path: String, category: String, namespaces: [NamespaceBinding]) {
    self.path = path
    self.category = category
    self.namespaces = namespaces
  }

  /// Two expressions are the same whatever prefixes are in scope beside them.
  public static func == (left: PathExpression, right: PathExpression) -> Bool {
    left.path.isExactly(right.path) && left.category.isExactly(right.category)
  }
  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytesOf: path)
    hasher.combine(bytesOf: category)
  }
}
