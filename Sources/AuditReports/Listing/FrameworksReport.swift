import Audit

/// Frameworks, and which policies bear on each of their controls; nothing is judged.
package struct FrameworksReport {
  private let frameworks: [(framework: Framework, file: AuditBasis.File)]
  private let catalogue: PolicyCatalogue
  private let language: String

  package init(
    _ frameworks: [(framework: Framework, file: AuditBasis.File)], catalogue: PolicyCatalogue, language: String
  ) {
    self.frameworks = frameworks
    self.catalogue = catalogue
    self.language = language
  }

  /// One line per framework: id, how many of its controls some policy bears on, title.
  package func listText(style: TerminalStyle, into sink: inout ReportSink) {
    let width = frameworks.map { DisplayWidth.of($0.framework.id) }.max() ?? 0
    for (framework, _) in frameworks {
      let covered = framework.controls.count { !catalogue.bearing(on: $0, of: framework).isEmpty }
      let count = DisplayWidth.pad(before: "\(covered) of \(framework.controls.count)", to: 9)
      sink.write(
        style.fit(
          "\(DisplayWidth.pad(framework.id, to: width)) \(count)  \(framework.title.text(in: language))") + "\n")
    }
    sink.write("\n\(Plural.of(frameworks.count, "framework", "frameworks")); so many controls have a policy\n")
  }

  /// Each in full: its controls with the policies that bear on them, then those on which none does.
  package func showText(style: TerminalStyle, into sink: inout ReportSink) {
    for (at, (framework, file)) in frameworks.enumerated() {
      if at > 0 { sink.write("\n") }
      sink.write(style.paint(InertText.line("\(framework.id)  \(framework.title.text(in: language))"), .bold) + "\n")
      let facts = [framework.publisher, framework.edition, framework.source, file.path].filter { !$0.isEmpty }
      for fact in facts { sink.write("  \(InertText.line(fact))\n") }
      let controls = framework.controls.map { ($0, catalogue.bearing(on: $0, of: framework)) }
      for (control, policies) in controls where !policies.isEmpty {
        sink.write("\n" + style.paint(style.fit("\(control.id)  \(control.title.text(in: language))"), .bold) + "\n")
        for policy in policies { sink.write("  \(InertText.line(policy))\n") }
      }
      let bare = controls.filter(\.1.isEmpty).map(\.0)
      if !bare.isEmpty { sink.write("\n" + style.paint("no policy bears on", .bold) + "\n") }
      for control in bare {
        sink.write("  \(style.fit("\(control.id)  \(control.title.text(in: language))", after: 2))\n")
      }
    }
  }

  /// All of it as `tilsyn.frameworks/1`.
  package func json(into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.frameworks/1")
      json.key("frameworks")
      json.array { json in
        for (framework, file) in frameworks {
          json.lineBreak()
          write(framework, file, into: &json)
        }
      }
    }
    try json.finish()
  }

  private func write(_ framework: Framework, _ file: AuditBasis.File, into json: inout JSONWriter) {
    json.object { json in
      json.member("id", framework.id)
      json.member("title", framework.title.text(in: language))
      json.member("publisher", framework.publisher)
      json.member("edition", framework.edition)
      json.member("source", framework.source)
      json.member("path", file.path)
      json.member("sha256", file.sha256)
      json.key("controls")
      json.array { json in
        for control in framework.controls {
          json.lineBreak()
          json.object { json in
            json.member("id", control.id)
            json.member("title", control.title.text(in: language))
            json.member("policies", catalogue.bearing(on: control, of: framework))
          }
        }
      }
    }
  }
}
