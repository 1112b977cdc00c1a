import Formats

/// What documents are called where one is the subject of a finding: after what they are of, never after their paths. A
/// file that is moved, copied or renamed stays who it was, so that its findings are those of last month.
package struct DocumentNames {
  /// The files of each description, by their digests: a copy is the same document.
  private var digests: [ExactText: Set<String>] = [:]

  package init() {}

  /// Digits of a digest that tell documents of one description apart.
  private static let digits = 12

  /// What the kind and the context of a document say of it: `users of organisation 1e2f…`.
  package static func describe(_ kind: String, _ context: SourceContext) -> String {
    var text = kind
    for (what, value) in [
      ("organisation", context.organisation), ("user", context.user), ("object", context.object),
      ("environment", context.environment), ("part", context.part),
    ] {
      if let value { text += " of \(what) \(value)" }
    }
    return text
  }

  /// The beginning of a digest, `a` to `p` for its digits: twelve digits of chance may look like somebody's identity number.
  package static func mark(of digest: String) -> String {
    String(
      String.UnicodeScalarView(
        digest.prefix(digits).compactMap { digit in
          digit.hexDigitValue.flatMap { Unicode.Scalar(UInt32(UInt8(ascii: "a")) + UInt32($0)) }
        }))
  }

  package mutating func note(_ description: String, digest: String) {
    digests[ExactText(description), default: []].insert(digest)
  }

  /// The description, and where documents of this run share it, the beginning of the digest.
  package func name(_ description: String, digest: String) -> String {
    guard let all = digests[ExactText(description)], all.count > 1 else { return description }
    return description + (digest.isEmpty ? " (not read)" : " (\(Self.mark(of: digest)))")
  }
}
