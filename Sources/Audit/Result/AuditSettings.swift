/// What a configuration did to the result: whatever may make less be judged, or something else. It stands beside the verdict,
/// since a configuration often lies among the files of those who are judged by it.
package struct AuditSettings: Sendable {
  package var path: String
  /// Of the file's bytes, in hexadecimal.
  package var sha256: String
  /// It lies in a folder that was judged, and nobody named it otherwise.
  package var isOfJudgedFolder: Bool
  /// Files that it left out.
  package var leftOut: [String] = []
  /// Files of which it says what they are, or of whom they speak.
  package var told: [String] = []
  /// Those of them whose content looks like another kind of export.
  package var contradicted: [String] = []
  /// Files that it lets be relied on for longer than usual.
  package var aged: [String] = []
  /// Parameters to which it gives another value than the policies.
  package var parameters: [String] = []
  /// What it says there is none of.
  package var without: [String] = []
  /// Policies that it adds, or that are judged in place of the shipped ones.
  package var policies: [String] = []
  /// Ids of the policies that came with the judged folder: a pass by them alone is the folder's own word.
  package var added: Set<String> = []

  package init(path: String, sha256: String, isOfJudgedFolder: Bool) {
    self.path = path
    self.sha256 = sha256
    self.isOfJudgedFolder = isOfJudgedFolder
  }
}
