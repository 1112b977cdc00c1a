extension FunctionTable {
  /// A.3.9: parts of texts.
  static var strings: [Function] {
    func pair(_ name: String, _ test: @escaping @Sendable (String, String) -> Bool) -> [Function] {
      [DataType.string, .anyURI].map { type in
        Function(
          three + "\(type.shortName)-\(name)", [.value(.string), .value(type)], gives: .value(.boolean),
          .strict { arguments throws(Failure) in .value(.boolean(test(arguments[0].string, arguments[1].string))) })
      }
    }
    return [
      Function(
        two + "string-concatenate", [.value(.string), .value(.string)], further: .value(.string),
        gives: .value(.string),
        .strict { arguments throws(Failure) in .value(.string(arguments.map(\.string).joined())) }),
      Function(
        two + "uri-string-concatenate", [.value(.anyURI)], further: .value(.string), gives: .value(.anyURI),
        .strict { arguments throws(Failure) in .value(.anyURI(arguments.map(\.string).joined())) }),
    ] + pair("starts-with") { start, text in text.utf8.starts(with: start.utf8) }
      + pair("ends-with") { end, text in text.utf8.reversed().starts(with: end.utf8.reversed()) }
      + pair("contains") { part, text in ByteSearch.first(Array(part.utf8), in: Array(text.utf8)) != nil }
      + [DataType.string, .anyURI].map { type in
        Function(
          three + "\(type.shortName)-substring", [.value(type), .value(.integer), .value(.integer)],
          gives: .value(.string),
          .strict { arguments throws(Failure) in
            let scalars = Array(arguments[0].string.unicodeScalars)
            let begin = arguments[1].integer
            let end = arguments[2].integer == -1 ? Int64(scalars.count) : arguments[2].integer
            guard begin >= 0, begin <= end, end <= scalars.count else {
              throw .processing("a substring begins or ends outside of its text")
            }
            var part = String.UnicodeScalarView()
            part.append(contentsOf: scalars[Int(begin)..<Int(end)])
            return .value(.string(String(part)))
          })
      }
  }

  /// A.3.9: values to texts and back.
  static var texts: [Function] {
    let types: [DataType] = [
      .boolean, .integer, .double, .time, .date, .dateTime, .anyURI, .dayTimeDuration, .yearMonthDuration, .x500Name,
      .rfc822Name, .ipAddress, .dnsName,
    ]
    return types.flatMap { type in
      [
        Function(
          three + "\(type.shortName)-from-string", [.value(.string)], gives: .value(type),
          .strict { arguments throws(Failure) in
            guard let value = Value(arguments[0].string, as: type) else {
              throw Failure(.syntaxError, "a text is no \(type.shortName)")
            }
            return .value(value)
          }),
        Function(
          three + "string-from-\(type.shortName)", [.value(type)], gives: .value(.string),
          .strict { arguments throws(Failure) in .value(.string(arguments[0].single.text)) }),
      ]
    }
  }

  /// A.3.13 and A.3.14: regular expressions and the matches that types have of their own.
  static var patterns: [Function] {
    let types: [(DataType, String)] = [
      (.string, one), (.anyURI, two), (.ipAddress, two), (.dnsName, two), (.rfc822Name, two), (.x500Name, two),
    ]
    return types.map { type, prefix in
      Function(
        prefix + "\(type.shortName)-regexp-match", [.value(.string), .value(type)], gives: .value(.boolean),
        .counted { arguments, work throws(Failure) in
          .value(.boolean(try Patterns.shared.matches(arguments[0].string, arguments[1].single.text, work: work)))
        })
    } + [
      Function(
        one + "x500Name-match", [.value(.x500Name), .value(.x500Name)], gives: .value(.boolean),
        .strict { arguments throws(Failure) in
          guard case .x500Name(let end) = arguments[0].single, case .x500Name(let name) = arguments[1].single else {
            throw .processing("no x500Name")
          }
          return .value(.boolean(end.isSuffix(of: name)))
        }),
      Function(
        one + "rfc822Name-match", [.value(.string), .value(.rfc822Name)], gives: .value(.boolean),
        .strict { arguments throws(Failure) in
          guard case .rfc822Name(let name) = arguments[1].single else { throw .processing("no rfc822Name") }
          return .value(.boolean(name.matches(arguments[0].string)))
        }),
    ]
  }
}
