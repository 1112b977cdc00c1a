import Formats

/// The data types of XACML 3.0 (core specification, section 10.2.7).
public enum DataType: Hashable, Sendable {
  case string, boolean, integer, double
  case time, date, dateTime, dayTimeDuration, yearMonthDuration
  case anyURI, hexBinary, base64Binary
  case x500Name, rfc822Name, ipAddress, dnsName
  case xpathExpression
  /// A type that the specification does not define. Its values are carried, and no function takes them.
  case foreign(ExactText)

  /// All types that are defined, in the order of the specification.
  public static let all: [DataType] = [
    .x500Name, .rfc822Name, .ipAddress, .dnsName, .xpathExpression, .string, .boolean, .integer, .double, .time, .date,
    .dateTime, .anyURI, .hexBinary, .base64Binary, .dayTimeDuration, .yearMonthDuration,
  ]

  private static let schema = "http://www.w3.org/2001/XMLSchema#"
  private static let byIdentifier: [ExactText: DataType] = {
    var types: [ExactText: DataType] = [:]
    for type in all { types[ExactText(type.identifier)] = type }
    // Names that earlier versions used.
    types["http://www.w3.org/TR/2002/WD-xquery-operators-20020816#dayTimeDuration"] = .dayTimeDuration
    types["http://www.w3.org/TR/2002/WD-xquery-operators-20020816#yearMonthDuration"] = .yearMonthDuration
    types["urn:oasis:names:tc:xacml:2.0:data-type:dayTimeDuration"] = .dayTimeDuration
    types["urn:oasis:names:tc:xacml:2.0:data-type:yearMonthDuration"] = .yearMonthDuration
    return types
  }()

  /// The type of that identifier; one that is unknown keeps it.
  public init(_ identifier: String) {
    let name = ExactText(identifier)
    self = Self.byIdentifier[name] ?? .foreign(name)
  }

  /// The URI that names the type.
  public var identifier: String {
    switch self {
    case .foreign(let identifier): identifier.text
    case .x500Name, .rfc822Name: "urn:oasis:names:tc:xacml:1.0:data-type:\(shortName)"
    case .ipAddress, .dnsName: "urn:oasis:names:tc:xacml:2.0:data-type:\(shortName)"
    case .xpathExpression: "urn:oasis:names:tc:xacml:3.0:data-type:xpathExpression"
    default: Self.schema + shortName
    }
  }

  /// `string`, as in the names of functions.
  package var shortName: String {
    switch self {
    case .string: "string"
    case .boolean: "boolean"
    case .integer: "integer"
    case .double: "double"
    case .time: "time"
    case .date: "date"
    case .dateTime: "dateTime"
    case .dayTimeDuration: "dayTimeDuration"
    case .yearMonthDuration: "yearMonthDuration"
    case .anyURI: "anyURI"
    case .hexBinary: "hexBinary"
    case .base64Binary: "base64Binary"
    case .x500Name: "x500Name"
    case .rfc822Name: "rfc822Name"
    case .ipAddress: "ipAddress"
    case .dnsName: "dnsName"
    case .xpathExpression: "xpathExpression"
    case .foreign(let identifier): identifier.text
    }
  }
}
