import Foundation
import Testing

/// Names that are no UTF-8, and names that only look alike, as a shell hands them over: every path argument of every verb means
/// the file whose name has these bytes.
struct RawNameTests {
  /// Two names: the first is meant, and the second must not be taken for it.
  static let pairs: [(meant: String, other: String)] = [
    ("p\\xE5", "p\\xEF\\xBF\\xBD"), ("p\\xC3\\xA5", "pa\\xCC\\x8A"), ("pa\\xCC\\x8A", "p\\xC3\\xA5"),
  ]

  private static let table = "id,name,email,unit,start,end\\n1,A,a@k.example,U,2020-01-01,\\n"
  private static let xacml = "xacml evaluate --policy \"$x/p.xml\" --request \"$x/q.xml\""

  /// A line of commands, where `$x` is the folder that is meant and `$y` the other, which holds no file; what each ends in, and
  /// words of what it says.
  static let verbs: [(line: String, exit: Int32, says: String)] = [
    ("t sources --no-diagnosis \"$x\"", 0, "used"),
    ("t sources --no-diagnosis --format json \"$x/e.csv\"", 0, "\"used\":1"),
    ("t sources --no-diagnosis . --as \"$x/e.csv=organisation.employees\" 2>&1 | grep -c 'fits no file'", 1, "0"),
    ("t sources --no-diagnosis \"$x\" --config \"$x.c/c.yaml\"", 0, "by a careful person"),
    ("TILSYN_CONFIG=\"$x.c/c.yaml\" t sources --no-diagnosis \"$x\"", 0, "by a careful person"),
    ("t audit \"$x\" -p \"$x/r.policy\"", 0, "PASSED: 1 checked"),
    ("t audit \"$x\" -p \"$x\"", 0, "PASSED: 1 checked"),
    ("TILSYN_POLICIES=\"none:$x\" t audit \"$x\"", 2, "`none`"),
    ("TILSYN_POLICIES=\"$x\" t audit \"$x\"", 0, "PASSED: 1 checked"),
    (
      "t audit \"$x\" -p \"$x\" -q -f \"json=$x/o.json\" && ls -b \"$x\" | grep -c o.json && ls \"$y\" | wc -l", 0,
      "1\n0"
    ),
    ("t audit \"$x\" -p \"$x\" -q -o \"$x/new/o\" && ls \"$x/new/o\" | wc -l && ls \"$y\" | wc -l", 0, "7\n0"),
    ("TILSYN_OUTPUT_DIR=\"$x/o\" t audit \"$x\" -p \"$x\" -q && ls \"$x/o\" | wc -l && ls \"$y\" | wc -l", 0, "7\n0"),
    ("TILSYN_FORMAT=\"json=$x/o\" t audit \"$x\" -p \"$x\" -q && ls \"$x/o\" | wc -l && ls \"$y\" | wc -l", 0, "1\n0"),
    ("ln -s \"$x/o\" l && t audit \"$x\" -p \"$x\" -q -f rows=l && ls \"$x/o\" | wc -l", 0, "1"),
    (
      "t audit \"$x\" -p \"$x\" -q -f json=o; t query 'employees.person(person, name: name)' \"$x\" -p \"$x\" --result o",
      0,
      "A"
    ),
    (
      "t audit \"$x\" -p \"$x\" -q -f json=\"$x.o\"; t query 'employees.person(person)' \"$x\" -p \"$x\" --result \"$x.o\"",
      0,
      "1"
    ),
    ("t query 'employees.person(person)' \"$x\" -p \"$x\" --result \"$y/o\"", 2, "there is no result"),
    ("t why 'employees.person(person)' \"$x\" -p \"$x\"", 0, "e.csv:2"),
    ("t why-not employees.named 1 \"$x\" -p \"$x\"", 0, "pass"),
    ("t who read a/b \"$x\" -p \"$x\"", 0, "nobody may"),
    ("t can a \"$x\" -p \"$x\"", 0, "may do nothing"),
    ("t relations --config \"$x.c/c.yaml\" -p \"$x\"", 0, "employees.person"),
    ("t policy check \"$x\"", 0, "no errors"), ("t policy check \"$x/r.policy\"", 0, "no errors"),
    ("t policy list -p \"$x\"", 0, "employees.named"),
    ("t policy show employees.named -p \"$x\"", 0, "employees.named"),
    ("t policy test \"$x\"", 0, "1 passed"),
    ("t policy format \"$x\"", 0, "employees.named"),
    ("echo >> \"$x/r.policy\"; t policy format -i \"$x/r.policy\" && t policy format --check \"$x\"", 0, "formatted"),
    ("mkdir \"$x/i\" && t init \"$x/i\" && ls \"$x/i\" | wc -l && ls \"$y\" | wc -l", 0, "10\n0"),
    ("t init \"$x\" ; t init \"$x\"; echo $?", 0, "2"),
    ("t \(xacml)", 0, "Permit"), ("t xacml explain --policy \"$x/p.xml\" --request \"$x/q.xml\"", 0, "Permit"),
    ("t \(xacml) --reference \"$x/p.xml\"", 0, "Permit"),
    ("t \(xacml.replacing("q.xml", with: "no.xml"))", 2, "no.xml"),
    ("t xacml evaluate --policy \"$x/p.xml\" --request - < \"$x/q.xml\"", 0, "Permit"),
    ("t xacml evaluate --policy <(cat \"$x/p.xml\") --request \"$x/q.xml\"", 0, "Permit"),
    // Where the other is asked for, nothing is found.
    ("t audit \"$y/e.csv\"", 2, "there is no such file or folder"), ("t audit \"$x\" -p \"$y\"", 2, "no policies"),
    ("t sources \"$x\" --config \"$y/c.yaml\"", 2, "there is no configuration"),
    ("t xacml evaluate --policy \"$y/p.xml\" --request \"$x/q.xml\"", 2, "there is no such file"),
    ("t policy check \"$y/r.policy\"", 2, "no policies"), ("t policy format \"$y/r.policy\"", 2, "no policies"),
  ]

