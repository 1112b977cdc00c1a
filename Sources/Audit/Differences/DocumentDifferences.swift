import FactStore
import Localization

/// Which documents two results were made of: by path, and where one was moved, by its bytes.
struct DocumentDifferences {
  private(set) var changes: [DocumentChange] = []
  private let say: Wording

  init(_ old: AuditResult, _ new: AuditResult) {
    say = new.wording
    let then = Dictionary(old.sources.map { ($0.path, $0) }) { first, _ in first }
    let now = Dictionary(new.sources.map { ($0.path, $0) }) { first, _ in first }
    var gone = old.sources.filter { now[$0.path] == nil }
    for source in new.sources {
      guard let before = then[source.path] else {
        let from = gone.firstIndex { !$0.sha256.isEmpty && $0.sha256 == source.sha256 && $0.kind == source.kind }
        add(from.map { gone.remove(at: $0) }, source, from == nil ? .appeared : .moved)
        continue
      }
      if before.sha256 != source.sha256 || before.kind != source.kind || before.completeness != source.completeness {
        add(before, source, .changed)
      }
    }
    for source in gone { add(source, nil, .disappeared) }
    addConfiguration(old, new)
    changes.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func add(_ old: SourceSummary?, _ new: SourceSummary?, _ kind: DocumentChange.Kind) {
    guard let shown = new ?? old else { return }
    var remarks: [String] = []
    if let old, let new, old.kind != new.kind {
      remarks.append(say("was \(old.kind ?? say("not recognised")), and is \(new.kind ?? say("not recognised"))"))
    }
    if let old, let new, old.completeness != new.completeness {
      remarks.append(
        new.completeness == .complete ? say("is complete now") : say("is not complete any longer"))
    }
    if let new, new.rejected > (old?.rejected ?? 0) {
      remarks.append(say("\(new.rejected, "record", "records") cannot be used"))
    }
    changes.append(
      DocumentChange(
        kind: kind, path: shown.path, from: kind == .moved ? old?.path : nil, document: shown.kind,
        records: (old?.records, new?.records), remarks: remarks))
  }

  /// The configuration and its mappings say what documents are, and of whom they speak.
  private mutating func addConfiguration(_ old: AuditResult, _ new: AuditResult) {
    let then = Self.configuration(old)
    let now = Self.configuration(new)
    for path in Set(then.keys).union(now.keys) where then[path] != now[path] {
      changes.append(
        DocumentChange(
          kind: then[path] == nil ? .appeared : now[path] == nil ? .disappeared : .changed, path: path, from: nil,
          document: nil, records: (nil, nil), remarks: [say("steers how documents are read")]))
    }
  }

  /// Digests by paths below the folder of the configuration.
  private static func configuration(_ result: AuditResult) -> [String: String] {
    let files = result.basis.configuration
    let folder = files.first?.path.lastIndex(of: "/").map { files[0].path[...$0] } ?? ""
    return Dictionary(
      files.map { ($0.path.hasPrefix(folder) ? String($0.path.dropFirst(folder.count)) : $0.path, $0.sha256) }
    ) { first, _ in first }
  }
}
