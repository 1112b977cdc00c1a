import Formats

extension FunctionTable {
  /// A.3.6 and A.3.8: order of numbers, texts and moments.
  static var comparisons: [Function] {
    func order<Ordered: Comparable & SendableMetatype>(
      _ type: DataType, _ read: @escaping @Sendable (Term) -> Ordered?
    ) -> [Function] {
      let tests: [(String, @Sendable (Ordered, Ordered) -> Bool)] = [
        ("greater-than", { $0 > $1 }), ("greater-than-or-equal", { $0 >= $1 }), ("less-than", { $0 < $1 }),
        ("less-than-or-equal", { $0 <= $1 }),
      ]
      return tests.map { name, test in
        Function(
          one + "\(type.shortName)-\(name)", [.value(type), .value(type)], gives: .value(.boolean),
          .strict { arguments throws(Failure) in
            guard let left = read(arguments[0]), let right = read(arguments[1]) else {
              throw .processing("a comparison of other types than it was made for")
            }
            return .value(.boolean(test(left, right)))
          })
      }
    }
    return order(.integer) { $0.integer } + order(.double) { $0.double }
      + order(.string) { CodepointOrder(text: $0.string) }
      + order(.time) { if case .value(.time(let value)) = $0 { value } else { nil } }
      + order(.date) { if case .value(.date(let value)) = $0 { value } else { nil } }
      + order(.dateTime) { if case .value(.dateTime(let value)) = $0 { value } else { nil } }
  }

  /// Order of texts codepoint by codepoint, which is the order of their UTF-8.
  private struct CodepointOrder: Comparable {
    var text: String
    static func < (left: Self, right: Self) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }
    static func == (left: Self, right: Self) -> Bool { left.text.isExactly(right.text) }
  }

  /// A.3.7 and `time-in-range`.
  static var times: [Function] {
    func dateTimes(_ name: String, _ type: DataType, _ sign: Int64) -> Function {
      Function(
        three + name, [.value(.dateTime), .value(type)], gives: .value(.dateTime),
        .strict { arguments throws(Failure) in
          guard case .dateTime(let moment) = arguments[0].single else { throw .processing("no dateTime") }
          let result: DateTimeValue?
          switch arguments[1].single {
          case .dayTimeDuration(let duration): result = moment.adding(sign < 0 ? duration.negated : duration)
          case .yearMonthDuration(let duration): result = moment.adding(sign < 0 ? duration.negated : duration)
          default: result = nil
          }
          guard let result else { throw .processing("a dateTime is out of range") }
          return .value(.dateTime(result))
        })
    }
    func dates(_ name: String, _ sign: Int64) -> Function {
      Function(
        three + name, [.value(.date), .value(.yearMonthDuration)], gives: .value(.date),
        .strict { arguments throws(Failure) in
          guard case .date(let day) = arguments[0].single,
            case .yearMonthDuration(let duration) = arguments[1].single,
            let result = day.adding(sign < 0 ? duration.negated : duration)
          else { throw .processing("a date is out of range") }
          return .value(.date(result))
        })
    }
    return [
      dateTimes("dateTime-add-dayTimeDuration", .dayTimeDuration, 1),
      dateTimes("dateTime-add-yearMonthDuration", .yearMonthDuration, 1),
      dateTimes("dateTime-subtract-dayTimeDuration", .dayTimeDuration, -1),
      dateTimes("dateTime-subtract-yearMonthDuration", .yearMonthDuration, -1),
      dates("date-add-yearMonthDuration", 1), dates("date-subtract-yearMonthDuration", -1),
      Function(
        two + "time-in-range", [.value(.time), .value(.time), .value(.time)], gives: .value(.boolean),
        .strict { arguments throws(Failure) in
          guard case .time(let time) = arguments[0].single, case .time(var low) = arguments[1].single,
            case .time(var high) = arguments[2].single
          else { throw .processing("no time") }
          // A bound without a zone is of the zone of the time that is asked about.
          low.zone = low.zone ?? time.zone
          high.zone = high.zone ?? time.zone
          return .value(.boolean(time.later(than: low) <= high.later(than: low)))
        }),
    ]
  }
}

extension TimeValue {
  /// How long after another time of day this one next comes, at most a day.
  fileprivate func later(than other: TimeValue) -> Moment {
    let difference = instant.adding(other.instant.negated) ?? Moment(seconds: 0, fraction: 0)
    let seconds = difference.seconds % 86_400
    return Moment(seconds: seconds < 0 ? seconds + 86_400 : seconds, fraction: difference.fraction)
  }
}
