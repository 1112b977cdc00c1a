import CShipped

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

  /// Those below a folder whose names end so; none where none were built in.
  func files(below folder: String, ending: String) -> [(path: String, bytes: [UInt8])] {
    files.filter { $0.path.hasPrefix(folder + "/") && $0.path.hasSuffix(ending) }
  }
}
