import ArgumentParser
import Budget
import Formats
import Foundation
import ImportCore
import Importers
import XACML

/// The policies and the request of a decision, and whose decision it is.
struct XACMLInput: ParsableArguments {
  enum Semantics: String, CaseIterable, ExpressibleByArgument { case xacml, altinn }
  enum Invalid: String, CaseIterable, ExpressibleByArgument { case error, indeterminate }

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      said: "A policy or policy set. Of several the one whose target fits the request decides.", valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var policy: [String] = []
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(said: "A policy or policy set that others refer to.", valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var reference: [String] = []
  @Option(
    help: ArgumentHelp(said: "The request, XML or JSON; `-` is standard input.", valueName: "file"),
    completion: .file(extensions: ["xml", "json"]))
  var request: String
  @Option(
    help: ArgumentHelp(said: "xacml, or altinn for the answer of Altinn's decision point where it differs."))
  var semantics: Semantics = .xacml
  @Option(
    help: ArgumentHelp(
      said: "What a policy or request that cannot be used leads to: error, or indeterminate as an answer."))
  var onInvalid: Invalid = .error
  @Option(help: ArgumentHelp(said: "The time of the decision, 2026-11-20T12:00:00Z. Default: now.", valueName: "time"))
  var now: String?
  @OptionGroup var limits: LimitOptions

  func validate() throws {
    if policy.isEmpty {
      throw ValidationError(
        "--policy is missing", help: "give a policy or policy set: without one there is no decision")
    }
    if semantics == .altinn, policy.count > 1 || !reference.isEmpty {
      throw ValidationError(
        "Altinn's decision point knows one policy, and no references",
        help: "give one --policy and no --reference, or leave --semantics altinn out")
    }
    if let now, DateTimeValue(now) == nil {
      throw ValidationError("`\(now)` is no time of --now", help: "write it as 2026-11-20T12:00:00Z")
    }
  }

  /// The answer to the request, or to it being unusable where that is what was asked for.
  /// - Parameter makeTrace: makes what notes the steps, within the limits of the run.
  func answer(tracedBy makeTrace: (RunLimits) -> Tracer? = { _ in nil }) throws -> Response {
    let environment = Environment()
    let limits = try limits.limits(environment)
    if let seconds = try self.limits.seconds(environment) { Watchdog.start(seconds: seconds) }
    let trace = makeTrace(limits)
    do {
      let policies = try policy.map { (name: Self.name($0), bytes: try Self.bytes($0, .policy)) }
      let references = try reference.map { (name: Self.name($0), bytes: try Self.bytes($0, .policy)) }
      let asked = try Self.bytes(request, .request)
      var library = PolicyLibrary(asAltinn: semantics == .altinn, limits: limits)
      for (name, bytes) in policies { try library.addRoot(bytes, file: name) }
      for (name, bytes) in references { try library.addReference(bytes, file: name) }
      let point = try library.decisionPoint()
      let altinn = semantics == .altinn ? try AltinnDecisionPoint(point.roots[0], index: library.index) : nil
      let request = try Request.read(asked, file: Self.name(self.request), limits: limits)
      if let altinn { return Response(altinn.answer(request, trace: trace, limits: limits)) }
      return Response(point.answer(request, now: time, trace: trace, limits: limits))
    } catch let problem as DocumentProblem {
      guard onInvalid == .indeterminate else {
        throw CommandFailure.notJudged(
          "\(problem.description)", help: "mend the document, or answer with --on-invalid indeterminate")
      }
      return Response(invalid: problem)
    }
  }

  private var time: DateTimeValue {
    if let now, let time = DateTimeValue(now) { return time }
    return DateTimeValue(secondsSince1970: Int64(Date().timeIntervalSince1970))
  }

  /// Bytes of one document: more than this is read by no reader.
  private static let sizeLimit = 64 << 20

  private static func bytes(_ path: String, _ what: NamedFile) throws -> [UInt8] {
    try ArgumentFile.bytes(path, limit: sizeLimit, what)
  }

  /// A file as messages and steps name it.
  private static func name(_ path: String) -> String {
    path == ArgumentFile.standardInput ? "<standard input>" : NationalIdentity.masked(FilePath(path).shown)
  }
}
