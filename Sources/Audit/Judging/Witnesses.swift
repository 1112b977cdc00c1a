import FactStore
import PolicyEngine

/// What one finding stands for beside the names that it has: the bindings of its rule that its keys do not tell apart, a digest
/// of each.
struct Witnesses {
  private let finding: Finding
  private let engine: Engine
  private var known: Set<String> = []
  /// How many bindings differ by a place in a file alone, by what they have in common.
  private var placed: [String: Set<[UInt32?]>] = [:]
  private var isCut = false

  /// Bindings that are looked for behind one finding.
  private static let limit = 10_000

  init(_ finding: Finding, _ engine: Engine) { (self.finding, self.engine) = (finding, engine) }

  /// Adds the bindings of a clause for a row of its relation.
  mutating func add(_ clause: CompiledFinding, row: [UInt32], _ explainer: Explainer) {
    let (found, isCut) = explainer.witnesses(of: clause, row: row, limit: Self.limit)
    if isCut { self.isCut = true }
    for codes in found { add(codes, clause) }
  }

  private mutating func add(_ codes: [UInt32?], _ clause: CompiledFinding) {
    var digest = start
    var isPlaced = false
    for (column, code) in zip(clause.grouped, codes) {
      let text = code.map { engine.bareText($0, column.type) } ?? ""
      let isPlace = column.type.isTextual && engine.store.isPlace(text)
      isPlaced = isPlaced || isPlace
      digest.append(column.type.name)
      digest.append(isPlace ? "" : text)
    }
    let short = Fingerprint.short(digest.hexadecimal)
    if isPlaced { placed[short, default: []].insert(codes) } else { known.insert(short) }
  }

  private var start: Fingerprint {
    var digest = Fingerprint(policy: finding.policy, verdict: finding.verdict, subjectKeys: finding.subject.count)
    digest.append(finding.identity)
    return digest
  }

  /// Sorted, 16 letters each, over the finding's identity and the types and values that a binding adds. Those that a place alone
  /// tells apart are numbered.
  var digests: [String] {
    // Which of them were found first is nobody's business.
    if isCut { return [Finding.unknownWitnesses] }
    var digests = known
    for (short, bindings) in placed {
      for number in 1...bindings.count {
        var digest = start
        digest.append(short)
        digest.append("\(number)")
        digests.insert(Fingerprint.short(digest.hexadecimal))
      }
    }
    return digests.sorted()
  }
}
