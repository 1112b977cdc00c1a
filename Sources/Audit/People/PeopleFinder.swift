import FactStore

/// Finds people in texts: their names by the words that they consist of, whatever stands between those, and every address of
/// mail that is not known to be a function's.
package struct PeopleFinder: Sendable {
  /// What was found.
  package enum Found: Hashable, Sendable {
    /// Somebody's name, as an export has it.
    case name(String)
    /// An address in its normal form; its domain, where that may be shown.
    case address(String, domain: String?)
    /// An address that keeps its name.
    case functional(String)
  }

  /// A name as a sequence of words, and the number of the name that it stands for.
  private struct Entry: Sendable {
    var words: [UInt64]
    var name: Int
  }

  private let people: People
  /// By the first word.
  private var entries: [UInt64: [Entry]] = [:]
  private let functional: Set<String>
  private let domains: Set<String>

  /// Linear in the names.
  package init(_ people: People) {
    self.people = people
    functional = Set(people.functional)
    domains = Set(people.domains)
    for (index, name) in people.names.enumerated() {
      let words = UnicodeText.words(name).map { WordScan.hash(UnicodeText.nameWords($0).utf8) }
      for order in Self.orders(words) { add(Entry(words: order, name: index)) }
    }
    for key in entries.keys { entries[key]?.sort { ($1.words.count, $0.name) < ($0.words.count, $1.name) } }
  }

  /// The ways in which a name is written: given names first or last, with all of them or the first alone.
  private static func orders(_ words: [UInt64]) -> [[UInt64]] {
    guard let first = words.first, let last = words.last, words.count > 1 else { return words.isEmpty ? [] : [words] }
    var orders = [words, [last] + words.dropLast()]
    if words.count > 2 { orders += [[first, last], [last, first]] }
    return orders
  }

  private mutating func add(_ entry: Entry) {
    // Two people may share a short form: the first counts.
    if entries[entry.words[0], default: []].contains(where: { $0.words == entry.words }) { return }
    entries[entry.words[0], default: []].append(entry)
  }

  /// Whether there are names to look for. Addresses are found without, and at once.
  package var knowsNames: Bool { !people.names.isEmpty }

  /// The text with each person replaced. Linear in the text; one that names nobody is returned as it is.
  package func replaced(in text: String, with words: (Found) -> String?) -> String {
    if !knowsNames, !Self.hasSignOfMail(text) { return text }
    var text = text
    let found: [(range: Range<Int>, new: String)] = text.withUTF8 { bytes in
      var found: [(range: Range<Int>, new: String)] = []
      for part in WordScan.parts(of: bytes) {
        switch part {
        case .address(let range):
          if let new = words(address(String(decoding: bytes[range], as: UTF8.self))) { found.append((range, new)) }
        case .words(let run):
          var at = 0
          while at < run.count {
            guard let (entry, length) = name(run[at...], in: bytes) else {
              at += 1
              continue
            }
            if let new = words(.name(people.names[entry])) {
              found.append((run[at].range.lowerBound..<run[at + length - 1].range.upperBound, new))
            }
            at += length
          }
        }
      }
      return found
    }
    guard !found.isEmpty else { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var copied = 0
    for (range, new) in found {
      result += bytes[copied..<range.lowerBound]
      result += new.utf8
      copied = range.upperBound
    }
    return String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  private static func hasSignOfMail(_ text: String) -> Bool {
    // Without branches, since most texts have none.
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      for byte in bytes { count &+= byte == UInt8(ascii: "@") ? 1 : 0 }
      return count > 0
    } ?? text.utf8.contains(UInt8(ascii: "@"))
  }

  /// The longest name with which a run of words begins, and of how many words.
  private func name(
    _ run: ArraySlice<WordScan.Word>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (name: Int, words: Int)? {
    guard let first = run.first, let candidates = entries[first.hash] else { return nil }
    for candidate in candidates {
      guard candidate.words.count <= run.count, zip(candidate.words, run).allSatisfy({ $0 == $1.hash }) else {
        continue
      }
      // One word alone may be any word: it is a name where it stands for itself.
      if candidate.words.count == 1, !Self.standsAlone(first.range, in: bytes) { continue }
      return (candidate.name, candidate.words.count)
    }
    return nil
  }

  private static func standsAlone(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = range.lowerBound == 0 || bytes[range.lowerBound - 1] == UInt8(ascii: "\"")
    let after = range.upperBound == bytes.count || bytes[range.upperBound] == UInt8(ascii: "\"")
    return before && after
  }

  /// What an address is. A function's address that is written like a person's name is the person's.
  private func address(_ text: String) -> Found {
    let address = UnicodeText.folded(text)
    let domain = String(People.domain(of: address))
    if functional.contains(address) {
      let local = People.local(of: address)
      if replaced(in: local, with: { _ in "" }) == local { return .functional(address) }
    }
    return .address(address, domain: domains.contains(domain) ? domain : nil)
  }
}
