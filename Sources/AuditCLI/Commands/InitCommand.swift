import ArgumentParser
import Formats
import ImportOrganisation
import Localization

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: String(said: "Writes a commented tilsyn.yaml, and empty registers."),
    discussion: String(
      parts: .said(
        """
        Every line of it is optional: exports are recognised by their content. It lists the exports that policies wait for \
        in this folder, for what the organisation has none of. The registers say what no export does: what each mailbox is \
        for (mailboxes.csv), what was approved (approvals.csv), how systems are connected (integrations.csv and its \
        sisters), and which duties nobody has together (duties.csv, conflicts.csv); as long as they have no row, they are \
        forms and say nothing. Never overwrites a file.
        """),
      .examples(
        HelpExample("tilsyn init exports/", does: "writes exports/tilsyn.yaml and the registers"))))

  @Argument(help: ArgumentHelp(said: "The folder with the exports."), completion: .directory)
  var folder = "."

  func run() throws {
    let path = path("tilsyn.yaml")
    if FileStatus.exists(path) { throw alreadyThere(path) }
    var files = [try file("tilsyn.yaml", Self.head + without() + Self.tail)]
    var notices: [Phrase] = ["wrote \(path.shown)"]
    let registers = [("mailboxes.csv", Self.mailboxes), ("approvals.csv", Self.approvals)]
    for (name, content) in registers + IntegrationRegister.all.map({ ($0.file, $0.form) }) {
      let path = self.path(name)
      if FileStatus.exists(path) {
        // A register that somebody keeps already stays as it is.
        notices.append("kept \(path.shown)")
      } else {
        files.append(try file(name, content))
        notices.append("wrote \(path.shown)")
      }
    }
    try AtomicFile.commit(files)
    notices.append(
      "fill in what you know, or delete the files: docs/importing/registers.md")
    for line in notices { try StandardOutput.say(String(said: line)) }
  }

  /// A file that waits for its name.
  private func file(_ name: String, _ content: String) throws -> AtomicFile {
    let file = try AtomicFile(OutputPlace(path(name)), keepsOther: true)
    try file.write(Array(content.utf8))
    return file
  }

  private func path(_ name: String) -> FilePath {
    folder == "." ? FilePath(name) : FilePath(folder).appending(name.utf8)
  }

  private func alreadyThere(_ path: FilePath) -> CommandFailure {
    .notJudged("`\(path.shown)` exists already", help: "edit it, or move it away first")
  }

  /// The block `without`, with what policies wait for in this folder; an example where that cannot be told.
  private func without() -> String {
    let wanted = (try? waitedFor()) ?? []
    var lines = [
      "# Exports that the organisation does not have. An audit fails for want of what is neither there nor named here; what",
      "# is named is left out of it, and every report says so. Reason, owner and day must be given.",
    ]
    if !wanted.isEmpty {
      lines.append(
        "# Policies wait for these in this folder; `tilsyn sources` says how to get each. Keep what there is none of.")
    }
    lines.append("#without:")
    let entries = wanted.isEmpty ? [(document: "organisation.approvals", policies: 0)] : wanted
    for entry in entries {
      let count = entry.policies > 0 ? "   # \(entry.policies) \(entry.policies == 1 ? "policy" : "policies")" : ""
      lines += ["#  - kind: \(entry.document)\(count)", "#    reason:", "#    owner:", "#    day:"]
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// Judges the folder as it is, without a word: what is missing decides what the file asks for.
  private func waitedFor() throws -> [(document: String, policies: Int)] {
    guard FileStatus.exists(FilePath(folder)) else { return [] }
    var talk = try TalkOptions.parse([])
    talk.quiet = true
    let run = try AuditRun(
      paths: [folder], context: try ContextOptions.parse([]), policies: try PolicyOptions.parse([]), talk: talk,
      environment: Environment())
    let result = try run.judge(try run.check(), try run.load()).result
    let kinds = Set(run.configuration.knownKinds)
    return result.scope.wanted.filter { kinds.contains($0.document) }.map { ($0.document, $0.policies.count) }
  }

  /// Titles alone: a form, which says nothing until it has a row.
  static let mailboxes = "email;type;owner;deputy;purpose;mail_tested_at\r\n"
  static let approvals = "system;subject;what;requested_by;copied_to;approved_by;date;reference\r\n"

  static let head = """
    # tilsyn.yaml: what the exports in this folder do not say themselves. Every part is optional.

    # Context of a file, and its kind where recognition by content is wrong. The first entry that matches wins;
    # a path is relative to this file, `*` stands for any part of a name. `tilsyn sources` shows what was recognised.
    #sources:
    #  - path: "kitos/users-*.json"
    #    kind: kitos.api-v2.users
    #    organisation: 00000000-0000-4000-8000-00000000000a   # the organisation whose list it is
    #    extracted_at: 2026-11-01                              # shown in every report; not relied on after 92 days,
    #    max_age_days: 31                                      # or after so many
    #    extracted_by: "the local administrator"

    # What must be there. Less makes the audit incomplete (exit code 2), so that a lost export is never a clean audit.
    #expect:
    #  - kind: kitos.api-v2.users
    #    records: 400                                          # at least, over all files of the kind
    #    max_age_days: 31                                      # against --as-of, where extracted_at is given
    #  - kind: exchange.mailboxes
    #    records: 900
    #  - kind: organisation.employees
    #    records: 7500


    """

  static let tail = """
    # Files that are no exports: listed as ignored, not read.
    #ignore: ["*.md", "old/*"]

    # Values for parameters of the policies; `tilsyn policy list` and the result name them.
    #parameters:
    #  kitos.max_local_admins: 3
    #  organisation.own_domains: [kommune.example]

    # Mappings of exports that tilsyn does not know by itself: which relation, which columns.
    #mappings: [my-system.yaml]

    # Folders with policies, beside those that come with tilsyn; in a file that --config names, in place of them.
    #policies: [policies]

    # The language of reports: en, da or nb.
    #language: da

    """
}
