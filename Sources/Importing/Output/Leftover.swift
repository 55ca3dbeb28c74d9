/// Something that importing kept aside because it has no place in a report folder.
public struct Leftover: Sendable {
  /// Where it stood.
  let place: Place
  /// What it is: 图片, 没有认出的表格.
  let what: String
  /// Its words, if they are few.
  let text: String
  /// The file in `leftovers/` that has it whole.
  let attachment: ImportedFile?
  /// What to do with it.
  let suggestion: String

  /// Something kept aside.
  init(
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
struct Remark: Sendable, Hashable {
  /// Where it is.
  let place: Place
  /// What it is about and what to do.
  let message: String
}
