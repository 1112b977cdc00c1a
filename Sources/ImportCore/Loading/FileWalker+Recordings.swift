import Budget
import FactStore
import Formats
import Localization

/// Recordings of a browser (HAR): each answer in JSON is a document, with what its address says of it.
extension FileWalker {
  static func note(_ recording: Recording) -> Phrase {
    """
    a recording of a browser (HAR) with \(recording.answers.count, "answer", "answers") in JSON, each listed by itself, and \
    \(recording.others, "other request", "other requests"), passed over; it holds a session: delete it once the report is made
    """
  }

  /// Takes the answers of a recording under its path.
  mutating func take(
    _ recording: Recording, _ path: FilePath, _ root: Root, _ entry: Entry
  ) throws(LimitReached) {
    for answer in recording.answers where !isFull {
      // A number at the end would be that of a page.
      let name = Array("\(answer.number)-\(answer.address.name).json".utf8)
      var file = try file(path.appending(name), root, nil, isNamed: false)
      file.content = .memory(answer.body)
      file.damage = answer.damage
      file.context = SourceContext(
        organisation: answer.address.organisation,
        extractedAt: answer.day.flatMap { CalendarDate($0) == nil ? nil : $0 }, query: "GET \(answer.address.text)")
      insert(file, as: entry.below(name))
    }
  }
}
