/// What a configuration did to the result: whatever may make less be judged, or something else. It stands beside the verdict,
/// since a configuration often lies among the files of those who are judged by it.
public struct AuditSettings: Sendable {
  public var path: String
  /// Of the file's bytes, in hexadecimal.
  public var sha256: String
  /// It lies in a folder that was judged, and nobody named it otherwise.
  public var isOfJudgedFolder: Bool
  /// Files that it left out.
  public var leftOut: [String] = []
  /// Files of which it says what they are, or of whom they speak.
  public var told: [String] = []
  /// Those of them whose content looks like another kind of export.
  public var contradicted: [String] = []
  /// Files that it lets be relied on for longer than usual.
  public var aged: [String] = []
  /// Parameters to which it gives another value than the policies.
  public var parameters: [String] = []
  /// What it says there is none of.
  public var without: [String] = []
  /// Policies that it adds, or that are judged in place of the shipped ones.
  public var policies: [String] = []
  /// Ids of the policies that came with the judged folder: a pass by them alone is the folder's own word.
  public var added: Set<String> = []

  public init(path: String, sha256: String, isOfJudgedFolder: Bool) {
    self.path = path
    self.sha256 = sha256
    self.isOfJudgedFolder = isOfJudgedFolder
  }
}
