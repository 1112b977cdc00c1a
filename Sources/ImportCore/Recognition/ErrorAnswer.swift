import Localization

/// An error that an interface answered with, saved in the place of an export. It holds nothing, and what was asked for is
/// missing: never a document that is known and passed over.
enum ErrorAnswer {
  /// What the answer is, for people; `nil` for any other document.
  static func describe(_ sketch: JSONSketch) -> Phrase? {
    guard sketch.shape == .object, sketch.objects.count == 1 else { return nil }
    let shapes = Dictionary(sketch.objects[0].map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    let advice: Phrase = "make the export again, and look at what the answer says before you save it"
    if let status = sketch.status, (400...599).contains(status), !messages.isDisjoint(with: shapes.keys) {
      // 401: nobody is logged in, or no more. 403: whoever is may not see it.
      let login: Phrase =
        "log in again as somebody who may see it, and save the answer once it shows what was asked for"
      let what = [401, 403].contains(status) ? login : advice
      return "an error answer (status \(status)) was saved instead of an export; \(what)"
    }
    let isError =
      switch shapes["error"] {
      // `{"error": {"code": …, "message": …}}`, alone: OData and its like. `{"error": "invalid_token", …}`: OAuth.
      case .object: shapes.count == 1
      case .string: Set(shapes.keys).isSubset(of: besideError)
      default: false
      }
    // `{"message": "Authorization has been denied for this request."}`: a service that was not reached.
    let isRefusal = shapes["message"] == .string && Set(shapes.keys).isSubset(of: besideMessage)
    return isError || isRefusal ? "an error answer was saved instead of an export; \(advice)" : nil
  }

  private static let messages: Set<String> = ["title", "error", "message", "detail", "errors", "error_description"]
  private static let besideError: Set<String> = [
    "error", "error_description", "error_uri", "error_codes", "timestamp", "trace_id", "correlation_id", "message",
    "path",
    "status",
  ]
  private static let besideMessage: Set<String> = [
    "message", "exceptionmessage", "exceptiontype", "stacktrace", "messagedetail", "innerexception", "requestid",
  ]
}