  private func run(_ line: String, in scratch: Scratch, _ pair: (meant: String, other: String)) throws -> CommandRun {
    try CommandRun.bash(
      """
      cd '\(scratch.folder.path)' && export LC_ALL=C.UTF-8 && x=$'\(pair.meant)' && y=$'\(pair.other)' \
      && mkdir -p "$x" "$x.c" "$y" && printf '\(Self.table)' > "$x/e.csv" && cp r.policy p.xml q.xml "$x/" && cp c.yaml "$x.c/" \
      && rm c.yaml r.policy p.xml q.xml \
      && t() { '\(CommandRun.binary.path)' "$@"; } && \(line)
      """)
  }

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(
      "sources:\n  - { path: e.csv, extracted_at: 2026-01-01, extracted_by: by a careful person, max_age_days: 99999 }\n"
        + "ignore: [\"*.xml\", \"*.policy\"]\n", to: "c.yaml")
    try scratch.write(
      """
      policy employees.named {
        title    en "employees have a name"
        severity high
        why      "w"
        fix      "f"
        basis    ours "o"
        for person in employees.person(person)
        fail "{person} has none" if
          not employees.person(person, name: _)
        example "one" {
          employees.person(person: "1", name: "A")
          expect pass person: "1"
        }
      }

      """, to: "r.policy")
    try scratch.write(
      """
      <Policy \(Self.space) PolicyId="urn:p" Version="1.0" \
      RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides"><Target/>\
      <Rule RuleId="r" Effect="Permit"/></Policy>
      """, to: "p.xml")
    try scratch.write(
      """
      <Request \(Self.space) ReturnPolicyIdList="false" CombinedDecision="false"><Attributes \
      Category="urn:oasis:names:tc:xacml:3.0:attribute-category:resource"/></Request>
      """, to: "q.xml")
    return scratch
  }

  private static let space = #"xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17""#

  @Test(arguments: verbs.indices) func bytesDecideWhichFile(_ index: Int) throws {
    let row = Self.verbs[index]
    for pair in Self.pairs {
      let run = try run(row.line, in: try scratch(), pair)
      #expect(
        run.exitCode == row.exit && (run.output + run.errors).contains(row.says),
        "\(pair.meant): \(row.line): \(run.exitCode) \(run.output) \(run.errors)")
    }
  }

  /// What is shown of a command can be typed again, and names that are no UTF-8 are spelled.
  @Test func theNextCommandNamesIt() throws {
    let run = try run("t audit \"$x\"", in: try scratch(), Self.pairs[0])
    #expect(run.output.contains("$'p\\xE5'"), "\(run.output)")
    let shown = try self.run("t sources --no-diagnosis \"$x.not\"", in: try scratch(), Self.pairs[0])
    #expect(shown.exitCode == 2 && shown.errors.contains("`p\\xE5.not`"), "\(shown.errors)")
    let written = try self.run("t init \"$x\"", in: try scratch(), Self.pairs[0])
    #expect(written.output.contains("wrote p\\xE5/tilsyn.yaml"), "\(written.output) \(written.errors)")
  }
}
