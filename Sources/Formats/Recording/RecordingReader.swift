import Budget
import Localization

/// Reads the requests of a recording one after the other, and settles what they say together.
struct RecordingReader {
  private var answers: [Item] = []
  private var others = 0
  private var number = 0
  /// Whom the requests say that they come from. Compared, and never kept.
  private var subjects = Set<String>()
  private var hasLeft = false
  private var hasTwo = false

  /// An answer with what tells answers of one question apart.
  private struct Item {
    var answer: Recording.Answer
    /// The whole address, which may hold secrets.
    var asked: String
    var isError: Bool
  }

  mutating func read(_ entry: JSONNode, account: inout Account) throws(FormatProblem) {
    number += 1
    guard let request = entry["request"], let response = entry["response"], let url = request["url"]?.string else {
      throw RecordingProblem.damaged
    }
    noteSession(request, url)
    let address = RecordedAddress(url)
    guard request["method"]?.string?.uppercased() == "GET" else {
      others += 1
      return
    }
    let content = response["content"]
    let status = response["status"]?.int ?? 0
    let type = content?["mimeType"]?.string?.lowercased() ?? ""
    var (body, damage) = Self.body(content)
    try account.spendMemory(body.count)
    var isError = false
    switch status {
    case 200, 203, 304:
      guard type.contains("json") || Self.looksLikeJSON(body) else {
        others += 1
        return
      }
      // Whoever asks after somebody left is somebody else.
      if hasLeft { hasTwo = true }
    case 201..<400 where status != 206:
      // Nothing is in such an answer but where to go on.
      others += 1
      return
    case 206:
      guard type.contains("json") else {
        others += 1
        return
      }
      damage = damage ?? Phrase("the answer is a part of one (status 206); record it again")
    default:
      guard !address.isOfPage, !["image/", "font/", "text/css", "javascript"].contains(where: type.contains) else {
        others += 1
        return
      }
      damage = Phrase(
        """
        the interface answered with an error (status \(Int(clamping: status))): what was asked for did not come; record it \
        again, as somebody who may see it
        """)
      (isError, body) = (true, [])
    }
    let day = entry["startedDateTime"]?.string.flatMap(Self.day)
    answers.append(
      Item(
        answer: Recording.Answer(number: number, address: address, day: day, body: body, damage: damage), asked: url,
        isError: isError))
  }

  /// What the answers are together: of two to one question the same one counts once, and of two that differ neither.
  mutating func finish() throws(FormatProblem) -> Recording {
    if hasTwo { throw RecordingProblem.sessions }
    var recording = Recording()
    let byAsked = Dictionary(grouping: answers.indices) { answers[$0].asked }
    var firstOfPath: [String: [UInt8]] = [:]
    for item in answers where item.answer.damage == nil && firstOfPath[item.answer.address.path] == nil {
      firstOfPath[item.answer.address.path] = item.answer.body
    }
    for (index, item) in answers.enumerated() {
      let group = byAsked[item.asked]!
      let good = group.filter { answers[$0].answer.damage == nil }
      var answer = item.answer
      if answer.damage != nil {
        // What was answered later is there.
        if let last = good.last, last > index { others += 1; continue }
        if group.first(where: { answers[$0].answer.damage != nil }) != index { others += 1; continue }
        // What it would have held, its sister tells.
        if answer.body.isEmpty { answer.body = firstOfPath[answer.address.path] ?? [] }
      } else if good.contains(where: { answers[$0].answer.body != answer.body }) {
        answer.damage = Phrase("the recording has two answers to this question, which differ; record it again")
      } else if good.first != index {
        others += 1
        continue
      }
      recording.answers.append(answer)
    }
    if recording.answers.isEmpty { throw RecordingProblem.empty }
    recording.others = others
    return recording
  }

  // MARK: Bodies

  /// The bytes of an answer, and why they are not all of it.
  private static func body(_ content: JSONNode?) -> (bytes: [UInt8], damage: Phrase?) {
    guard let content, let text = content["text"]?.string, !text.isEmpty else {
      return ([], "the recording does not hold the answer; save it with its contents")
    }
    var bytes = Array(text.utf8)
    if content["encoding"]?.isNull == false {
      guard content["encoding"]?.string?.lowercased() == "base64", let decoded = Base64.decode(bytes) else {
        return ([], "the answer is written in a way that is not read; save the recording with another browser")
      }
      bytes = decoded
    }
    guard let size = content["size"]?.int, size >= 0 else {
      return (bytes, "how long the answer was, the recording does not say; save it with another browser")
    }
    // A byte-order mark is no part of the text.
    if size != bytes.count, size != bytes.count + 3 {
      return (
        bytes, "the recording holds \(bytes.count) of \(Int(size)) bytes of the answer; save the answer by itself"
      )
    }
    return (bytes, nil)
  }

  private static func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    return start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
  }

  /// The day of a point in time that is said in UTC.
  private static func day(_ text: String) -> String? {
    let day = text.prefix(10)
    let isDay =
      day.utf8.count == 10
      && day.utf8.enumerated().allSatisfy { at, byte in
        at == 4 || at == 7 ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
    return isDay ? String(day) : nil
  }

  // MARK: Sessions

  /// Notes whose session a request is of, as far as it says it: by the subject of a token, and by leaving.
  private mutating func noteSession(_ request: JSONNode, _ url: String) {
    if Self.leaves(url) { hasLeft = true }
    for header in request["headers"]?.elements ?? [] where header["name"]?.string?.lowercased() == "authorization" {
      guard let value = header["value"]?.string, let subject = Self.subject(of: value) else { continue }
      subjects.insert(subject)
    }
    if subjects.count > 1 { hasTwo = true }
  }

  private static func leaves(_ url: String) -> Bool {
    path(of: url).contains { ["logout", "signout", "endsession"].contains($0) }
  }

  private static func path(of url: String) -> [String] {
    url.prefix { $0 != "?" && $0 != "#" }.lowercased().split(separator: "/").map { $0.filter(\.isLetter) }
  }

  /// Whom a token is of: `sub` and its like of what stands between its first two dots.
  private static func subject(of header: String) -> String? {
    let parts = header.split(separator: " ").last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard parts.count == 3, let payload = Base64.decode(Array(parts[1].utf8)) else { return nil }
    guard case .success(let node)? = JSONRecords.read(payload).records.first?.node else { return nil }
    for name in ["pid", "urn:altinn:userid", "nameid", "email", "sub"] {
      if let value = node[name]?.string ?? node[name]?.numberText { return "\(name) \(value)" }
    }
    return nil
  }
}

/// Base64 in either alphabet, with or without padding.
enum Base64 {
  /// `nil` for what is none.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var (bits, count, letters) = (UInt32(0), 0, 0)
    var padding = 0
    for byte in text where byte > 0x20 {
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = value(byte) else { return nil }
      (bits, count, letters) = (bits << 6 | UInt32(value), count + 6, letters + 1)
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    // One letter alone is half a byte; what is left over holds nothing.
    guard letters % 4 != 1, padding <= 2, bits & (1 << UInt32(count) - 1) == 0 else { return nil }
    return bytes
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
