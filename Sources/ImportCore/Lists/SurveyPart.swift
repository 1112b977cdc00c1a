/// What the documents of one system tell each other: a part of the survey that only this system knows.
package protocol SurveyPart: Sendable {
  init()
}

/// The parts of a survey, by their types.
struct SurveyParts: Sendable {
  private var parts: [ObjectIdentifier: any SurveyPart] = [:]

  /// A part that nobody wrote to is an empty one. Writing costs a look-up, and copies nothing; reading copies references, so
  /// that who reads for every row takes the part out once.
  subscript<Part: SurveyPart>(_ type: Part.Type) -> Part {
    get { parts[ObjectIdentifier(type)] as? Part ?? Part() }
    _modify {
      // Taken out, or the dictionary would hold a second reference while the first is written to.
      var part = parts.removeValue(forKey: ObjectIdentifier(type)) as? Part ?? Part()
      defer { parts[ObjectIdentifier(type)] = part }
      yield &part
    }
  }
}
