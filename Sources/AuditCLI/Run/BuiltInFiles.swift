import CShipped
import PolicyEngine

/// The policies and frameworks that were built into a released program. They win over whatever lies beside it: who may write
/// there must not decide what passes.
struct BuiltInFiles {
  /// By path, as `policies/kitos/users.policy`, in the order of the bytes.
  private let files: [(path: String, bytes: [UInt8])]

  init(_ files: [(path: String, bytes: [UInt8])]) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Those of this program; none where it was built to be worked on.
  static let own: BuiltInFiles = {
    var count = 0
    guard let first = tilsyn_shipped_files(&count) else { return BuiltInFiles([]) }
    return BuiltInFiles(
      UnsafeBufferPointer(start: first, count: count).map { file in
        (String(cString: file.path), Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
      })
  }()

  /// The texts of the shipped packs; empty where none were built in.
  var policies: [SourceText] {
    files.filter { $0.path.hasPrefix("policies/") && $0.path.hasSuffix(PolicyFiles.suffix) }.map {
      SourceText(path: $0.path, bytes: $0.bytes)
    }
  }

  /// The shipped frameworks by id.
  var frameworks: [String: [UInt8]] {
    let ending = ShippedFrameworks.suffix
    return Dictionary(
      files.filter { $0.path.hasPrefix("frameworks/") && $0.path.hasSuffix(ending) }.map {
        (String($0.path.dropFirst("frameworks/".count).dropLast(ending.count)), $0.bytes)
      }
    ) { first, _ in first }
  }
}
