import FactStore
import Formats

extension Loader {
  /// What all documents together say, and what mappings have written already.
  func survey(
    _ files: [ReadFile], found: [FoundFile], contexts: [SourceContext], _ lost: LostEntries
  ) -> Survey {
    let registry = configuration.registry
    var survey = Survey(traits: registry.list)
    survey.parties.personNumbers = personNumbers
    var claims: [FileID: ListClaim] = [:]
    for (index, file) in files.enumerated() where found[index].role == .source {
      claims[FileID(index)] = ListClaim(
        path: found[index].shown, kind: file.document == nil && file.writer == nil ? nil : file.report.kind,
        context: contexts[index], records: file.document?.records ?? file.report.records,
        traits: file.report.kind.flatMap(registry.list))
    }
    survey.setClaims(claims)
    let parameters = configuration.parameters
    for importer in registry.importers {
      importer.begin(
        &survey, parameters: { parameters[$0]?.texts ?? [] }, contexts: configuration.sources.map(\.context))
    }
    for (index, file) in files.enumerated() where !file.report.sha256.isEmpty {
      survey.digests[FileID(index)] = file.report.sha256
    }
    for (index, file) in files.enumerated() {
      file.document?.inform(&survey, file: FileID(index))
    }
    let mapped = files.filter { !$0.mappedRelations.isEmpty }.map {
      MappedFacts(relations: $0.mappedRelations, writer: $0.writer)
    }
    for importer in registry.importers { importer.inform(&survey, mapped: mapped) }
    lost.inform(&survey)
    for (index, file) in files.enumerated() { file.document?.enlist(in: &survey, file: FileID(index)) }
    survey.judgeLists()
    return survey
  }

  /// - Throws: ``ConfigurationError`` where two mappings cannot be used together.
  func checkMappings() throws {
    var seen = Set(configuration.registry.schemas.map(\.name))
    var problems: [ConfigurationProblem] = []
    for mapping in configuration.mappings {
      for relation in mapping.relations where !seen.insert(relation.name).inserted {
        problems.append(
          ConfigurationProblem(
            path: mapping.path, line: 1, message: "the relation `\(relation.name)` is declared already",
            help: "give it a name of its own; `tilsyn relations` lists those that exist"))
      }
    }
    for sole in configuration.registry.importers.flatMap(\.soleRelations) {
      let filling = configuration.mappings.filter { mapping in
        mapping.files.contains { $0.facts.contains { $0.relation == sole.name } }
      }
      for mapping in filling.dropFirst() {
        problems.append(
          ConfigurationProblem(
            path: mapping.path, line: 1, message: "`\(filling[0].path)` fills `\(sole.name)` already, and \(sole.why)",
            help: sole.help))
      }
    }
    if !problems.isEmpty { throw ConfigurationError(problems: problems) }
  }
}
