/// Every function that a policy may name, by its identifier.
enum FunctionTable {
  static let one = "urn:oasis:names:tc:xacml:1.0:function:"
  static let two = "urn:oasis:names:tc:xacml:2.0:function:"
  static let three = "urn:oasis:names:tc:xacml:3.0:function:"

  /// All identifiers, sorted.
  static var identifiers: [String] { table.keys.sorted() }

  static func find(_ identifier: String) -> Function? { table[identifier] }

  private static let table: [String: Function] = {
    var table: [String: Function] = [:]
    for function in all { table[function.identifier] = function }
    for (old, new) in earlierNames {
      guard let function = table[new] else { continue }
      table[old] = Function(
        old, function.parameters, further: function.further, gives: function.result, function.evaluation)
    }
    return table
  }()

  private static var all: [Function] {
    equality + arithmetic + conversions + logic + comparisons + times + strings + texts + bags + sets + higherOrder
      + patterns + paths
  }

  /// Names of earlier versions that a policy of today may still use (core specification, A.4).
  private static let earlierNames: [(String, String)] = {
    var names: [(String, String)] = [
      (two + "uri-string-concatenate", ""), (one + "any-of", three + "any-of"), (one + "all-of", three + "all-of"),
      (one + "any-of-any", three + "any-of-any"), (one + "map", three + "map"),
      (two + "string-starts-with", three + "string-starts-with"),
    ]
    for type in ["dayTimeDuration", "yearMonthDuration"] {
      for name in ["equal", "one-and-only", "bag-size", "is-in", "bag"] {
        names.append((one + "\(type)-\(name)", three + "\(type)-\(name)"))
      }
      for name in ["intersection", "at-least-one-member-of", "union", "subset", "set-equals"] {
        names.append((one + "\(type)-\(name)", three + "\(type)-\(name)"))
      }
      for sign in ["add", "subtract"] {
        names.append((one + "dateTime-\(sign)-\(type)", three + "dateTime-\(sign)-\(type)"))
      }
    }
    for sign in ["add", "subtract"] {
      names.append((one + "date-\(sign)-yearMonthDuration", three + "date-\(sign)-yearMonthDuration"))
    }
    return names.filter { !$0.1.isEmpty }
  }()

  /// Types that have equality, and with it bags and sets, and the version that named their functions.
  static let comparable: [(type: DataType, prefix: String)] = [
    (.string, one), (.boolean, one), (.integer, one), (.double, one), (.time, one), (.date, one), (.dateTime, one),
    (.anyURI, one), (.hexBinary, one), (.base64Binary, one), (.x500Name, one), (.rfc822Name, one),
    (.dayTimeDuration, three), (.yearMonthDuration, three),
  ]
}
