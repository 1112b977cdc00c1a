import ImportCore

/// What exports of the mail directory tell each other.
struct DirectorySurvey: SurveyPart {
  /// Some export has recipients that are no mailboxes: groups, contacts, mail users.
  var hasOtherRecipients = false
}

extension Survey {
  var directory: DirectorySurvey {
    get { self[DirectorySurvey.self] }
    _modify { yield &self[DirectorySurvey.self] }
  }
}
