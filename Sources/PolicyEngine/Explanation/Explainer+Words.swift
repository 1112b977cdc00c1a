import FactStore
import Localization

/// Proofs in words.
extension Explainer {
  /// A proof in words, down to files and lines.
  package func proof(_ node: ProofNode) -> Proof {
    Proof(
      statement: statement(of: node), step: step(of: node), isCertain: node.isCertain,
      premises: node.premises.map(proof))
  }

  /// The place of a fact, or what is said of a hole.
  package struct LeafText {
    /// The relation that a policy writes.
    package var relation: String
    package var statement: String
    /// Of a hole: why it is not known.
    package var reason: Phrase?
    /// `nil` where nothing was read: an absent export.
    package var origin: SourcePlace?
  }

  /// A leaf of a proof in words.
  package func text(of leaf: ProofLeaf) -> LeafText {
    let relation = engine.relations[leaf.relation.raw]
    let codes = leaf.isHole ? relation.extras.table.row(-1 - leaf.row) : relation.certain.row(leaf.row)
    let statement = engine.describe(relation, codes)
    guard leaf.isHole, case .hole(let hole, _) = relation.notKnown(-1 - leaf.row) else {
      let origin = relation.source?.origin(ofRow: leaf.row, symbols: engine.symbols)
      return LeafText(relation: relation.baseName, statement: statement, origin: place(origin))
    }
    return LeafText(relation: relation.baseName, statement: statement, reason: hole.text, origin: place(hole.origin))
  }

  private func statement(of node: ProofNode) -> String {
    let text = node.row.map { engine.describe(engine.relations[$0.relation.raw], $0.codes) }
    switch node.step {
    case .noRow: return "no " + (text ?? "")
    case .noBody(let literal, _): return Printer.text(of: literal)
    case .condition(let written, let derivation): return condition(written, derivation)
    case .aggregate(let function, let interval, let type, _, _):
      let (low, high) = engine.texts(interval, type)
      return "\(function.rawValue) = \(low == high ? low : "\(low) to \(high)")"
    case .fact, .given, .hole, .rule, .cut: return text ?? "…"
    }
  }

  private func step(of node: ProofNode) -> Proof.Step {
    switch node.step {
    case .fact, .hole:
      guard let row = node.row, let number = row.number else { preconditionFailure("a leaf is a row of an export") }
      let leaf = text(of: ProofLeaf(relation: row.relation, row: number))
      if let reason = leaf.reason { return .hole(relation: leaf.relation, text: reason, origin: leaf.origin) }
      guard let origin = leaf.origin else { return .given }
      let columns = engine.relations[row.relation.raw].columns
      return .fact(
        relation: leaf.relation,
        values: zip(columns, row.codes).map { (column: $0.name, value: engine.bareText($1, $0.type)) }, origin: origin)
    case .given: return .given
    case .rule(let derivation):
      return .rule(text: derivation.rule.text, place: engine.place(of: derivation.rule.span))
    case .noRow: return absent(node.row.map { [$0.relation] } ?? [])
    case .noBody(_, let relations): return absent(relations)
    case .cut(let why): return .cut(why)
    case .condition: return .condition
    case .aggregate(_, let interval, let type, let counted, let shown):
      let (low, high) = engine.texts(interval, type)
      return .aggregate(low: low, high: high, counted: counted, shown: shown)
    }
  }

  /// How many rows were searched, and what closes the relations.
  private func absent(_ ids: [RelationID]) -> Proof.Step {
    let relations = ids.map { engine.relations[$0.raw] }
    let closing = ids.map { engine.closing($0) }
    return .absent(
      relation: relations.map(\.baseName).joined(separator: ", "),
      searched: relations.reduce(0) { $0 + $1.certain.count }, sources: closing.flatMap(\.sources),
      grade: closing.compactMap(\.grade).min())
  }

  private func condition(_ written: Int, _ derivation: Derivation) -> String {
    let literal = derivation.rule.literals[written]
    let values = Set([literal].variables(deep: false).map(\.text)).sorted().compactMap { name -> String? in
      engine.text(ofVariable: name, in: derivation).map { "\(name) = \($0)" }
    }
    let suffix = values.isEmpty ? "" : "  [\(values.joined(separator: ", "))]"
    return Printer.text(of: literal) + suffix
  }

  private func place(_ origin: Origin?) -> SourcePlace? {
    origin.map {
      SourcePlace(path: engine.store.files[$0.file.raw], line: $0.place.line, pointer: $0.place.pointer)
    }
  }
}
