import FactStore
import Formats
import ImportCore

/// A policy of Gravitee in a flow, with what decides whether it runs.
struct Step {
  let policy: String
  let config: Part?
  /// The verbs that it runs for; `nil` for all.
  var methods: Set<String>?
  /// Whether a path, a condition or another flow decides whether it runs.
  var isConditional: Bool
  /// Whether it runs before the backend is called.
  var isRequest: Bool
  let place: Place

  static let verbs: Set<String> = ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"]

  /// The verbs of a list; `nil` for all, which an empty list means as well as all of them.
  static func methods(_ part: Part?) -> Set<String>? {
    guard let part, part.isList else { return nil }
    let found = Set(part.elements.compactMap { $0.text.map(GraviteeText.label) })
    return found.isEmpty || found.isSuperset(of: verbs) ? nil : found
  }
}

/// The steps of the flows of an API or a plan; `nil` where the document does not say what they are.
struct Steps {
  private(set) var all: [Step] = []
  /// What could not be read.
  private(set) var odd: [Place] = []
  /// Whether the document has flows, be they none.
  private(set) var isSaid = false

  /// - Parameter isBestMatch: only the flow that fits a path best runs, so that no flow is sure to.
  init(of owner: Part, isBestMatch: Bool) {
    if let paths = owner["paths"], !paths.isNull {
      isSaid = true
      readPaths(paths)
    }
    if let flows = owner["flows"] {
      isSaid = true
      readFlows(flows, isBestMatch: isBestMatch)
    }
  }

  private mutating func readFlows(_ flows: Part, isBestMatch: Bool) {
    guard flows.isList else {
      if !flows.isNull { odd.append(flows.place) }
      return
    }
    for flow in flows.elements { readFlow(flow, isAlone: flows.node.count == 1 || !isBestMatch) }
  }

  /// Version 1: rules under the paths that they are for. Of several paths the best runs, so that none is sure to.
  private mutating func readPaths(_ paths: Part) {
    guard paths.isObject else { return odd.append(paths.place) }
    for (path, rules) in paths.members {
      let isWhole = paths.node.count == 1 && ["/", "/*", "/**"].contains(path)
      // Some versions write `{"/": {"rules": […]}}`.
      let list = rules.isObject ? rules["rules"] ?? rules : rules
      guard list.isList else {
        if !list.isNull { odd.append(list.place) }
        continue
      }
      for rule in list.elements {
        guard rule.isObject else {
          odd.append(rule.place)
          continue
        }
        if isOff(rule) { continue }
        let methods = Step.methods(rule["methods"])
        let isConditional = !isWhole || rule["condition"]?.text != nil
        for (key, config) in rule.members where !Self.ofRule.contains(key) {
          all.append(
            Step(
              policy: key, config: config, methods: methods, isConditional: isConditional, isRequest: true,
              place: config.place))
        }
      }
    }
  }

  /// Whether a part is switched off. What is neither on nor off leaves it open.
  private mutating func isOff(_ part: Part) -> Bool {
    guard let enabled = part["enabled"], !enabled.isNull else { return false }
    if enabled.node.bool == nil { odd.append(enabled.place) }
    return enabled.node.bool != true
  }

  private static let ofRule: Set = ["methods", "description", "enabled", "condition"]

  /// Versions 2 and 4: steps in the phases of a flow.
  private mutating func readFlow(_ flow: Part, isAlone: Bool) {
    guard flow.isObject else { return odd.append(flow.place) }
    if isOff(flow) { return }
    var isConditional = !isAlone || flow["condition"]?.text != nil || flow["consumers"]?.elements.isEmpty == false
    var methods = Step.methods(flow["methods"])
    var path = flow["path-operator", "pathOperator"]
    if let selectors = flow["selectors"] {
      for selector in selectors.elements {
        if GraviteeText.label(selector["type"]?.text ?? "") == "HTTP" {
          path = selector
          methods = Step.methods(selector["methods"])
        } else {
          isConditional = true
        }
      }
    }
    if let at = path?["path"]?.text, !["/", "/*", "/**"].contains(at) { isConditional = true }
    if let way = path?["operator", "pathOperator"]?.text, !GraviteeText.label(way).hasPrefix("START") {
      isConditional = true
    }
    for (phase, isRequest) in Self.phases {
      guard let list = flow[phase], !list.isNull else { continue }
      guard list.isList else {
        odd.append(list.place)
        continue
      }
      for step in list.elements {
        guard step.isObject, let policy = step["policy"]?.text else {
          odd.append(step.place)
          continue
        }
        if isOff(step) { continue }
        all.append(
          Step(
            policy: policy, config: step["configuration"], methods: methods,
            isConditional: isConditional || step["condition"]?.text != nil, isRequest: isRequest, place: step.place))
      }
    }
  }

  private static let phases = [
    ("pre", true), ("request", true), ("post", false), ("response", false), ("subscribe", true), ("publish", true),
    ("interact", true), ("connect", true), ("entrypointConnect", true),
  ]
}
