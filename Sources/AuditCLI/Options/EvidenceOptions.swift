import ArgumentParser
import Evidence
import Formats
import ImportCore

/// What is kept of an audit, so that it can be checked a year later.
struct EvidenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said: """
        Folder in which a bundle of evidence is added: result, policies, configuration, waivers, every member's verdict, digests \
        of all exports, and the digest of the bundle before it.
        """, valueName: "folder"), completion: .directory)
  var evidence: String?

  @Option(
    name: .customLong("sign-key"),
    help: ArgumentHelp(
      said: "Private key of Ed25519 (PEM, as `openssl genpkey -algorithm ed25519` writes it) that signs the bundle.",
      valueName: "file"), completion: .file())
  var signKey: String?

  func validate() throws {
    if signKey != nil, evidence == nil {
      throw ValidationError("--sign-key goes with `--evidence FOLDER`", help: "a bundle of evidence is what is signed")
    }
  }

  /// The folder that is asked for.
  func folder(_ environment: Environment) -> FilePath? { (evidence ?? environment["EVIDENCE"]).map { FilePath($0) } }

  /// Where the key is, which nothing may replace.
  var keyPaths: [FilePath] { signKey.map { $0 == ArgumentFile.standardInput ? [] : [FilePath($0)] } ?? [] }

  /// The key, where one is named.
  func key(_ environment: Environment) throws -> SigningKey? {
    guard let file = signKey ?? environment["SIGN_KEY"] else { return nil }
    guard let key = SigningKey(try ArgumentFile.bytes(file, limit: 1 << 16, .key)) else {
      throw CommandFailure.notJudged(
        "the key `\(FilePath(file).shown)` is no private key of Ed25519",
        help: "`openssl genpkey -algorithm ed25519 -out FILE` makes one")
    }
    return key
  }
}
