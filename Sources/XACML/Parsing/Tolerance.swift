/// Reads a policy as Altinn's parser does: attributes that it does not know, the issuer, a missing version and the case of an
/// effect are passed over. A match or condition that the specification refuses stays, as one that cannot be evaluated: it is
/// a fault of its rule, and the others say what they say.
final class Tolerance {
  /// What the specification refuses the policy for, and Altinn does not.
  var passedOver: [DocumentProblem] = []
}
