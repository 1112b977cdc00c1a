import FactStore
import PolicyEngine
import TestSupport
import Testing

/// The order of rules, facts and files, and of the texts in memory, changes nothing that is said.
@Suite struct OrderTests {
  static let seeds = 0..<60 as Range<UInt64>

  /// Loads inputs into files: each gets a run of them, in order.
  private static func store(
    _ program: RandomProgram, files: [[RandomInput]], junk: [String] = [], repeating every: [RandomInput] = []
  ) -> FactStore {
    let symbols = SymbolTable()
    for text in junk { _ = symbols.intern(text) }
    let schemas = program.schemaSet
    let writers = files.enumerated().map { number, inputs in
      let writer = FactWriter(symbols: symbols, schemas: schemas, file: FileID(number))
      for (line, input) in (every + inputs).enumerated() {
        let place = Place(line: line + 1)
        switch input {
        case .covered(let relation): writer.cover(relation, grade: .closed)
        case .record(let relation, let cells): writer.add(relation, cells, at: place)
        case .hole(let relation, let known):
          writer.addHole(relation, known, reason: .unusable, text: "unusable record", at: place)
        case .absentColumn(let relation, let column):
          writer.addAbsentColumn(relation, column, text: "no column `\(column)`")
        }
      }
      return writer
    }
    return FactStore.assemble(
      symbols: symbols, schemas: schemas, files: files.indices.map { "random\($0)" }, writers: writers)
  }

  /// What a file says of itself, which every part of it says when it is split.
  private static func preamble(_ program: RandomProgram) -> [RandomInput] {
    program.inputs.filter {
      switch $0 {
      case .covered, .absentColumn: true
      case .record, .hole: false
      }
    }
  }

  private static func records(_ program: RandomProgram) -> [RandomInput] {
    program.inputs.filter {
      switch $0 {
      case .covered, .absentColumn: false
      case .record, .hole: true
      }
    }
  }

  /// A proof as text, with places when they must agree too.
  private static func print(_ proof: Proof, places: Bool, depth: Int = 0) -> String {
    var line = String(repeating: " ", count: depth) + "\(proof.isCertain ? "" : "possibly ")\(proof.statement)"
    switch proof.step {
    case .fact(let relation, let values, let origin):
      line += " fact \(relation) \(values.map { "\($0.column)=\($0.value)" })" + (places ? " \(origin)" : "")
    case .given: line += " given"
    case .rule(let text, let place): line += " by \(text)" + (places ? " \(place)" : "")
    case .hole(let relation, let text, let origin):
      line += " hole \(relation) \(text)" + (places ? " \(origin.map { "\($0)" } ?? "")" : "")
    case .absent(let relation, let searched, let sources, let grade):
      line += " none of \(searched) \(relation) \(sources) \(grade.map(\.rawValue) ?? "")"
    case .cut(let why): line += " not shown, \(why)"
    case .condition: line += " condition"
    case .aggregate(let low, let high, let counted, _): line += " \(low) to \(high) of \(counted)"
    }
    return ([line] + proof.premises.map { print($0, places: places, depth: depth + 1) }).joined(separator: "\n")
  }

  private static func proofs(_ trial: Trial, places: Bool) -> [String] {
    let explainer = Explainer(trial.engine)
    return trial.derived.flatMap { name -> [String] in
      let relation = trial.relation(name)
      let rows = Array(0..<relation.certain.count) + (0..<relation.extras.count).map { -1 - $0 }
      return rows.map { print(explainer.proof(of: relation.id, row: $0), places: places) }
    }
  }

  private static func expectSameRows(_ left: Trial, _ right: Trial, _ what: String) {
    for name in left.derived {
      let report: Comment = "\(what), \(name)\n\(left.program.report)"
      #expect(left.engine.certain(name) == right.engine.certain(name), report)
      #expect(left.engine.possible(name) == right.engine.possible(name), report)
    }
  }

