import Foundation
import Testing

/// Names that are no UTF-8, as a shell hands them over.
struct RawNameTests {
  private static let table = "id,name,email,unit,start,end\\n1,A,a@k.example,U,2020-01-01,\\n"

  /// Runs a line in a folder where `$x` is a name with a byte that is no UTF-8, and `t` the program.
  private func run(_ line: String, in scratch: Scratch) throws -> CommandRun {
    try CommandRun.shell(
      """
      cd '\(scratch.folder.path)' && x="$(printf 'p\\345')" && mkdir -p "$x" && printf '\(Self.table)' > "$x/e.csv" \
      && t() { '\(CommandRun.binary.path)' "$@"; } && \(line)
      """)
  }

  @Test func aFolderOfSuchANameIsRead() throws {
    let run = try run("t sources --no-diagnosis --format json \"$x\"", in: try Scratch())
    #expect(run.exitCode == 0 && run.output.contains("\"used\":1"), "\(run.errors)")
  }

  @Test func aFileOfSuchANameIsReadAndShown() throws {
    let run = try run(
      "cp \"$x/e.csv\" \"$x/$x.csv\" && t sources --no-diagnosis \"$x/$x.csv\" \"$x\"", in: try Scratch())
    #expect(run.exitCode == 0 && run.output.contains("p\\xE5/p\\xE5.csv"), "\(run.output)")
  }

  /// What is shown of a command can be typed again.
  @Test func theNextCommandNamesIt() throws {
    let run = try run("t audit \"$x\"", in: try Scratch())
    #expect(run.output.contains("$'p\\xE5'"), "\(run.output)")
  }

  @Test func contextsFitIt() throws {
    let run = try run(
      "t sources --no-diagnosis \"$x\" --as \"$x/e.csv=organisation.employees\" && t sources --no-diagnosis \"$x.not\"",
      in: try Scratch())
    #expect(run.exitCode == 2 && !run.errors.contains("fits no file"), "\(run.errors)")
    #expect(run.errors.contains("there is no such file or folder: `p\\xE5.not`"), "\(run.errors)")
  }

  @Test func aPolicyOfSuchANameIsRead() throws {
    let scratch = try Scratch()
    try scratch.write(
      Shop.policy.replacing("shop.", with: "employees.").replacing("user", with: "person"), to: "a.policy")
    let run = try run("mv a.policy \"$x.policy\" && t policy format -i \"$x.policy\"", in: scratch)
    #expect(run.exitCode == 64 && run.errors.contains("p\\xE5.policy"), "\(run.errors)")
  }
}
