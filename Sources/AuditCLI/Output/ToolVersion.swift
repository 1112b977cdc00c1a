/// The version that `--version` prints and every result carries.
enum ToolVersion {
  static let current = "0.1.0"
}
