import Audit

/// Every member of every policy with its verdict, for whoever asks a year later whether somebody was judged: one line each,
/// `policy, verdict, type, key`, tab-separated, escaped as in ``RowsReport``; `not-judged` where the policy could not be.
///
/// Lines of a policy are in the order of their bytes. Linear in the members, and as much memory as those of one policy take.
package enum MembersReport {
  package static func bytes(_ auditor: Auditor) -> [UInt8] {
    var bytes: [UInt8] = []
    var lines: [[UInt8]] = []
    var policy = ""
    func flush() {
      for line in lines.sorted(by: { $0.lexicographicallyPrecedes($1) }) { bytes += line }
      lines = []
    }
    auditor.forEachMember { member in
      if member.policy != policy {
        flush()
        policy = member.policy
      }
      lines.append(
        ReportSink.bytes { sink in
          sink.write(member.policy)
          sink.write("\t\(member.verdict?.rawValue ?? "not-judged")\t")
          sink.write(member.keys.map(\.type).joined(separator: ","))
          sink.write("\t")
          sink.write(RowsReport.key(member.keys))
          sink.write("\n")
        })
    }
    flush()
    return bytes
  }

  /// Lines of such a report that are about somebody, by a value of a key.
  package static func lines(of subject: String, in bytes: [UInt8]) -> [(policy: String, verdict: String, key: [String])]
  {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 4 else { return nil }
      let key = RowsReport.values(ofKey: fields[3])
      guard key.contains(subject) || fields[3] == subject else { return nil }
      return (fields[0], fields[1], key)
    }
  }
}
