/// Constants and expressions, with no more parentheses than the tree needs.
extension LayoutBuilder {
  static func text(of string: String) -> String {
    var text = "\""
    if string.utf8.allSatisfy(isPlain) {
      text += string
      text += "\""
      return text
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      default:
        if Lexer.isHidden(scalar.value) {
          text += VisibleText.escape(scalar)
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text + "\""
  }

  /// Whether a byte stands for itself in a text.
  static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  static func text(of constant: Constant) -> String {
    switch constant.value {
    case .string(let string): text(of: string)
    case .int(let number): "\(number)"
    case .days(let number): "\(number) days"
    case .bool(let flag): "\(flag)"
    case .date(let date): "\(date)"
    case .today: "today"
    }
  }

  func set(_ constants: [Constant]) -> Layout {
    .group(
      .sequence(
        .text("{"),
        .nest(
          2,
          constants.isEmpty
            ? .sequence([])
            : .sequence(.softLine, .commaSeparated(constants.map { .text(Self.text(of: $0)) }))),
        constants.isEmpty ? .sequence([]) : .softLine, .text("}")))
  }

  /// How tightly an operator binds: sums 1, products 2, everything else 3.
  private static func strength(_ expression: Expression) -> Int {
    switch expression {
    case .arithmetic(_, .times, _, _): 2
    case .arithmetic: 1
    default: 3
    }
  }

  mutating func expression(_ expression: Expression) -> Layout {
    switch expression {
    case .constant(let constant): return .text(Self.text(of: constant))
    case .variable(let name), .parameter(let name): return .text(name.text)
    case .call(let name, let arguments, _):
      guard !arguments.isEmpty else { return .text("\(name.text)()") }
      var parts: [Layout] = []
      for argument in arguments { parts.append(self.expression(argument)) }
      return .group(
        .sequence(
          .text("\(name.text)("), .nest(2, .sequence(.softLine, .commaSeparated(parts))), .softLine, .text(")")))
    case .aggregate(let aggregate): return self.aggregate(aggregate)
    case .arithmetic(let left, let sign, let right, _):
      let strength = Self.strength(expression)
      let first = operand(left, isOpen: Self.strength(left) >= strength)
      // Operators group from the left, so an equally strong right side needs parentheses.
      let second = operand(right, isOpen: Self.strength(right) > strength)
      return .sequence(first, .text(" \(sign.rawValue) "), second)
    case .negated(let inner, _):
      // `-3` is a constant; the negation of the constant 3 is `-(3)`.
      var isOpen = Self.strength(inner) == 3
      if case .constant(let constant) = inner {
        switch constant.value {
        case .int(let number), .days(let number): isOpen = number < 0
        default: break
        }
      }
      return .sequence(.text("-"), operand(inner, isOpen: isOpen))
    }
  }

  private mutating func operand(_ expression: Expression, isOpen: Bool) -> Layout {
    let layout = self.expression(expression)
    return isOpen ? layout : .sequence(.text("("), layout, .text(")"))
  }

  private mutating func aggregate(_ aggregate: Aggregate) -> Layout {
    let head = "\(aggregate.function.rawValue)(\(aggregate.variables.map(\.text).joined(separator: ", "))) {"
    let body = body(aggregate.body)
    let comments = closing(aggregate.span.end - 1)
    return .group(
      .sequence(.text(head), .nest(2, .sequence([.line, body] + comments)), .line, .text("}")))
  }
}
