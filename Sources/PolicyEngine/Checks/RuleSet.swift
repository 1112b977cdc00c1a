/// Puts rules in an order that the order of files, and of rules within them, does not change.
struct RuleSet {
  let sources: [SourceText]

  /// Rules by the relation they derive, each list ordered by the rules' printed text.
  func grouped(_ rules: [Rule], _ declarations: Declarations) -> [String: [Rule]] {
    var groups: [String: [Rule]] = [:]
    for rule in rules where declarations.relations[rule.head.relation.text]?.kind == .derived {
      groups[rule.head.relation.text, default: []].append(rule)
    }
    return groups.mapValues { group in
      group.map { (text: Printer.line(of: $0), rule: $0) }.sorted {
        ($0.text, path($0.rule), $0.rule.span.start) < ($1.text, path($1.rule), $1.rule.span.start)
      }.map(\.rule)
    }
  }

  private func path(_ rule: Rule) -> String {
    sources.indices.contains(rule.span.file) ? sources[rule.span.file].path : ""
  }
}
