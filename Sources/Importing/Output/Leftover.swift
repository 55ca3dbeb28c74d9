/// Something that importing kept aside because it has no place in a report folder.
public struct Leftover: Sendable {
  /// Where it stood.
  public let place: Place
  /// What it is: 图片, 没有认出的表格.
  public let what: String
  /// Its words, if they are few.
  public let text: String
  /// The file in `leftovers/` that has it whole.
  public let attachment: ImportedFile?
  /// What to do with it.
  public let suggestion: String

  /// Something kept aside.
  public init(
    place: Place, what: String, text: String = "", attachment: ImportedFile? = nil,
    suggestion: String
  ) {
    self.place = place
    self.what = what
    self.text = text
    self.attachment = attachment
    self.suggestion = suggestion
  }
}

/// Something that a person should look at though nothing was lost.
public struct Remark: Sendable, Hashable {
  /// Where it is.
  public let place: Place
  /// What it is about and what to do.
  public let message: String

  /// A remark.
  public init(place: Place, message: String) {
    self.place = place
    self.message = message
  }
}
