import Budget
import Localization

/// What a browser recorded of an interface's answers (HAR 1.2). The file holds a session: cookies, headers, what was sent and
/// whole addresses stay behind here, and only answers in JSON leave, each with an address without secrets.
public struct Recording: Sendable {
  /// One answer in JSON, or what came in the place of one.
  public struct Answer: Sendable {
    /// Its place among the requests, from 1.
    public let number: Int
    /// What was asked.
    public let address: RecordedAddress
    /// The day, in UTC, as `yyyy-MM-dd`; `nil` where the recording has none.
    public let day: String?
    /// The body, as far as there is one.
    public var body: [UInt8]
    /// Why the answer cannot be used as it is.
    package var damage: Phrase?
  }

  /// In the order of the recording.
  public internal(set) var answers: [Answer] = []
  /// How many requests are of no document: pages, pictures, what was sent, and what was asked once more.
  public internal(set) var others = 0

  /// Whether a file begins as a recording does.
  public static func sniff(_ head: [UInt8]) -> Bool {
    var rest = head[...]
    func skip() { rest = rest.drop { $0 <= 0x20 } }
    func take(_ text: String) -> Bool {
      guard rest.starts(with: text.utf8) else { return false }
      rest = rest.dropFirst(text.utf8.count)
      skip()
      return true
    }
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    skip()
    guard take("{"), take("\"log\""), take(":"), take("{") else { return false }
    return ["\"version\"", "\"creator\"", "\"browser\"", "\"pages\"", "\"entries\""].contains {
      rest.starts(with: $0.utf8)
    }
  }

  /// How many bytes ``sniff(_:)`` looks at.
  public static let headCount = 512

  /// Reads a recording. What it unfolds to is counted.
  public static func read(_ bytes: [UInt8], account: inout Account) throws(FormatProblem) -> Recording {
    let json = JSONRecords.read(bytes, account: &account)
    if let problem = json.problems.first {
      throw problem.code == "limit" ? problem : RecordingProblem.damaged
    }
    guard json.shape == .object, json.records.count == 1, case .success(let root) = json.records[0].node,
      let entries = root["log"]?["entries"], entries.kind == .array
    else { throw RecordingProblem.damaged }
    var reader = RecordingReader()
    for entry in entries.elements { try reader.read(entry, account: &account) }
    return try reader.finish()
  }
}

/// Why a recording is not read.
enum RecordingProblem {
  static let damaged = problem(
    "har-damaged", "the recording (HAR) is cut off, or has no list of requests", help: "save it again")
  static let sessions = problem(
    "har-sessions", "the recording (HAR) holds sessions of more than one user",
    help: "record each user by themselves, from the login on")
  static let empty = problem(
    "har-empty", "the recording (HAR) holds no answer in JSON",
    help: "open the developer tools before the page, and save the recording with its contents")

  private static func problem(_ code: String, _ message: Phrase, help: Phrase) -> FormatProblem {
    FormatProblem(code: code, message: message, help: help, isFatal: true)
  }
}
