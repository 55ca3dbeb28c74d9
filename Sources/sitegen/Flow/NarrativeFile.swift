import Budget
import Loading

/// A narrative as it lies on disk, where it gets bindings and keeps all else: its encoding, its mark,
/// its line ends.
struct NarrativeFile {
  /// Its path relative to the content folder.
  let path: String
  /// What it says.
  var text: String { source.string }
  private let source: SourceText
  private let bytes: [UInt8]

  /// The narrative that `proposals` are about; `nil` if it is no text by now.
  init?(_ proposals: BindingProposals, in folder: DiskFolder) throws(ContentFolderError) {
    path = proposals.path
    bytes = try folder.bytes(of: path)
    guard let source = Self.source(bytes, file: proposals.file) else { return nil }
    self.source = source
  }

  /// The text of a narrative; `nil` if it is none.
  static func source(_ bytes: [UInt8], file: String) -> SourceText? {
    var findings: [Finding] = []
    return SourceText.decoding(bytes, file: file, into: &findings)
  }

  /// The file with another text, in the encoding that it has.
  ///
  /// Converters differ: nothing is written but what leaves the rest of the file as it was, byte for
  /// byte, and is read as it was meant.
  func bytes(with text: String) throws(UnwritableNarrative) -> [UInt8] {
    let encoding = source.encoding
    guard encoding.bytes(of: self.text) == bytes, let written = encoding.bytes(of: text),
      let read = Self.source(written, file: source.file), read.bytes.elementsEqual(text.utf8)
    else { throw UnwritableNarrative(file: source.file, encoding: encoding) }
    return written
  }
}

/// A narrative that cannot be written in its own encoding on this machine.
struct UnwritableNarrative: Error, CustomStringConvertible {
  let file: String
  let encoding: SourceEncoding

  var description: String {
    "“\(file)”的编码是 \(encoding.name)，本机不能照这个编码写入。请把它另存为 UTF-8 编码，再运行一次。没有写入任何数据来源。"
  }
}

/// Narratives that could not be written, beside those that were.
struct UnwrittenNarratives: Error, CustomStringConvertible {
  let failures: [ContentFolderError]
  let written: [String]

  var description: String {
    let others = written.isEmpty ? [] : ["已写入数据来源的有：\(written.joined(separator: "、"))。"]
    return (failures.map(\.description) + others).joined(separator: "\n")
  }
}
