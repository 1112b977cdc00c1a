/// The elements and attributes of Visma's documents that are read, as they are written there.
enum VismaName: String {
  // Records.
  case person, chart
  // Of a person.
  case ssn, givenName, familyName, contactInfo, email, personIdHRM
  // Of an employment.
  case employments, employment, employeeId, category, description, startDate, endDate
  // Of a position.
  case positions, position, isPrimaryPosition, positionStartDate, positionEndDate
  case positionInfo, positionType, positionCode
  // Of a chart.
  case units, unit, manager, kode, parentid
  // Of several.
  case id, name
}

/// The names that the parser has told, by their address: it keeps each once.
struct VismaNames {
  private struct Entry {
    var address: UnsafePointer<CChar>?
    var name: VismaName?
  }

  /// The last name met of those that share a place.
  private var entries: [Entry] = Array(repeating: Entry(), count: 256)

  /// What is read under a name; `nil` for a name that nothing is read under.
  mutating func read(_ address: UnsafePointer<CChar>) -> VismaName? {
    let bits = UInt(bitPattern: address)
    let place = Int(truncatingIfNeeded: (bits ^ bits >> 8) & 255)
    if entries[place].address != address {
      entries[place] = Entry(address: address, name: VismaName(rawValue: String(cString: address)))
    }
    return entries[place].name
  }
}
