import FactStore
import ImportCore

/// The kinds of document of changes: what their records are of.
enum ChangeKind: String, CaseIterable, Sendable {
  case organisation = "ks.organisation"
  case person = "ks.person"
  case position = "ks.employee-position"

  /// The keys of its records that are read.
  var fields: [String] {
    switch self {
    case .organisation: ["id", "name", "parent"]
    case .person: ["national_id", "first_name", "last_name", "email"]
    case .position: ["org_id", "national_id", "position_name", "main", "manager"]
    }
  }

  /// The key of its records that names a unit.
  var unitField: String? {
    switch self {
    case .organisation: "id"
    case .person: nil
    case .position: "org_id"
    }
  }

  /// Whether its records are of people, by their national identity numbers.
  var hasPeople: Bool { self != .organisation }

  /// The relations of what there is; the first has a row for each record.
  var state: [String] {
    switch self {
    case .organisation: ["ks.unit"]
    case .person: ["ks.person", "ks.email", "ks.party"]
    case .position: ["ks.position", "ks.party"]
    }
  }

  /// The relation of what there is no more.
  var removed: String {
    switch self {
    case .organisation: "ks.removed_unit"
    case .person: "ks.removed_person"
    case .position: "ks.removed_position"
    }
  }

  /// The relations in which a line that is lost leaves something open.
  var doubtful: [String] { state + [removed] }

  var relations: [String] { doubtful + ["ks.document"] + (hasPeople ? Personnel.evidenceNames : []) }

  /// As `ks.document` writes it.
  var shown: String { String(rawValue.dropFirst(3)) }

  /// The kind of a feed of changes; `nil` for any other document. The keys of the envelope alone tell no system.
  init?(_ sketch: JSONSketch) {
    guard sketch.shape != .array, let keys = sketch.changed,
      sketch.objects.contains(where: { $0["changeType"] != nil || $0["changeDate"] != nil })
    else { return nil }
    if keys.contains("org_id") || keys.contains("position_name") {
      self = .position
    } else if keys.contains("national_id") {
      self = .person
    } else if keys.contains("id"), keys.contains("parent") {
      self = .organisation
    } else {
      return nil
    }
  }
}

/// What tells the records of a kind from each other. A person is the token of a number, which is good for one run only.
struct ChangeKey: Hashable, Sendable {
  var unit: String?
  var token: String?
}
