import Formats

extension FunctionTable {
  /// A.3.1.
  static var equality: [Function] {
    comparable.map { type, prefix in
      Function(
        prefix + type.shortName + "-equal", [.value(type), .value(type)], gives: .value(.boolean), .equality)
    } + [
      Function(
        three + "string-equal-ignore-case", [.value(.string), .value(.string)], gives: .value(.boolean),
        .strict { arguments throws(Failure) in
          .value(.boolean(arguments[0].string.lowercased().isExactly(arguments[1].string.lowercased())))
        })
    ]
  }

  /// A.3.2.
  static var arithmetic: [Function] {
    func integers(
      _ name: String, _ count: Int = 2, many: Bool = false,
      _ body: @escaping @Sendable (Int64, Int64) throws(Failure) -> Int64
    ) -> Function {
      Function(
        one + name, Array(repeating: .value(.integer), count: count), further: many ? .value(.integer) : nil,
        gives: .value(.integer),
        .strict { arguments throws(Failure) in
          var value = arguments[0].integer
          if count == 1 { return .value(.integer(try body(value, 0))) }
          for argument in arguments.dropFirst() { value = try body(value, argument.integer) }
          return .value(.integer(value))
        })
    }
    func doubles(
      _ name: String, _ count: Int = 2, many: Bool = false,
      _ body: @escaping @Sendable (Double, Double) throws(Failure) -> Double
    ) -> Function {
      Function(
        one + name, Array(repeating: .value(.double), count: count), further: many ? .value(.double) : nil,
        gives: .value(.double),
        .strict { arguments throws(Failure) in
          var value = arguments[0].double
          if count == 1 { return .value(.double(try body(value, 0))) }
          for argument in arguments.dropFirst() { value = try body(value, argument.double) }
          return .value(.double(value))
        })
    }
    @Sendable func whole(_ result: (Int64, overflow: Bool)) throws(Failure) -> Int64 {
      if result.overflow { throw .processing("an integer is out of range") }
      return result.0
    }
    @Sendable func divisor<Number: Numeric & SendableMetatype>(_ number: Number) throws(Failure) -> Number {
      if number == 0 { throw .processing("a division by zero") }
      return number
    }
    return [
      integers("integer-add", many: true) { left, right throws(Failure) in
        try whole(left.addingReportingOverflow(right))
      },
      integers("integer-subtract") { left, right throws(Failure) in
        try whole(left.subtractingReportingOverflow(right))
      },
      integers("integer-multiply", many: true) { left, right throws(Failure) in
        try whole(left.multipliedReportingOverflow(by: right))
      },
      integers("integer-divide") { left, right throws(Failure) in
        try whole(left.dividedReportingOverflow(by: try divisor(right)))
      },
      integers("integer-mod") { left, right throws(Failure) in
        try whole(left.remainderReportingOverflow(dividingBy: try divisor(right)))
      },
      integers("integer-abs", 1) { value, _ throws(Failure) in
        value < 0 ? try whole(Int64(0).subtractingReportingOverflow(value)) : value
      },
      doubles("double-add", many: true) { left, right throws(Failure) in left + right },
      doubles("double-subtract") { left, right throws(Failure) in left - right },
      doubles("double-multiply", many: true) { left, right throws(Failure) in left * right },
      doubles("double-divide") { left, right throws(Failure) in left / (try divisor(right)) },
      doubles("double-abs", 1) { value, _ throws(Failure) in abs(value) },
      doubles("round", 1) { value, _ throws(Failure) in
        value.rounded() == value ? value : (value + 0.5).rounded(.down)
      },
      doubles("floor", 1) { value, _ throws(Failure) in value.rounded(.down) },
    ]
  }

  /// A.3.3 and A.3.4.
  static var conversions: [Function] {
    [
      Function(
        one + "string-normalize-space", [.value(.string)], gives: .value(.string),
        .strict { arguments throws(Failure) in .value(.string(arguments[0].string.trimmed)) }),
      Function(
        one + "string-normalize-to-lower-case", [.value(.string)], gives: .value(.string),
        .strict { arguments throws(Failure) in .value(.string(arguments[0].string.lowercased())) }),
      Function(
        one + "double-to-integer", [.value(.double)], gives: .value(.integer),
        .strict { arguments throws(Failure) in
          guard let whole = Int64(exactly: arguments[0].double.rounded(.towardZero)) else {
            throw .processing("a number is no integer of 64 bits")
          }
          return .value(.integer(whole))
        }),
      Function(
        one + "integer-to-double", [.value(.integer)], gives: .value(.double),
        .strict { arguments throws(Failure) in .value(.double(Double(arguments[0].integer))) }),
    ]
  }

  /// A.3.5.
  static var logic: [Function] {
    [
      Function(one + "or", [], further: .value(.boolean), gives: .value(.boolean), .logical(.or)),
      Function(one + "and", [], further: .value(.boolean), gives: .value(.boolean), .logical(.and)),
      Function(
        one + "n-of", [.value(.integer)], further: .value(.boolean), gives: .value(.boolean), .logical(.atLeast)),
      Function(
        one + "not", [.value(.boolean)], gives: .value(.boolean),
        .strict { arguments throws(Failure) in .value(.boolean(!arguments[0].boolean)) }),
    ]
  }
}
