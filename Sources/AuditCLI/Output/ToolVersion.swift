import CBuild

/// The version that `--version` prints and every result carries.
enum ToolVersion {
  static let current = "0.1.0"

  /// The commit that the program was built from; `unknown` where the build did not say.
  static let commit = String(cString: tilsyn_commit())

  static let text = commit == "unknown" ? current : "\(current) (\(commit))"
}
