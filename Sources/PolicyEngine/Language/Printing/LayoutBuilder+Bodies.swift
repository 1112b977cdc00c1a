/// Atoms and bodies.
extension LayoutBuilder {
  /// The literals with commas, on one line or one below the other as the group around them.
  mutating func body(_ literals: [Literal]) -> Layout {
    .sequence(list(literals, start: \.span.start, end: \.span.end) { $0.literal($1) })
  }

  /// The literals of a rule or clause, each on lines of its own below the head.
  mutating func lines(of literals: [Literal]) -> Layout {
    .nest(2, .sequence(.hardLine, body(literals)))
  }

  mutating func literal(_ literal: Literal) -> Layout {
    switch literal {
    case .atom(let atom, let isOptional):
      return .sequence(.text(isOptional ? "optional " : ""), self.atom(atom))
    case .notAtom(let atom, _): return .sequence(.text("not "), self.atom(atom))
    case .notBody(let inner, let span):
      let body = body(inner)
      let comments = closing(span.end - 1)
      return .group(
        .sequence(.text("not {"), .nest(2, .sequence([.line, body] + comments)), .line, .text("}")))
    case .or(let branches, let span): return alternatives(branches, end: span.end - 1)
    case .comparison(let call, .equal, .constant(let constant), _) where constant.value == .bool(true) && call.isCall:
      // A call that gives a truth value needs no comparison.
      return expression(call)
    case .comparison(let left, let sign, let right, _):
      let first = expression(left)
      let second = expression(right)
      return .sequence(first, .text(" \(sign.rawValue) "), second)
    case .inSet(let value, let constants, _):
      return .sequence(expression(value), .text(" in "), set(constants))
    case .inName(let value, let name, _): return .sequence(expression(value), .text(" in \(name.text)"))
    }
  }

  private mutating func alternatives(_ branches: [[Literal]], end: Int) -> Layout {
    var parts: [Layout] = [.softLine]
    for (index, branch) in branches.enumerated() {
      if index > 0 { parts += [.line, .text("or"), .line] }
      parts.append(body(branch))
    }
    parts += closing(end)
    return .group(.sequence(.text("("), .nest(2, .sequence(parts)), .softLine, .text(")")))
  }

  mutating func atom(_ atom: Atom) -> Layout {
    let parts = list(atom.arguments, start: \.span.start, end: \.span.end) { $0.argument($1) }
    let comments = closing(atom.span.end - 1)
    if parts.isEmpty, comments.isEmpty { return .text("\(atom.relation.text)()") }
    let inner: [Layout] = parts.isEmpty ? comments : [.softLine] + parts + comments
    return .group(.sequence(.text("\(atom.relation.text)("), .nest(2, .sequence(inner)), .softLine, .text(")")))
  }

  mutating func argument(_ argument: Argument) -> Layout {
    let name = argument.column.text
    switch argument.value {
    case .punned: return .text(name)
    case .wildcard: return .text("\(name): _")
    case .none: return .text("\(name): none")
    case .expression(let value): return .sequence(.text("\(name): "), expression(value))
    }
  }
}

extension Expression {
  fileprivate var isCall: Bool { if case .call = self { true } else { false } }
}
