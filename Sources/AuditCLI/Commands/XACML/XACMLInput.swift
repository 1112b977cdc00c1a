import ArgumentParser
import Foundation
import Importers
import XACML

/// The policies and the request of a decision, and whose decision it is.
struct XACMLInput: ParsableArguments {
  enum Semantics: String, CaseIterable, ExpressibleByArgument { case xacml, altinn }
  enum Invalid: String, CaseIterable, ExpressibleByArgument { case error, indeterminate }

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "A policy or policy set. Of several the one whose target fits the request decides.", valueName: "file"))
  var policy: [String] = []
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("A policy or policy set that others refer to.", valueName: "file"))
  var reference: [String] = []
  @Option(help: ArgumentHelp("The request, XML or JSON; `-` is standard input.", valueName: "file"))
  var request: String
  @Option(help: "xacml, or altinn for the answer of Altinn's decision point where it differs.")
  var semantics: Semantics = .xacml
  @Option(help: "What a policy or request that cannot be used leads to: error, or indeterminate as an answer.")
  var onInvalid: Invalid = .error
  @Option(help: ArgumentHelp("The time of the decision, 2026-11-20T12:00:00Z. Default: now.", valueName: "time"))
  var now: String?

  func validate() throws {
    if policy.isEmpty { throw ValidationError("--policy is missing: no decision without a policy") }
    if semantics == .altinn, policy.count > 1 || !reference.isEmpty {
      throw ValidationError("Altinn's decision point knows one policy, and no references")
    }
    if let now, DateTimeValue(now) == nil {
      throw ValidationError("`\(now)` is no time of --now: write it as 2026-11-20T12:00:00Z")
    }
  }

  /// The answer to the request, or to it being unusable where that is what was asked for.
  func answer(trace: Tracer? = nil) throws -> Response {
    do {
      let policies = try policy.map { (name: NationalIdentity.masked($0), bytes: try Self.bytes($0)) }
      let references = try reference.map { (name: NationalIdentity.masked($0), bytes: try Self.bytes($0)) }
      let asked = try Self.bytes(request)
      var library = PolicyLibrary(asAltinn: semantics == .altinn)
      for (name, bytes) in policies { try library.addRoot(bytes, file: name) }
      for (name, bytes) in references { try library.addReference(bytes, file: name) }
      let point = try library.decisionPoint()
      let altinn = semantics == .altinn ? try AltinnDecisionPoint(point.roots[0], index: library.index) : nil
      let request = try Request.read(
        asked, file: self.request == "-" ? "<standard input>" : NationalIdentity.masked(self.request))
      if let altinn { return Response(altinn.answer(request, trace: trace)) }
      return Response(point.answer(request, now: time, trace: trace))
    } catch let problem as DocumentProblem {
      guard onInvalid == .indeterminate else { throw CommandFailure.notJudged(problem.description) }
      return Response(invalid: problem)
    }
  }

  private var time: DateTimeValue {
    if let now, let time = DateTimeValue(now) { return time }
    return DateTimeValue(secondsSince1970: Int64(Date().timeIntervalSince1970))
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    do {
      if path == "-" { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw CommandFailure.notJudged("cannot read `\(path)`: \(Self.reason(path))")
    }
  }

  private static func reason(_ path: String) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return "no such file" }
    return isFolder.boolValue ? "it is a folder" : "it may not be read"
  }
}
