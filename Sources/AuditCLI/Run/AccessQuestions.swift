/// What `who` and `can` are asked, and the questions that this comes to, those of each system together.
enum AccessQuestions {
  /// Who may do something with a resource or object.
  case who(action: String, resource: String)
  /// What a subject may do: a role, package, party, user or address.
  case can(subject: String)

  /// Systems that know people by a party, not by an address.
  static let systemsOfParties = ["altinn", "er"]

  /// The address that somebody is asked about by.
  var address: String? {
    if case .can(let subject) = self, subject.contains("@") { subject } else { nil }
  }

  /// - Parameter parties: those that the address is of.
  func questions(parties: [String]) -> [AccessQuestion] {
    switch self {
    case .who(let action, let resource):
      return AltinnQuestions.who(action: action, resource: resource)
        + KitosQuestions.who(action: action, object: resource)
    case .can(let subject):
      let ofParties = address == nil ? [subject] : parties
      return AltinnQuestions.can(subject) + ofParties.flatMap { AltinnQuestions.can(party: $0) }
        + ofParties.flatMap { RegisterQuestions.can(party: $0) } + KitosQuestions.can(subject)
    }
  }
}
