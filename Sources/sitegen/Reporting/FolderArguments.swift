/// The folders that a command was given, as arguments of those that it names as the next to run:
/// these would look into the usual ones.
struct FolderArguments {
  /// The content folder.
  let content: String
  /// The folder of the templates.
  var templates = "Templates"

  /// For commands that read the content: ` --content C`; nothing for the usual folder.
  var ofContent: String { Self.option("content", content, usual: "Content") }

  /// For commands that build the site.
  var ofSite: String { ofContent + Self.option("templates", templates, usual: "Templates") }

  private static func option(_ name: String, _ folder: String, usual: String) -> String {
    folder == usual ? "" : " --\(name) \(quoted(folder))"
  }

  /// A name as shells take it for one word.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    return isPlain ? name : "'" + name.replacing("'", with: #"'\''"#) + "'"
  }
}
