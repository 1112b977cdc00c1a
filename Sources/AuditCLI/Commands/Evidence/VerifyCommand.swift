import ArgumentParser
import AuditReports
import Evidence
import Formats
import Localization

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: String(said: "Checks a bundle of evidence: digests, signature, chain, and all again."),
    discussion: String(
      parts: .said(
        """
        Every file of the bundle must be the one that was written, and the bundle before it, where it is there, the one that it \
        names. --replay judges the exports again, by the policies of the bundle, and demands the same bytes.
        """),
      .examples(
        "tilsyn verify evidence/0007",
        HelpExample("tilsyn verify evidence/0007 --key signer.pub", does: "signed by whom it should be"),
        HelpExample("tilsyn verify evidence/0007 --replay", does: "where the audit was run, over the same exports")),
      .said("Exit codes: 0 it is what it says; 3 something differs, which is named; 2 it cannot be read; 64 usage.")))

  @Argument(help: ArgumentHelp(said: "The folder of the bundle.", valueName: "bundle"), completion: .directory)
  var bundle: String
  @Option(
    help: ArgumentHelp(
      said: "Public key of Ed25519 (PEM) that must have signed it; a line `Expires: DATE` before it ends its use.",
      valueName: "file"), completion: .file())
  var key: String?
  @Flag(help: ArgumentHelp(said: "Judge the exports again and demand identical bytes."))
  var replay = false
  @Option(help: ArgumentHelp(said: "Threads that read files. Default: one per processor.", valueName: "number"))
  var jobs: Int?
  @OptionGroup var pseudonyms: KeyOption
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let trusted = try key.map { try PublicKey.read($0) }
    let place = FilePath(bundle)
    let read: EvidenceBundle
    do throws(EvidenceProblem) {
      read = try EvidenceBundle(place)
      if let trusted { try read.verify(trusted) }
    } catch {
      throw CommandFailure(error, of: place)
    }
    let manifest = read.manifest
    if let problem = (try? EvidenceLog(place.folder))?.problem(of: manifest) {
      throw CommandFailure.mismatch("`\(place.shown)` is not what it says:", details: [problem], help: "")
    }
    if replay { try Replay(bundle: read).run(try pseudonyms.read(environment), jobs: jobs, talk) }
    guard !talk.quiet else { return }
    let say = ReaderLanguage.say
    try StandardOutput.say(
      say(
        "\(place.shown): number \(manifest.number), the audit of \(manifest.asOf), exit code \(manifest.exit); \(manifest.files.count, "file", "files") as written, \(manifest.inputs.count, "export", "exports") by digest"
      ))
    if let envelope = read.envelope {
      let id = String(envelope.keyID.prefix(16))
      try StandardOutput.say(
        say(
          trusted == nil
            ? "signed by the key \(id), which nobody has vouched for: give it with --key"
            : "signed by the key \(id), as it should be"))
    } else {
      try StandardOutput.say(say("not signed: whoever can write to it can write all of it anew"))
    }
    if replay { try StandardOutput.say(say("judged again: the same bytes")) }
  }
}

extension CommandFailure {
  /// What is wrong with a bundle, as a command says it.
  init(_ problem: EvidenceProblem, of place: FilePath) {
    switch problem.kind {
    case .mismatch:
      self = .mismatch("`\(place.shown)` is not what it says:", details: [problem.message], help: problem.help)
    case .unreadable: self = .notJudged(problem.message, help: problem.help)
    }
  }
}

extension PublicKey {
  /// Reads a key that a command line names.
  static func read(_ argument: String) throws -> PublicKey {
    guard let key = PublicKey(try ArgumentFile.bytes(argument, limit: 1 << 16, .key)) else {
      throw CommandFailure.notJudged(
        "the key `\(FilePath(argument).shown)` is no public key of Ed25519",
        help: "`openssl pkey -in PRIVATE -pubout -out FILE` writes one")
    }
    return key
  }
}
