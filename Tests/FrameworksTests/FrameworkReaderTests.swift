import Audit
import Formats
import ImportCore
import Testing

@testable import Frameworks

/// What a file with a framework may say, and what is wrong with others.
struct FrameworkReaderTests {
  private static func read(_ text: String) throws(ConfigurationError) -> FrameworkFile {
    try FrameworkFile.read(Array(text.utf8), path: "own.yaml")
  }

  /// Everything that is wrong with a text, as people read it.
  private static func problems(_ text: String) -> String {
    do throws(ConfigurationError) {
      _ = try read(text)
      return ""
    } catch {
      return error.description
    }
  }

  private static let whole = """
    id: own-rules
    title: { en: Our rules, da: Vores regler, nb: Våre regler }
    publisher: the municipality
    edition: "2026"
    source: https://rules.example/
    prefix: own
    controls:
      - id: 1.10
        title: { en: Leavers, da: Fratrådte }
        through: ["iso27001:2022/A.5.18"]
        policies: [kitos.leaver-holds-no-right, altinn.*]
      - { id: no, title: One language }
    """

  @Test func readsAll() throws {
    let file = try Self.read(Self.whole)
    let framework = file.framework
    #expect(framework.id == "own-rules" && framework.publisher == "the municipality" && framework.edition == "2026")
    #expect(framework.source == "https://rules.example/" && framework.prefix == "own")
    #expect(framework.title.text(in: "nb") == "Våre regler")
    #expect(framework.controls.map(\.id) == ["1.10", "no"], "an id is a text, whatever it looks like")
    #expect(framework.controls[0].title.text(in: "nb") == "Leavers", "English stands in for what is not translated")
    #expect(framework.controls[0].through.map(\.text) == ["iso27001:2022/A.5.18"])
    #expect(framework.controls[0].policies.map(\.text) == ["kitos.leaver-holds-no-right", "altinn.*"])
    #expect(framework.controls[0].policies.map(\.line) == [11, 11])
    #expect(framework.controls[1].title.text(in: "da") == "One language")
    #expect(framework.name(of: framework.controls[0]) == "own/1.10")
    #expect(file.file.path == "own.yaml" && file.file.sha256.utf8.count == 64)
    #expect(try Self.read(Self.whole + "\n").file.sha256 != file.file.sha256)
  }

  private static let start = "id: a\ntitle: t\ncontrols:\n"

  @Test(arguments: [
    ("", "own.yaml:1: `id` is missing"),
    ("id: a\ntitle: t\n", "there are no controls"),
    ("id: a\ntitle: t\ncontrols: []\n", "there are no controls"),
    ("id: A b\ntitle: t\ncontrols: [{ id: 1, title: t }]\n", "own.yaml:1: `A b` is no id of a framework"),
    (
      "id: a\ntitle: t\ncontrol: []\n",
      "own.yaml:3: unknown key `control` in the framework\n  help: did you mean `controls`?"
    ),
    ("users: 1\n", "unknown key in the framework"),
    (
      start + "  - { id: 1, titel: t }\n",
      "unknown key `titel` in an entry of `controls`\n  help: did you mean `title`?"
    ),
    (start + "  - { id: 1, title: { fr: t } }\n", "is in no language"),
    (start + "  - { id: 1, title: '…' }\n", "says nothing"),
    (start + "  - { title: t }\n", "own.yaml:4: `id` of an entry of `controls` is missing"),
    (
      start + "  - { id: 1, title: t }\n  - { id: 1, title: u }\n",
      "own.yaml:5: the control `1` stands there twice (line 4)"
    ),
    (start + "  - { id: 1, title: t, policies: ['*'] }\n", "is neither an id of a policy nor the beginning of one"),
    (start + "  - { id: 1, title: t, policies: ['k*.a*'] }\n", "is neither an id of a policy nor the beginning of one"),
    (start + "  - { id: 1, title: t, policies: kitos.a }\n", "`policies` must be a list"),
    (start + "  - { id: 1, title: [t] }\n", "must be a text"),
    ("id: a\nid: b\n", "a key occurs twice in one map"),
    ("a: &x 1\nb: *x\n", "anchors and aliases are not used here"),
    ("id: !!int 1\n", "tags"),
    ("[1, 2]\n", "the framework must be a map"),
    ("id: a\ntitle: \(String(repeating: "t", count: 401))\ncontrols: [{ id: 1, title: t }]\n", "longer than 400"),
    ("id: \(String(repeating: "a", count: 81))\ntitle: t\ncontrols: [{ id: 1, title: t }]\n", "longer than 80"),
  ]) func saysWhatIsWrong(_ text: String, _ says: String) {
    let problems = Self.problems(text)
    #expect(problems.contains(says), "\(problems)")
  }

  /// Of a file that is no framework nothing is quoted, whatever it holds.
  @Test func quotesNothingOfOtherFiles() {
    let problems = Self.problems("018180-1234: secret\npassword: hunter2\n")
    #expect(!problems.isEmpty && !problems.contains("hunter2") && !problems.contains("0181"))
  }

  @Test func tenThousandControlsAreRead_andNoMore() throws {
    func text(_ count: Int) -> String {
      Self.start + (0..<count).map { "  - { id: c\($0), title: control \($0) }\n" }.joined()
    }
    #expect(try Self.read(text(10_000)).framework.controls.count == 10_000)
    #expect(Self.problems(text(10_001)).contains("has 10001 entries, more than 10000"))
  }

  private static let catalogue = PolicyCatalogue([
    ("kitos.a", ["iso27001:2022/A.5.18"]), ("kitos.b", ["own/1.10"]), ("er.c", []),
  ])

  @Test(arguments: [
    ("policies: [kitos.aa]", "own.yaml:4: there is no policy `kitos.aa`\n  help: did you mean `kitos.a`?"),
    ("policies: ['hr.*']", "no policy begins with `hr.*`"),
    ("through: ['iso27001:2022/A.5.81']", "no policy names the control `iso27001:2022/A.5.81`\n  help: did you mean"),
    ("policies: [kitos.a, 'er.*'], through: [own/1.10]", ""),
  ]) func whatNobodyHasIsAnError(_ entry: String, _ says: String) throws {
    let file = try Self.read(Self.start + "  - { id: 1, title: t, \(entry) }\n")
    let problems = file.problems(among: Self.catalogue).map(\.description).joined(separator: "\n")
    #expect(says.isEmpty ? problems.isEmpty : problems.contains(says), "\(problems)")
  }

  /// Policies bear on a control that they name, that they name through another, or that names them; each once.
  @Test func bearing() throws {
    let framework = try Self.read(
      """
      id: own-rules
      title: t
      prefix: own
      controls:
        - { id: 1.10, title: t, through: ["iso27001:2022/A.5.18"], policies: ["kitos.*", elsewhere.d] }
        - { id: 1.1, title: t }
        - { id: 1.2, title: t, policies: ["er.*"] }
      """
    ).framework
    let found = framework.controls.map { Self.catalogue.bearing(on: $0, of: framework) }
    #expect(found == [["elsewhere.d", "kitos.a", "kitos.b"], [], ["er.c"]])
  }
}
