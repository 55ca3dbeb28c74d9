/// A file as its reader understood it: words and tables in reading order, whatever the format was.
///
/// Readers make it, recognisers read it; neither knows the other.
struct ImportedDocument: Sendable {
  /// The file's name, as messages show it.
  let file: String
  /// What stands in it from top to bottom.
  var blocks: [Block]
  /// What is neither words nor tables in the flow: pictures, page headers, footnotes, comments.
  var asides: [Aside] = []

  /// A part of the flow.
  enum Block: Sendable {
    /// A line of words.
    case paragraph(Paragraph)
    /// A table, or a whole sheet.
    case table(Grid)
  }

  /// A line of words.
  struct Paragraph: Sendable {
    /// What the file says the paragraph is.
    enum Role: Sendable, Equatable {
      /// Nothing special.
      case body
      /// The title of the whole.
      case title
      /// A heading; 1 is the highest.
      case heading(Int)
      /// A line of a printed list of contents.
      case contents
    }

    /// The words as they stand, with their white space.
    let text: String
    /// What the file says it is.
    let role: Role
    /// Whether it is the first line of a sheet's cell: it counts among the cells that were read.
    let isCell: Bool
    /// Where it stands.
    let place: Place

    /// A paragraph out of its parts.
    init(text: String, role: Role = .body, isCell: Bool = false, place: Place) {
      self.text = text
      self.role = role
      self.isCell = isCell
      self.place = place
    }
  }

  /// Something beside the flow, kept as it was.
  struct Aside: Sendable {
    /// What it is.
    enum Kind: String, Sendable {
      /// A picture.
      case picture = "图片"
      /// A page header or footer.
      case pageMargin = "页眉页脚"
      /// A footnote or endnote.
      case footnote = "脚注"
      /// A reviewer's comment.
      case comment = "批注"
      /// A hidden sheet's or row's content.
      case hidden = "隐藏内容"
      /// Anything else, such as an embedded object.
      case other = "嵌入对象"
    }

    /// What it is.
    let kind: Kind
    /// Its words; empty for a picture.
    let text: String
    /// A file name to keep its bytes under, and the bytes.
    let attachment: ImportedFile?
    /// Where it stands.
    let place: Place

    /// An aside out of its parts.
    init(kind: Kind, text: String, attachment: ImportedFile? = nil, place: Place) {
      self.kind = kind
      self.text = text
      self.attachment = attachment
      self.place = place
    }
  }
}

/// Where something stood in a file that was imported, in the words of the program that shows it.
struct Place: Sendable, Hashable, CustomStringConvertible {
  /// The file's name.
  let file: String
  /// The place within it: `第 12 行`, `第 3 个表格第 5 行第 2 格`, `工作表“表一”B5`.
  let within: String

  /// Both parts: `预算.docx 第 3 段`.
  var description: String { within.isEmpty ? file : file + " " + within }
}

/// A file of the result: its path within the report folder and its bytes.
public struct ImportedFile: Sendable, Hashable {
  /// The relative path, with `/` between folders.
  public let path: String
  /// The content.
  public let bytes: [UInt8]

  /// A file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
