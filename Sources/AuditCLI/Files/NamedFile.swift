import Localization

/// A file that the command line or the configuration names, by what it is for.
enum NamedFile {
  case key, result, baseline, waivers, policy, policyFile, request, framework, configuration, mapping

  /// As messages call it.
  var phrase: Phrase {
    switch self {
    case .key: "the key"
    case .result: "the result"
    case .baseline: "the baseline"
    case .waivers: "the waivers"
    case .policy: "the policy"
    case .policyFile: "the policy file"
    case .request: "the request"
    case .framework: "the framework"
    case .configuration: "the configuration"
    case .mapping: "the mapping"
    }
  }
}
