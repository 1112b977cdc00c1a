import FactStore
import ImportCore
import Localization

/// What exports of DFØ tell each other: numbers are those of one firm, and most records do not say of which.
struct DFOSurvey: SurveyPart {
  /// Firms, by the organisation that the configuration gives for the document.
  private var firms: [String?: Set<String>] = [:]
  private var allFirms: Set<String> = []
  private var organisations: Set<String> = []
  /// Business areas that have a unit of this number.
  private var areas: [String: Set<String>] = [:]
  /// Last days of employees, by their numbers and the organisation of the document.
  private var terminations: [Person: Set<Termination>] = [:]

  private struct Person: Hashable {
    let number: String
    let organisation: String?
  }

  /// What the list of people says of a last day.
  enum Termination: Hashable, Sendable {
    case none, unknown
    case day(CalendarDate)
  }

  mutating func note(firm: String?, organisation: String?) {
    if let organisation { organisations.insert(organisation) }
    if let firm {
      firms[organisation, default: []].insert(firm)
      allFirms.insert(firm)
    }
  }

  mutating func note(unit: String, area: String) { areas[unit, default: []].insert(area) }

  mutating func note(_ termination: Termination, of number: String, organisation: String?) {
    terminations[Person(number: number, organisation: organisation), default: []].insert(termination)
  }

  /// What facts call the employee with this number: the number, and where there is more than one firm, its firm.
  func employee(_ number: String, firm: String?, organisation: String?) -> FactWriter.Cell {
    if allFirms.count <= 1, organisations.count <= 1 { return .text("dfo/\(number)") }
    let known = organisation != nil || organisations.count > 1 ? firms[organisation] ?? [] : allFirms
    guard let firm = firm ?? (known.count == 1 ? known.first : nil) else {
      return .unknown(
        "the exports are of several firms, and nothing says of which this employee is; give each file its `organisation`",
        .context)
    }
    return .text("dfo/\(number) (firm \(firm))")
  }

  /// What facts call a unit of the rows: its number, and where several business areas have it, its area.
  func unit(_ number: String, area: String) -> String {
    (areas[number]?.count ?? 0) > 1 ? "\(number) (area \(area))" : number
  }

  /// What the list of people says of the last day of an employee.
  func termination(of number: String, organisation: String?) -> Termination {
    guard let known = terminations[Person(number: number, organisation: organisation)], known.count == 1 else {
      return .unknown
    }
    return known.first!
  }
}

extension Survey {
  var dfo: DFOSurvey {
    get { self[DFOSurvey.self] }
    _modify { yield &self[DFOSurvey.self] }
  }
}
