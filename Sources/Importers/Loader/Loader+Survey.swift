import FactStore
import Formats

extension Loader {
  /// What all documents together say, and what mappings have written already.
  func survey(
    _ files: [ReadFile], found: [FoundFile], contexts: [SourceContext], _ lost: LostEntries
  ) -> Survey {
    var survey = Survey()
    var claims: [FileID: ListClaim] = [:]
    for (index, file) in files.enumerated() where found[index].role == .source {
      claims[FileID(index)] = ListClaim(
        path: found[index].shown, kind: file.document == nil && file.writer == nil ? nil : file.report.kind,
        context: contexts[index], records: file.document?.records ?? file.report.records)
    }
    survey.setClaims(claims)
    survey.altinn = AltinnScope(configuration)
    for (index, file) in files.enumerated() where !file.report.sha256.isEmpty {
      survey.digests[FileID(index)] = file.report.sha256
    }
    for (index, file) in files.enumerated() {
      file.document?.inform(&survey, file: FileID(index))
    }
    mention(files, in: &survey.numbers)
    lost.inform(&survey)
    for (index, file) in files.enumerated() { file.document?.enlist(in: &survey, file: FileID(index)) }
    survey.judgeLists()
    return survey
  }

  /// Tells which employee numbers files that mappings read have in common with lists.
  private func mention(_ files: [ReadFile], in numbers: inout EmployeeNumbers) {
    if numbers.isEmpty { return }
    for file in files where !file.mappedRelations.isEmpty {
      let values = file.writer?.values(of: EmployeeSchemas.personEntity) ?? []
      numbers.mention(
        values.compactMap { value in if case .text(let text) = value { ExactText(text) } else { nil } },
        hasEmployments: file.mappedRelations.contains(EmployeeSchemas.employment.name))
    }
  }

  /// - Throws: ``ConfigurationError`` where two mappings cannot be used together.
  func checkMappings() throws {
    var seen = Set(Importers.schemas.map(\.name))
    var problems: [ConfigurationProblem] = []
    for mapping in configuration.mappings {
      for relation in mapping.relations where !seen.insert(relation.name).inserted {
        problems.append(
          ConfigurationProblem(
            path: mapping.path, line: 1, message: "the relation `\(relation.name)` is declared already",
            help: "give it a name of its own; `tilsyn relations` lists those that exist"))
      }
    }
    let personnel = configuration.mappings.filter { mapping in
      mapping.files.contains { $0.facts.contains { $0.relation == EmployeeSchemas.employment.name } }
    }
    for mapping in personnel.dropFirst() {
      problems.append(
        ConfigurationProblem(
          path: mapping.path, line: 1,
          message: "`\(personnel[0].path)` fills `\(EmployeeSchemas.employment.name)` already, and one employee number "
            + "may be two people in two systems",
          help: "write both into one mapping if their numbers are those of one system"))
    }
    if !problems.isEmpty { throw ConfigurationError(problems: problems) }
  }
}
