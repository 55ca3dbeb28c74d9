import Foundation
import Previewing

/// The committed content and templates with a preview of them.
struct Desk {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let content: EditableFolder
  let templates: EditableFolder
  let preview: Preview

  /// A desk whose content and templates are changed before the preview begins.
  init(changing change: (EditableFolder, EditableFolder) throws -> Void = { _, _ in }) throws {
    content = try EditableFolder("Content", copying: Self.root.appending(path: "Content"))
    templates = try EditableFolder("Templates", copying: Self.root.appending(path: "Templates"))
    try change(content, templates)
    preview = try Preview(
      SourceFolders(content: content.folder, templates: templates.folder))
  }

  /// The text of a page.
  func page(_ path: String) async -> String {
    String(decoding: await preview.answer(path).bytes, as: UTF8.self)
  }

  /// Replaces a text in a file of the content, and tells the preview.
  func edit(_ path: String, _ old: String, _ new: String) async throws {
    try content.replace(path, old, new)
    await preview.refresh(SourceChanges(content: [path]))
  }

  /// Replaces a text in a template, and tells the preview.
  func editTemplate(_ path: String, _ old: String, _ new: String) async throws {
    try templates.replace(path, old, new)
    await preview.refresh(SourceChanges(templates: [path]))
  }

  /// Prepares everything that was not asked for yet.
  func prepareAll() async {
    while await preview.prepareNext() {}
  }
}

extension PreviewAnswer {
  /// A word for the status, to compare.
  var word: String {
    switch status {
    case .found: "found"
    case .moved(let path): "moved to " + path
    case .notFound: "not found"
    case .broken: "broken"
    }
  }
}
