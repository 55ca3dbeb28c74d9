/// A part of a grid that is a table of the form set, or goes on with one.
struct Segment {
  /// The grid's number in reading order.
  let grid: Int
  /// The form's index in the form set.
  let form: Int
  /// Which column holds what; `nil` where there is no header: for a table of layout *form*, or one of
  /// which the file says why it is not there.
  let map: HeaderMap?
  /// The rows over the data that say what the table is.
  var captionRows: [Int]
  /// The rows of header cells, repeated ones included.
  var headerRows: [Int]
  /// The rows of data, notes included.
  var dataRows: [Int]
  /// What the captions say.
  var captions: [Caption]
  /// Whether it goes on with the segment before it.
  let isContinuation: Bool
  /// Whether it is another table, though its form is that of the segment before it.
  let isAnother: Bool
  /// A repeated header that might be another table's: a blank row stands over it, and no title.
  var doubtfulRow: Int?
  /// The row below it with which a table begins that no form knows.
  var strangerRow: Int?
  /// How alike the title over it and the form's are; `nil` if there is no title.
  let likeness: Double?
}

/// What is over a table, or was before a grid.
struct TableContext {
  /// The captions in the paragraphs before the grid, and its sheet's name.
  var captions: [Caption] = []
  /// The segment that the grid may go on with: nothing but white space stands between.
  var open: Segment?
  /// Whether that table has its last closing row, and so does not go on.
  var isClosed = false
  /// The width of that segment's grid.
  var openWidth = 0
  /// The forms that were found before.
  var used: Set<Int> = []
}
