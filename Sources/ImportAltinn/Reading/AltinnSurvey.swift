import ImportCore

/// What documents of Altinn tell each other.
struct AltinnSurvey: SurveyPart {
  /// Which organisations the run is about, and of which of them documents answer.
  var scope = AltinnScope()
  /// Pages of documentation, by what they are of.
  var pages = DocumentNames()
}

extension Survey {
  var altinn: AltinnSurvey {
    get { self[AltinnSurvey.self] }
    _modify { yield &self[AltinnSurvey.self] }
  }
}