  private static func expectSameSets(_ left: Trial, _ right: Trial, _ what: String) {
    for name in left.derived {
      func rows(_ trial: Trial) -> (certain: Set<NaiveRow>, possible: Set<NaiveRow>) {
        let certain = Set(trial.engine.certain(name).map { $0.map { NaiveValue.value($0) } })
        let extras = trial.engine.possible(name).map { $0.map { $0.map { NaiveValue.value($0) } ?? .any } }
        return (certain, certain.union(extras))
      }
      let report: Comment = "\(what), \(name)\n\(left.program.report)"
      #expect(rows(left).certain == rows(right).certain, report)
      #expect(Covering.equivalent(rows(left).possible, rows(right).possible), report)
    }
  }

  /// Rules have an order of their own: where they stand in the text does not matter, to the last row and proof.
  @Test func rulesInAnyOrder() throws {
    var random = SplitMix64(seed: 21)
    for seed in Self.seeds {
      let program = RandomProgram(seed: seed)
      let trial = try Trial(program)
      let shuffled = try Trial(program, text: PolicyText.print(random.shuffled(program.items)))
      Self.expectSameRows(trial, shuffled, "rules in another order")
      #expect(Self.proofs(trial, places: false) == Self.proofs(shuffled, places: false), "\(program.report)")
    }
  }

  @Test func factsInAnyOrder() throws {
    var random = SplitMix64(seed: 22)
    for seed in Self.seeds {
      let program = RandomProgram(seed: seed)
      let records = random.shuffled(Self.records(program))
      let store = Self.store(program, files: [records], repeating: Self.preamble(program))
      Self.expectSameSets(try Trial(program), try Trial(program, store: store), "facts in another order")
    }
  }

  /// The same rows in the same order, from one file or from many.
  @Test func oneFileOrMany() throws {
    var random = SplitMix64(seed: 23)
    for seed in Self.seeds {
      let program = RandomProgram(seed: seed)
      let preamble = Self.preamble(program)
      var files: [[RandomInput]] = [[]]
      for record in Self.records(program) {
        if random.chance(25) { files.append([]) }
        files[files.count - 1].append(record)
      }
      let one = try Trial(program, store: Self.store(program, files: [files.flatMap { $0 }], repeating: preamble))
      let many = try Trial(program, store: Self.store(program, files: files, repeating: preamble))
      Self.expectSameRows(one, many, "from \(files.count) files")
      #expect(Self.proofs(one, places: false) == Self.proofs(many, places: false), "\(program.report)")
      let mixed = Self.store(program, files: random.shuffled(files), repeating: preamble)
      Self.expectSameSets(one, try Trial(program, store: mixed), "from files in another order")
    }
  }

  /// Threads that read files race for the numbers of texts: they may not show.
  @Test func textsInAnyOrder() throws {
    var random = SplitMix64(seed: 24)
    let texts = [
      "p1", "p2", "p3", "t1", "t2", "t3", "red", "Red", "blue", "a@x.example", "b@x.example", "a@y.example", "x",
    ]
    for seed in Self.seeds {
      let program = RandomProgram(seed: seed)
      let store = Self.store(program, files: [program.inputs], junk: random.shuffled(texts))
      let plain = Self.store(program, files: [program.inputs])
      let trial = try Trial(program, store: plain)
      let other = try Trial(program, store: store)
      Self.expectSameRows(trial, other, "texts numbered in another order")
      #expect(Self.proofs(trial, places: true) == Self.proofs(other, places: true), "\(program.report)")
    }
  }

  @Test func twiceTheSame() throws {
    for seed in Self.seeds {
      let program = RandomProgram(seed: seed)
      let first = try Trial(program)
      let second = try Trial(program)
      Self.expectSameRows(first, second, "again")
      #expect(Self.proofs(first, places: true) == Self.proofs(second, places: true))
    }
  }
}
