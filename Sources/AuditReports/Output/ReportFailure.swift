/// Why a report could not be made, where it is not its file that could not be written.
package struct ReportFailure: Error {
  /// Lower case, for people.
  package let reason: String
  /// What to do about it.
  package let help: String
}
