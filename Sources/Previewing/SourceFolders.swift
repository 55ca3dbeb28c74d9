import Loading

/// The folders that a preview is made of.
public struct SourceFolders: Sendable {
  /// The content.
  public let content: ContentFolder
  /// The templates with their assets.
  public let templates: ContentFolder

  /// A preview's folders.
  public init(content: ContentFolder, templates: ContentFolder) {
    self.content = content
    self.templates = templates
  }
}

/// Which files of a preview's folders are not as they were.
public struct SourceChanges: Sendable, Equatable {
  /// Relative paths in the content folder: changed, new and gone.
  public var content: Set<String>
  /// Relative paths in the templates' folder.
  public var templates: Set<String>

  /// Changes in either folder.
  public init(content: Set<String> = [], templates: Set<String> = []) {
    self.content = content
    self.templates = templates
  }

  /// Whether nothing changed.
  public var isEmpty: Bool { content.isEmpty && templates.isEmpty }
}
