import FactStore
import Localization
import PolicyEngine

/// Holds two audits side by side, with the facts behind them.
///
/// Cost: linear in the facts of both, and a proof for each right and each finding that is another.
package struct CompareAudits {
  let old: Auditor
  let new: Auditor
  let options: Options
  let engines: (old: ComparedEngine, new: ComparedEngine)
  let search: CauseSearch
  let facts: FactDifferences

  /// What is known of the two beside their results.
  package struct Options {
    /// The folders, as shown.
    package var paths: (old: String, new: String)
    /// Systems of which something was loaded.
    package var systems: (old: Set<String>, new: Set<String>)
    /// The kinds of documents that fill each relation of the later side.
    package var kinds: [String: [String]] = [:]
    /// What a change of a relation is called, where it is a catalogue of others.
    package var catalogues: [String: String] = [:]
    /// Relations about documents themselves.
    package var aboutDocuments: Set<String> = []
    package var threads = 1

    package init(paths: (old: String, new: String), systems: (old: Set<String>, new: Set<String>)) {
      (self.paths, self.systems) = (paths, systems)
    }
  }

  package init(old: Auditor, new: Auditor, options: Options) {
    (self.old, self.new, self.options) = (old, new, options)
    engines = ComparedEngine.pair(old.engine, new.engine)
    search = CauseSearch(old: engines.old, new: engines.new)
    facts = FactDifferences(engines.old, engines.new, catalogues: options.catalogues)
  }

  /// Whether the later side lacks an export that the earlier had.
  var lacksExports: Bool {
    ExportComparison(old.result, comparedWith: new.result, kinds: options.kinds, declared: []).lacksSomething
  }

  package func differences() -> Differences {
    var differences = Differences(
      old.result, new.result, paths: options.paths, kinds: options.kinds, threads: options.threads
    ) { place in causes(of: place) }
    let rights = RightDifferences(
      engines.old, engines.new, systems: options.systems, search: search, facts: facts, lacksExports: lacksExports,
      say: new.result.wording)
    (differences.rights, differences.untold) = (rights.changes, rights.untold)
    // What is said of the documents themselves is told of them; as a cause it stands with what follows.
    differences.facts = facts.changes.filter { !options.aboutDocuments.contains($0.relation) }
    return differences
  }

  /// The changed facts behind a finding that one side alone has.
  private func causes(of place: FindingDifferences.Place) -> [FactChange] {
    let auditor = place.isNew ? new : old
    let explainer = (place.isNew ? engines.new : engines.old).explainer
    let about = auditor.mentions(ofFinding: place.number)
    let proofs = auditor.proofNodes(ofFinding: place.number, by: explainer)
    var causes = search.causes(of: proofs, isNew: place.isNew, about: about)
    if causes.isEmpty {
      causes = search.changes(of: auditor.sources(ofFinding: place.number), naming: about, isNew: place.isNew)
    }
    return facts.changes(causes)
  }
}

extension Differences {
  /// What can be told of two results without the exports behind them: everything but rights and facts.
  init(
    _ old: AuditResult, _ new: AuditResult, paths: (old: String, new: String), kinds: [String: [String]], threads: Int,
    causes: (FindingDifferences.Place) -> [FactChange]
  ) {
    // What is compared and told is worked out once.
    var (old, new) = (old, new)
    (old.findings, new.findings) = (old.findings.remembered(), new.findings.remembered())
    let exports = ExportComparison(old, comparedWith: new, kinds: kinds, declared: [])
    let found = FindingDifferences(old, new, exports: exports, threads: threads, causes: causes)
    let say = new.wording
    var remarks: [String] = []
    if found == nil {
      remarks.append(say("the two were made with other keys of pseudonyms: findings are not compared"))
    }
    if old.toolVersion != new.toolVersion {
      remarks.append(say("the earlier was made by version \(old.toolVersion), the later by \(new.toolVersion)"))
    }
    if old.asOf != new.asOf {
      remarks.append(
        say(
          """
          the earlier is as of \(old.asOf.description), the later as of \(new.asOf.description): time alone changes verdicts
          """))
    }
    self.init(
      old: Side(old, path: paths.old), new: Side(new, path: paths.new), language: new.language, rights: [], untold: [],
      findings: found?.changes ?? [], documents: DocumentDifferences(old, new).changes,
      policies: PolicyDifferences(old, new).changes, facts: nil, remarks: remarks)
  }
}

extension Differences.Side {
  init(_ result: AuditResult, path: String) {
    self.init(
      path: path, asOf: result.asOf, isComplete: result.isComplete, incompleteReasons: result.incompleteReasons)
  }
}

extension Auditor {
  /// The proofs of a finding by reference.
  fileprivate func proofNodes(ofFinding index: Int, by explainer: Explainer) -> [ProofNode] {
    store.nodes(index, by: explainer)
  }

  /// What a finding is about: its keys that are no numbers.
  fileprivate func mentions(ofFinding index: Int) -> [CauseSearch.Mention] { store.mentions(index) }

  /// The source relations that the policy of a finding rests on.
  fileprivate func sources(ofFinding index: Int) -> Set<String> {
    PolicyReads.sources(of: store.policy(of: index), in: engine.checked).names
  }
}
