import Budget
import Formats
import Localization

/// Archives that hold exports: what lies in one is taken as the files of a folder are, under the path of the archive.
extension FileWalker {
  /// A file that holds documents.
  private struct Container {
    enum Content {
      case archive(Archive)
      case recording(Recording)
    }

    var content: Content
    /// Of the bytes of the file.
    var sha256: String
    /// Bytes that stay in memory.
    var held: Int
  }

  /// Takes a file that was found and, where it is an archive of files or a recording, what it holds.
  mutating func take(
    _ path: FilePath, _ root: Root, _ identity: FileIdentity, isNamed: Bool, as entry: Entry
  ) throws(LimitReached) {
    guard !isFound(entry) else { return }
    var file = try file(path, root, identity, isNamed: isNamed)
    guard file.role == .source else { return insert(file, as: entry) }
    let container: Container?
    do throws(FormatProblem) {
      container = try open(path)
    } catch {
      // What it was said to be, it leaves the holes of.
      file.damage = Damage(error).text
      return insert(file, as: entry)
    }
    guard let container else { return insert(file, as: entry) }
    (file.sha256, file.held) = (container.sha256, container.held)
    // What lies in an archive that is named itself is called as what lies in a folder that is.
    let inside = isNamed ? Root(path: path, configured: root.configured, isHidden: false) : root
    switch container.content {
    case .archive(let archive):
      file.role = .opened(Phrase("a ZIP archive of \(archive.entries.count, "file", "files"), each listed by itself"))
      insert(file, as: entry)
      for index in archive.entries.indices where !isFull { try take(archive, index, path, inside, entry) }
    case .recording(let recording):
      file.role = .opened(Self.note(recording))
      insert(file, as: entry)
      try take(recording, path, inside, entry)
    }
  }

  /// What a file holds; `nil` for one that holds no documents, and for what an office program wrote. Whatever else is wrong with
  /// a file is said when it is read.
  private mutating func open(_ path: FilePath) throws(FormatProblem) -> Container? {
    guard let head = try? ByteStream.start(of: path, count: Recording.headCount) else { return nil }
    // Of what is no container, and of the text of a recording, nothing stays.
    var spent = archives
    if Archive.sniff(head), !Archive.beginsAsDocument(head) {
      let content = try Archive.content(path, account: &spent)
      let archive = try Archive(content)
      guard !archive.isDocument else { return nil }
      archives = spent
      return Container(content: .archive(archive), sha256: Digest.of(content), held: content.count)
    }
    guard Recording.sniff(head) else { return nil }
    let content = try Archive.content(path, account: &spent)
    let recording = try Recording.read(content, account: &spent)
    let held = recording.answers.reduce(0) { $0 + $1.body.count }
    try archives.spendMemory(held)
    return Container(content: .recording(recording), sha256: Digest.of(content), held: held)
  }

  /// Takes one file of an archive, by the rules that a folder has.
  private mutating func take(
    _ archive: Archive, _ index: Int, _ path: FilePath, _ root: Root, _ entry: Entry
  ) throws(LimitReached) {
    let name = archive.entries[index].name
    let slash = UInt8(ascii: "/")
    // A hidden folder stands for what it holds.
    var start = 0
    while start < name.count {
      let end = name[start...].firstIndex(of: slash) ?? name.count
      if name[start] == UInt8(ascii: ".") {
        return insert(
          ignored: path.appending(name[..<end]), root, end < name.count ? "a hidden folder" : "a hidden file",
          as: entry.below(name[..<end]))
      }
      start = end + 1
    }
    var file = try file(path.appending(name), root, nil, isNamed: false)
    let content = ByteSource.entry(archive, index)
    file.content = content
    file.context = entryContext(FilePath(bytes: path.lastName).text, FilePath(bytes: name).text) ?? SourceContext()
    if file.role == .source, let head = try? ByteStream.start(of: content, count: Recording.headCount),
      Self.isContainer(head)
    {
      file.damage = Phrase(
        "an archive within an archive, which is not read; unpack the outer one, and give the folder instead")
    }
    insert(file, as: entry.below(name))
  }

  private static func isContainer(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x1F, 0x8B]) || Archive.sniff(head) && !Archive.beginsAsDocument(head) || Recording.sniff(head)
  }
}

extension FileWalker.Entry {
  /// Something in the file that this one is.
  func below(_ name: some Sequence<UInt8>) -> Self {
    Self(folder: folder, name: self.name + [UInt8(ascii: "/")] + name)
  }
}
