import Crypto
import FactStore
import PolicyEngine

/// What policies mean: a digest of each, over its clauses that judge, all rules behind them and the parameters that they read.
///
/// Two results in which a policy has one definition were judged by the same rules of it. Texts for people and examples are no
/// part of it; how a rule is laid out is. Linear in the rules of the program, each of which is hashed once.
struct PolicyDefinitions {
  private let checked: CheckedProgram
  private var relations: [String: Relation] = [:]

  private struct Relation {
    /// What its rules mention.
    var reads: [String]
    var digest: [UInt8]
  }

  init(_ checked: CheckedProgram) { self.checked = checked }

  /// 32 letters.
  mutating func definition(of policy: PolicyDeclaration) -> String {
    var hash = SHA256()
    func add(_ bytes: some Sequence<UInt8>) {
      let bytes = Array(bytes)
      withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
      hash.update(data: bytes)
    }
    var pending: [String] = []
    add(policy.severity.rawValue.utf8)
    for clause in policy.clauses {
      let (word, body, per): (String, [Literal], [Name])
      switch clause {
      case .population(let population): (word, body, per) = ("for", population.body, [])
      case .fail(let finding): (word, body, per) = ("fail", finding.body, finding.per)
      case .unverified(let finding): (word, body, per) = ("unverified", finding.body, finding.per)
      case .except(let finding): (word, body, per) = ("except", finding.body, finding.per)
      default: continue
      }
      add(word.utf8)
      for name in per { add(name.text.utf8) }
      for literal in body {
        let text = Array(Printer.text(of: literal).utf8)
        add(text)
        pending += names(in: text[...])
      }
    }
    for name in policy.keys { add(name.utf8) }
    var seen: Set<String> = []
    while let name = pending.popLast() {
      guard seen.insert(name).inserted else { continue }
      pending += relation(name).reads
    }
    for name in seen.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      add(name.utf8)
      add(relation(name).digest)
    }
    let digits = hash.finalize().prefix(16).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
    return Fingerprint.letters(digits.joined())
  }

  /// A relation or parameter of that name.
  private mutating func relation(_ name: String) -> Relation {
    if let known = relations[name] { return known }
    var hash = SHA256()
    var reads: [String] = []
    if let parameter = checked.parameters[name] {
      for value in parameter.values {
        hash.update(data: Array("\(value)".utf8))
        hash.update(data: [0])
      }
    }
    for rule in checked.rules[name] ?? [] {
      let text = checked.program.sources[rule.span.file].bytes[rule.span.start..<rule.span.end]
      reads += names(in: text)
      hash.update(data: text)
      hash.update(data: [0])
    }
    let relation = Relation(reads: reads, digest: Array(hash.finalize()))
    relations[name] = relation
    return relation
  }

  /// The relations and parameters that a text may mean: each word of it that is the name of one, wherever it stands.
  private func names(in text: ArraySlice<UInt8>) -> [String] {
    text.split { !Self.isOfName($0) }.compactMap { word in
      let name = String(decoding: word, as: UTF8.self)
      return checked.rules[name] != nil || checked.parameters[name] != nil ? name : nil
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
