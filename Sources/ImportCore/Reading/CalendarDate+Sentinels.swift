import FactStore

/// Days that programs write where they have none.
extension CalendarDate {
  /// The first days of the calendars of .NET, Windows, SQL Server, spreadsheets and others: nothing that an export tells
  /// happened on them. 1970-01-01 is not among them, since somebody may be born or employed on it.
  package var isNoDate: Bool { Self.beginnings.contains(self) }

  /// A day that stands for "no end".
  package var isEndless: Bool { days >= Self.endless }

  /// The first day of the clock of Unix: no date where a program records what happened in it.
  package static let epoch = CalendarDate(days: 0)

  private static let beginnings = Set(
    [(1, 1, 1), (1, 1, 2), (1601, 1, 1), (1753, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1904, 1, 1)]
      .map { CalendarDate(year: $0.0, month: $0.1, day: $0.2)!.days }.map(CalendarDate.init(days:)))

  private static let endless = CalendarDate(year: 9000, month: 1, day: 1)!.days
}
