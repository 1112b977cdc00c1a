extension FunctionTable {
  /// A.3.10.
  static var bags: [Function] {
    func basic(_ type: DataType, _ prefix: String) -> [Function] {
      [
        Function(
          prefix + "\(type.shortName)-one-and-only", [.bag(type)], gives: .value(type),
          .strict { arguments throws(Failure) in
            let values = arguments[0].values
            guard values.count == 1 else {
              throw .processing("a bag of \(values.count) values where there must be one and only one")
            }
            return .value(values[0])
          }),
        Function(
          prefix + "\(type.shortName)-bag-size", [.bag(type)], gives: .value(.integer),
          .strict { arguments throws(Failure) in .value(.integer(Int64(arguments[0].values.count))) }),
        Function(
          prefix + "\(type.shortName)-bag", [], further: .value(type), gives: .bag(type),
          .strict { arguments throws(Failure) in .bag(arguments.map(\.single)) }),
      ]
    }
    return comparable.flatMap { type, prefix in
      basic(type, prefix) + [
        Function(
          prefix + "\(type.shortName)-is-in", [.value(type), .bag(type)], gives: .value(.boolean),
          .strict { arguments throws(Failure) in
            .value(.boolean(arguments[1].values.contains(arguments[0].single)))
          })
      ]
    } + basic(.ipAddress, two) + basic(.dnsName, two)
  }

  /// A.3.11: bags as sets. What they give has no value twice.
  static var sets: [Function] {
    @Sendable func distinct(_ values: [Value]) -> [Value] {
      var seen: Set<Value> = []
      return values.filter { seen.insert($0).inserted }
    }
    return comparable.flatMap { type, prefix in
      func test(_ name: String, _ body: @escaping @Sendable ([Value], [Value]) -> Bool) -> Function {
        Function(
          prefix + "\(type.shortName)-\(name)", [.bag(type), .bag(type)], gives: .value(.boolean),
          .strict { arguments throws(Failure) in
            .value(.boolean(body(arguments[0].values, arguments[1].values)))
          })
      }
      return [
        Function(
          prefix + "\(type.shortName)-intersection", [.bag(type), .bag(type)], gives: .bag(type),
          .strict { arguments throws(Failure) in
            let other = Set(arguments[1].values)
            return .bag(distinct(arguments[0].values.filter(other.contains)))
          }),
        Function(
          prefix + "\(type.shortName)-union", [.bag(type), .bag(type)], further: .bag(type), gives: .bag(type),
          .strict { arguments throws(Failure) in .bag(distinct(arguments.flatMap(\.values))) }),
        test("at-least-one-member-of") { left, right in !Set(right).isDisjoint(with: left) },
        test("subset") { left, right in Set(right).isSuperset(of: left) },
        test("set-equals") { left, right in Set(left) == Set(right) },
      ]
    }
  }

  /// A.3.12. What they take besides a function depends on it, and is checked where the policy is read.
  static var higherOrder: [Function] {
    let kinds: [(String, Function.HigherOrder)] = [
      (three + "any-of", .anyOf), (three + "all-of", .allOf), (three + "any-of-any", .anyOfAny),
      (one + "all-of-any", .allOfAny), (one + "any-of-all", .anyOfAll), (one + "all-of-all", .allOfAll),
      (three + "map", .map),
    ]
    return kinds.map { name, kind in
      Function(name, [], gives: .value(.boolean), .higherOrder(kind))
    }
  }

  /// A.3.15.
  static var paths: [Function] {
    [
      Function(
        three + "xpath-node-count", [.value(.xpathExpression)], gives: .value(.integer), .path(.count)),
      Function(
        three + "xpath-node-equal", [.value(.xpathExpression), .value(.xpathExpression)], gives: .value(.boolean),
        .path(.equal)),
      Function(
        three + "xpath-node-match", [.value(.xpathExpression), .value(.xpathExpression)], gives: .value(.boolean),
        .path(.match)),
    ]
  }
}
