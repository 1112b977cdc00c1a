import Formats
import ImportCore
import Importers
import PolicyEngine

/// The policies of a run, and whose word they are.
struct ChosenPolicies {
  /// Those of who runs the program: flags, environment, a configuration that was named, or the shipped packs.
  private(set) var own: [FilePath] = []
  /// Those that the judged folder's configuration adds.
  private(set) var added: [FilePath] = []
  /// The folder that policies of a configuration must not leave.
  private var home: FilePath?
  private var isOwnOfConfiguration = false
  /// The shipped packs, where they are part of the program.
  private var builtIn: [SourceText] = []
  /// Texts that take the place of all others: those of an audit that is repeated.
  var replayed: [SourceText]?

  var all: [FilePath] { own + added }
  /// Those that a configuration names and that are judged.
  var ofConfiguration: [FilePath] { isOwnOfConfiguration ? own : added }

  init(
    _ flags: [String], _ environment: Environment, _ chosen: ChosenConfiguration, builtInFiles: BuiltInFiles = .own
  ) throws {
    let configured = chosen.configuration.policies.map(chosen.configuration.resolve)
    home = chosen.configuration.folder
    if !flags.isEmpty {
      own = flags.map { FilePath($0) }
    } else if let variable = environment["POLICIES"] {
      own = variable.utf8.split(separator: UInt8(ascii: ":")).map { FilePath(String(decoding: $0, as: UTF8.self)) }
    } else if !configured.isEmpty, !chosen.isOfJudgedFolder {
      own = configured
      isOwnOfConfiguration = true
    } else if case let texts = PolicyFiles.builtIn(builtInFiles), !texts.isEmpty {
      builtIn = texts
      added = configured
    } else if let shipped = PolicyFiles.shipped() {
      own = [FilePath(shipped)]
      added = configured
    } else {
      throw CommandFailure.notJudged(
        "no policies were found: none came with the program",
        help: "name them with `-p FOLDER`, or set TILSYN_POLICIES to the folder `policies` that came with tilsyn")
    }
  }

  /// For a command that judges nothing: what must not be taken for exports.
  init(of configuration: Configuration) { added = configuration.policies.map(configuration.resolve) }

  /// The texts, those that are added last.
  func read() throws -> [SourceText] {
    if let replayed { return replayed }
    let own = try PolicyFiles.read(own, within: isOwnOfConfiguration ? home : nil)
    let known = Set(own.compactMap { try? FileStatus.of($0.path).identity })
    let added = try PolicyFiles.read(added, within: home).filter { file in
      (try? FileStatus.of(file.path).identity).map { !known.contains($0) } ?? true
    }
    return builtIn + own.map(\.source)
      + added.map { SourceText(path: $0.source.path, bytes: $0.source.bytes, isOfJudged: true) }
  }

  /// What the policies that were added must not do: say more of a relation that others declare. A rule for "is approved"
  /// would let everybody pass, and no policy would look different.
  static func objections(_ program: Program) -> [Diagnostic] {
    func isAdded(_ span: Span) -> Bool { program.sources[span.file].isOfJudged }
    guard program.sources.contains(where: \.isOfJudged) else { return [] }
    var declared = Set<String>()
    for case .relation(let relation) in program.items where isAdded(relation.span) {
      declared.insert(relation.name.text)
    }
    return program.items.compactMap { item in
      let head: Name
      switch item {
      case .rule(let rule): head = rule.head.relation
      case .fact(let atom): head = atom.relation
      default: return nil
      }
      guard isAdded(head.span), !declared.contains(head.text) else { return nil }
      return Diagnostic(
        code: "rule-of-judged-folder",
        message: "a policy of the judged folder adds to `\(head.text)`, which is not its own", span: head.span,
        help: "declare a relation of your own, or name the policies with -p to take them for yours")
    }
  }
}
