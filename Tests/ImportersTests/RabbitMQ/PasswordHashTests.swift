import Formats
import Foundation
import Testing

@testable import ImportRabbitMQ

/// Hashes as RabbitMQ makes them, of words that somebody would try first.
struct PasswordHashTests {
  /// The vector of the documentation of RabbitMQ: the password `test12`.
  private static let documented = "kI3GCqW5JLMJa4iX1lo7X4D6XbYqlLgxIs30+P6tENUV2POR"

  static func hash(
    _ word: String, _ algorithm: PasswordHash.Algorithm = .sha256, salt: [UInt8] = [1, 2, 3, 4]
  ) -> String {
    let digest = algorithm.digest(salt + Array(word.utf8))
    return Data(salt + digest).base64EncodedString()
  }

  @Test(arguments: PasswordHash.Algorithm.allCases) func aWordIsTried(_ algorithm: PasswordHash.Algorithm) {
    let text = Self.hash("guest", algorithm)
    for named in [PasswordHash.Named.named(algorithm), .unnamed] {
      let hash = PasswordHash(text, named, version: named == .unnamed ? "3.7.0" : nil)
      #expect(hash.algorithm == algorithm && hash.isOf("guest") == true && hash.isOf("Guest") == false)
    }
    #expect(PasswordHash(Self.documented, .named(.sha256), version: nil).isOf("test12") == true)
  }

  private static let sha = hash("guest")
  private static let short = hash("guest", .md5)

  /// What is said of a hash, what it turns out to be, and whether words can be tried on it.
  private static let read:
    [(text: String, named: PasswordHash.Named, version: String?, algorithm: PasswordHash.Algorithm?, tried: Bool)] = [
      (sha, .unnamed, nil, .sha256, true), (sha, .unnamed, "3.6.0", .sha256, true),
      (sha, .unnamed, "3.5.7", .md5, false),
      (short, .unnamed, "3.5.7", .md5, true), (short, .unnamed, nil, .md5, true),
      (short, .named(.sha256), nil, nil, false),
      (sha, .named(.md5), nil, .md5, false), (sha, .other, nil, nil, false),
      ("admin", .named(.sha256), nil, nil, false),
      ("$2a$10$abc", .unnamed, nil, nil, false), ("AAAA", .unnamed, nil, nil, false),
      ("", .unnamed, "4.0.0", nil, false),
      ("A", .unnamed, nil, nil, false), (sha + "=", .unnamed, nil, .sha256, true),
      ("admin", .named(.md5), nil, .md5, false),
    ]

  @Test(arguments: read.indices) func itIsWhatItsNameAndLengthSay(_ index: Int) {
    let row = Self.read[index]
    let hash = PasswordHash(row.text, row.named, version: row.version)
    #expect(hash.algorithm == row.algorithm && hash.mayBeTried == row.tried, "row \(index)")
    #expect((hash.isOf("guest") != nil) == row.tried)
  }

  @Test func wordsAreCountedOnce() {
    let guess = PasswordGuess(user: "guest", vhosts: ["/", "app"], words: ["app", "x"])
    func found(_ hash: String) -> [String] { guess.found(on: PasswordHash(hash, .unnamed, version: nil)) }
    #expect(guess.count == 5)
    #expect(found(Self.hash("app")) == ["tried", "vhost-name"])
    #expect(found(Self.sha) == ["guest", "user-name"])
    #expect(found(Self.hash("")) == ["empty"])
    #expect(found(Self.hash("other")).isEmpty)
  }

  @Test func whichWordsAreTriedDoesNotHangOnTheOrderOfASet() {
    let many = Set((0..<20_000).map { ExactText("v\($0)") })
    let guess = PasswordGuess(user: "u", vhosts: many, words: [])
    #expect(guess.leavesOut && guess.count == 10_000)
    // In the order of their names: v0 is tried, v9999 is not.
    #expect(guess.found(on: PasswordHash(Self.hash("v0"), .unnamed, version: nil)) == ["vhost-name"])
    #expect(guess.found(on: PasswordHash(Self.hash("v9999"), .unnamed, version: nil)).isEmpty)
  }
}
